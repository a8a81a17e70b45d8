import { HALVES, ordinalValue, SEASONS } from "../../knowledge/calendar.ts";
import type { TimeContext } from "./context.ts";
import { type Meaning, ofSeason, ofYear, unknownDate } from "./interval.ts";
import { ofFiscalYear, ofHalf, ofQuarter, ofUnit } from "./interval-units.ts";
import { inPart } from "./modifiers.ts";
import { PART, SEASON, YEAR } from "./patterns.ts";
import type { Groups, Rule } from "./rule.ts";

/** What makes "fall" and "spring" a season; prepositions stay outside. */
const SURE =
  "(?<sure>(?<=\\b(?:in|during|by|until|since|of|through|over|and|or|throughout|for|mid|early|late|before|after)[\\s-]+)|(?<=[(]))";
const ANY_YEAR = `(?:(?:,?\\s+|-)(?:of\\s+)?(?<year>${YEAR})(?:[-/](?<second>\\d{4}|\\d{2}))?|\\s+of\\s+(?:that|the\\s+same)\\s+year)`;

/** Seasons, quarters, halves, fiscal and school years. */
export const SEASON_RULES: readonly Rule[] = [
  {
    id: "season-year",
    pattern: `${PART}(?:the\\s+)?(?<season>${SEASON})${ANY_YEAR}`,
    resolve: ({ part, season, year }, context) => {
      const number = year === undefined ? context.mentioned?.from?.year : Number(year);
      return number === undefined ? undefined : inPart(seasonOf(season!, number, "explicit"), part);
    },
  },
  {
    id: "year-season",
    pattern: `(?<year>${YEAR})\\s+(?<season>${SEASON})(?!\\s+\\p{Lu})`,
    resolve: ({ season, year }) => seasonOf(season!, Number(year), "explicit"),
  },
  {
    id: "season",
    pattern: `${PART}(?:(?<shift>(?:the\\s+)?(?:last|next|following|previous|coming|past)|this(?:\\s+past|\\s+coming)?|that)\\s+|(?<the>the\\s+)(?:early\\s+|late\\s+)?|${SURE})(?<season>${SEASON})(?!(?<=fall|spring)\\s+(?:of|apart|in|down|back|short|into|from|by|to\\s+the|guard|camp|offensive\\s+of))`,
    resolve: (groups, context) => bareSeason(groups, context),
  },
  {
    id: "quarter",
    pattern: `(?:(?<shift>last\\s+year[’']s|this\\s+year[’']s|the\\s+year-(?:ago|earlier))\\s+|(?:the|its|their)\\s+)?(?<ordinal>latter|first|second|third|fourth|1st|2nd|3rd|4th|last|final)[\\s-](?<unit>quarter|half)(?:(?:\\s+of(?:\\s+(?:the\\s+year|fiscal))?)?\\s+(?:(?<year>${YEAR})|(?<way>last|this|next)\\s+year)|\\s+of\\s+(?<same>the|that)\\s+year(?:\\s+(?<year2>${YEAR}))?)?(?!\\s+(?:of\\s+(?:a|the)\\b|century|final|time))`,
    resolve: (groups, context) => quarterOf(groups, context),
  },
  {
    id: "year-earlier",
    pattern: "(?:the|its|a)\\s+(?:year-(?:ago|earlier|before))\\s+(?:quarter|period)",
    resolve: (_, { mentioned, published }) => {
      const base = mentioned?.from ?? published;
      if (base === undefined) return unknownDate("XXXX");
      return /-Q\d$/.test(mentioned?.value ?? "")
        ? ofQuarter(base.year - 1, Math.ceil(base.month / 3), "mentioned-date")
        : ofYear(base.year - 1, "published");
    },
  },
  {
    id: "the-quarter",
    pattern:
      "(?<=\\b(?:in|for|during|of|by)\\s+)(?:the|that)\\s+(?:latest\\s+)?quarter(?!\\s+of\\b|-|\\s+final)",
    resolve: (_, { mentioned, published }) => {
      if (mentioned?.from !== undefined && /-Q\d$/.test(mentioned.value))
        return ofQuarter(mentioned.from.year, Math.ceil(mentioned.from.month / 3), "mentioned-date");
      // Results are told when the quarter is over.
      return published === undefined ? unknownDate("XXXX-QX") : ofUnit(published, "quarter", -1, "published");
    },
  },
  {
    id: "short-quarter",
    pattern: `(?:Q(?<quarter>[1-4])|H(?<half>[12]))(?:\\s+(?:of\\s+)?(?<year>${YEAR}))?`,
    resolve: ({ quarter, half, year }, context) => {
      const number = year === undefined ? context.published?.year : Number(year);
      if (number === undefined) return unknownDate(quarter === undefined ? "XXXX-HX" : `XXXX-Q${quarter}`);
      return quarter === undefined
        ? ofHalf(number, Number(half), "explicit")
        : ofQuarter(number, Number(quarter), "explicit");
    },
  },
  {
    id: "fiscal-year",
    pattern: `(?:the\\s+)?(?:(?<first>${YEAR})[-/](?:\\d{4}|\\d{2})\\s+(?<kind>fiscal|financial|school|academic)\\s+year|(?:fiscal|financial)(?:\\s+year)?\\s+(?<year>${YEAR})|FY\\s?(?<short>${YEAR}))`,
    resolve: ({ first, year, short }) =>
      first === undefined
        ? ofFiscalYear(Number(year ?? short))
        : ofFiscalYear(Number(first) + 1, Number(first)),
  },
];

