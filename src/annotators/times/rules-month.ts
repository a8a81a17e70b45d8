import { MONTHS } from "../../knowledge/calendar.ts";
import type { TimeContext } from "./context.ts";
import { day, type Meaning, ofMonth, unknownDate } from "./interval.ts";
import { withMissingYear } from "./missing-year.ts";
import { inPart } from "./modifiers.ts";
import { MONTH, PART, YEAR } from "./patterns.ts";
import type { Groups, Rule } from "./rule.ts";

/** Before a month that is also a word or a name ("May", "March", "April"), for it to be the month. */
const BEFORE =
  "(?<before>(?<=(?:\\b(?:in|since|by|until|till|during|from|to|before|after|of|for|and|through|between|or|mid|late|early|each|every|by\\s+late|around|beginning|starting|ending|that|throughout|this)|[-–,(])\\s*))";

/** Named months. */
export const MONTH_RULES: readonly Rule[] = [
  {
    id: "month-year",
    pattern: `${PART}(?<month>${MONTH})\\.?,?\\s+(?:of\\s+)?(?:(?<year>${YEAR})(?!\\d|,\\d)|of\\s+(?:that|the\\s+same)\\s+year|(?<shift>last|next|this)\\s+year)`,
    resolve: ({ part, month, year, shift }, context) => {
      const step = shift === undefined ? 0 : /last/i.test(shift) ? -1 : /next/i.test(shift) ? 1 : 0;
      const base = shift === undefined ? context.mentioned?.from : context.published;
      const number = year === undefined ? base?.year : Number(year);
      if (number === undefined) return unknownMonth(month!);
      return inPart(ofMonth(number + step, MONTHS[month!.toLowerCase()]!, "explicit"), part);
    },
  },
  {
    id: "month",
    pattern: `${PART}(?:(?:(?<shift>this\\s+past|the\\s+previous|the\\s+following|last|next|this|the\\s+coming)\\s+)|${BEFORE}|)(?<month>${MONTH})(?:\\.(?=\\s+\\p{Ll}))?(?!\\s*\\d)`,
    resolve: (groups, context) => bareMonth(groups, context),
  },
];

function bareMonth({ part, shift, before, month }: Groups, context: TimeContext): Meaning | undefined {
  const isSure = part !== undefined || shift !== undefined || before !== undefined;
  // Months are capitalised; without a preposition "May", "March" and short forms are more often something else.
  if (!/^\p{Lu}/u.test(month!)) return undefined;
  if (
    !isSure &&
    !/^(?:january|february|april|june|july|august|september|october|november|december)$/i.test(month!)
  )
    return undefined;
  const number = MONTHS[month!.toLowerCase()]!;
  const way = shift?.toLowerCase().replace(/\s+/g, " ");
  if (way === "the previous" || way === "the following") return nextInStory(number, way, context);
  const { published } = context;
  if (way === "this" && published !== undefined)
    return inPart(ofMonth(published.year, number, "published"), part);
  // "crude for August delivery": what is traded now and delivered then.
  const isTraded = /^\s+(?:delivery|futures|contract|settlement|expiry|maturity)\b/.test(context.after);
  const tense =
    way === "next" || way === "the coming" || isTraded
      ? "future"
      : way === undefined
        ? context.tense
        : "past";
  const own = way === undefined ? context : { ...context, carried: undefined };
  const found = withMissingYear(
    (year) => day(year, number, 1),
    { ...own, tense },
    way === "last" && published?.month === number,
  );
  if (found === undefined) return unknownMonth(month!);
  const anchor = own.carried === undefined ? "published" : "mentioned-date";
  return inPart(ofMonth(found.year, number, anchor), part);
}

/** "the previous April": the last one before the time told. */
function nextInStory(month: number, way: string, context: TimeContext): Meaning | undefined {
  const base = context.mentioned?.from;
  if (base === undefined) return undefined;
  const isBefore = way === "the previous";
  const year = isBefore
    ? base.month > month
      ? base.year
      : base.year - 1
    : base.month < month
      ? base.year
      : base.year + 1;
  return ofMonth(year, month, "mentioned-date");
}

function unknownMonth(name: string): Meaning {
  return unknownDate(`XXXX-${String(MONTHS[name.toLowerCase()]!).padStart(2, "0")}`);
}
