import type { TimeContext } from "./context.ts";
import { ofDayPart } from "./interval-parts.ts";
import { DAY_NUMBER, MONTH, YEAR } from "./patterns.ts";
import type { Groups, Rule, Several } from "./rule.ts";
import { dayOf } from "./rules-day.ts";

const OF_YEAR = `(?:(?:\\s*,\\s*|\\s+(?:of\\s+)?)(?<year>${YEAR})(?![\\p{L}\\d]|,\\d))?`;
const NIGHT = "(?<night>the\\s+nights?\\s+of\\s+)?";
const TO = "(?<to>\\s*(?:-|\\/)\\s*|\\s+(?:to|through|until|till|into)\\s+)";
const AND = "(?:\\s*,\\s*|\\s*,?\\s+(?:and|or)\\s+|\\s*&\\s*)";
const THE = "(?:the\\s+)?";

/** Several days of one month: "May 3-5", "the night of 11 to 12 May", "3, 5 and 9 June". TIMEX3 marks each day. */
export const DAYS_RULES: readonly Rule[] = [
  {
    id: "day-range-in-month",
    pattern: `${NIGHT}(?<all>(?<month>${MONTH})\\.?\\s+${THE}(?<first>${DAY_NUMBER}))${TO}(?<last>${THE}${DAY_NUMBER}${OF_YEAR})`,
    resolve: (groups, context) => rangeOf(groups, context, "all", "last"),
  },
  {
    id: "day-range-before-month",
    pattern: `${NIGHT}(?<first>${THE}${DAY_NUMBER})${TO}(?<all>${THE}(?<last>${DAY_NUMBER})\\s+(?:of\\s+)?(?<month>${MONTH})${OF_YEAR})`,
    resolve: (groups, context) => rangeOf(groups, context, "first", "all"),
  },
  {
    id: "between-days",
    pattern: `(?<=\\b(?:between|from)\\s+)(?<first>${THE}${DAY_NUMBER})(?<to>\\s+(?:and|to)\\s+)(?<all>${THE}(?<last>${DAY_NUMBER})\\s+(?:of\\s+)?(?<month>${MONTH})${OF_YEAR})`,
    resolve: (groups, context) => rangeOf(groups, context, "first", "all"),
  },
  {
    id: "between-days-of-month",
    pattern: `(?<=\\bbetween\\s+)(?<all>(?<month>${MONTH})\\.?\\s+(?<first>${DAY_NUMBER}))(?<to>\\s+and\\s+)(?<last>${DAY_NUMBER}${OF_YEAR})`,
    resolve: (groups, context) => rangeOf(groups, context, "all", "last"),
  },
  {
    id: "days-in-month",
    pattern: `(?<all>(?<month>${MONTH})\\.?\\s+${THE}(?<first>${DAY_NUMBER}))(?:${AND}(?<middle>${THE}${DAY_NUMBER}))?${AND}(?<last>${THE}${DAY_NUMBER}${OF_YEAR})(?!\\s+(?:\\p{Ll}+\\s+)?(?:${MONTH}|people|were|was|others|more|soldiers|civilians))`,
    resolve: (groups, context) => listOf(groups, context, ["all", "middle", "last"]),
  },
  {
    id: "days-before-month",
    pattern: `(?<first>${THE}${DAY_NUMBER})(?:${AND}(?<middle>${THE}${DAY_NUMBER}))?${AND}(?<all>${THE}(?<last>${DAY_NUMBER})\\s+(?:of\\s+)?(?<month>${MONTH})${OF_YEAR})`,
    resolve: (groups, context) => listOf(groups, context, ["first", "middle", "all"]),
  },
];

function rangeOf(groups: Groups, context: TimeContext, from: string, to: string): Several | undefined {
  const first = dayOf({ month: groups.month, year: groups.year, day: digits(groups.first) }, context);
  const last = dayOf({ month: groups.month, year: groups.year, day: digits(groups.last) }, context);
  if (first === undefined || last === undefined) return undefined;
  const opening =
    groups.night === undefined || first.from === undefined
      ? first
      : ofDayPart(first.from, "NI", first.anchor);
  return {
    join: "range",
    parts: [
      { group: from, meaning: opening },
      { group: to, meaning: last },
    ],
  };
}

function listOf(groups: Groups, context: TimeContext, names: readonly string[]): Several | undefined {
  const numbers: Groups = { all: groups.all === groups.last ? groups.last : undefined, ...groups };
  const parts = names.flatMap((group) => {
    const written = group === "all" ? (names[0] === "all" ? groups.first : groups.last) : numbers[group];
    if (groups[group] === undefined) return [];
    const meaning = dayOf({ month: groups.month, year: groups.year, day: digits(written) }, context);
    return meaning === undefined ? [] : [{ group, meaning }];
  });
  if (parts.length < 2) return undefined;
  return { join: parts.length === 2 && areNeighbours(parts) ? "range" : "list", parts };
}

/** "11 and 12 October" are two days of one stretch. */
function areNeighbours(parts: Several["parts"]): boolean {
  const [first, last] = parts.map(({ meaning }) => meaning.from);
  return first !== undefined && last !== undefined && first.until(last).days === 1;
}

function digits(words: string | undefined): string {
  return /\d+/.exec(words ?? "")?.[0] ?? "0";
}