function seasonOf(name: string, year: number, anchor: Meaning["anchor"]): Meaning {
  const { month, code } = SEASONS[name.toLowerCase()]!;
  return ofSeason(year, month, code, anchor);
}

function bareSeason({ part, shift, the, sure, season }: Groups, context: TimeContext): Meaning | undefined {
  const name = season!.toLowerCase();
  if (name === "fall" && shift === undefined && part === undefined && sure === undefined && the === undefined)
    return undefined;
  const way = shift?.toLowerCase().replace(/\s+/g, " ");
  const { month, code } = SEASONS[name]!;
  if (
    way !== undefined &&
    (/following|previous|that/.test(way) || (way === "the next" && context.mentioned !== undefined))
  ) {
    const base = context.mentioned?.from;
    if (base === undefined) return undefined;
    const step = /following|next/.test(way)
      ? base.month < month
        ? 0
        : 1
      : /previous/.test(way)
        ? base.month > month + 2
          ? 0
          : -1
        : 0;
    return inPart(ofSeason(base.year + step, month, code, "mentioned-date"), part);
  }
  if (way === undefined && context.carried?.from !== undefined)
    return inPart(ofSeason(context.carried.from.year, month, code, "mentioned-date"), part);
  const base = context.published;
  if (base === undefined) return unknownDate(`XXXX-${code}`);
  const current = (base.month >= month && base.month < month + 3) || (name === "winter" && base.month < 3);
  const inYear = name === "winter" && base.month < 3 ? base.year - 1 : base.year;
  const isAhead = !current && base.month < month;
  const isNext = way === undefined ? context.tense === "future" : /next|coming/.test(way);
  const isLast = way !== undefined && /last|past/.test(way);
  const step = isNext
    ? isAhead
      ? 0
      : current && way === undefined
        ? 0
        : 1
    : isLast
      ? isAhead || current
        ? -1
        : 0
      : way === undefined && isAhead
        ? -1
        : 0;
  return inPart(ofSeason(inYear + step, month, code, "published"), part);
}

function quarterOf(groups: Groups, context: TimeContext): Meaning | undefined {
  const { ordinal, unit, shift, way } = groups;
  const number = /last|latter|final/i.test(ordinal!) ? HALVES[unit!.toLowerCase()]! : ordinalValue(ordinal!)!;
  if (number > HALVES[unit!.toLowerCase()]!) return undefined;
  const isHalf = /half/i.test(unit!);
  const written = groups.year ?? groups.year2;
  // "the first half", "the second quarter" of a match or a road: only a year makes a half a time.
  if (
    isHalf &&
    written === undefined &&
    way === undefined &&
    groups.same === undefined &&
    shift === undefined
  )
    return undefined;
  // "of the year" in news is the year of the report, unless the paragraph tells of another.
  const told = /^that$/i.test(groups.same ?? "") ? context.mentioned : context.carried;
  const base = groups.same === undefined ? context.published : (told?.from ?? context.published);
  if (written === undefined && base === undefined) return unknownDate(isHalf ? "XXXX-HX" : `XXXX-Q${number}`);
  const last = /last|ago|earlier/i.test(way ?? shift ?? "") ? -1 : /next/i.test(way ?? "") ? 1 : 0;
  let year = written === undefined ? base!.year + last : Number(written);
  if (
    written === undefined &&
    last === 0 &&
    way === undefined &&
    shift === undefined &&
    !isHalf &&
    groups.same === undefined
  )
    if ((number - 1) * 3 + 1 > base!.month && context.tense === "past") year -= 1;
  return isHalf ? ofHalf(year, number, "published") : ofQuarter(year, number, "published");
}
