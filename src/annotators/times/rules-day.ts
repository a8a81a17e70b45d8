import { dayPartCode, MONTHS } from "../../knowledge/calendar.ts";
import type { TimeContext } from "./context.ts";
import { day, type Meaning, ofDay, parseDay, unknownDate } from "./interval.ts";
import { ofDayPart } from "./interval-parts.ts";
import { withMissingYear } from "./missing-year.ts";
import { DAY_NUMBER, DAY_PART, MONTH, WEEKDAY, YEAR } from "./patterns.ts";
import type { Groups, Rule } from "./rule.ts";

const OF_YEAR = `(?:(?:\\s*,\\s*|\\s+(?:of\\s+)?)(?:(?<year>${YEAR})(?![\\p{L}\\d]|,\\d)|of\\s+(?<same>that|the\\s+same)\\s+year))?`;
const LEAD = `(?:(?:(?:early|late)\\s+(?:in|on)\\s+)?the\\s+(?<part>(?:early\\s+)?${DAY_PART}(?:\\s+hours)?)\\s+of\\s+)?(?:${WEEKDAY}(?:\\s*,)?\\s+(?:the\\s+)?(?<part2>${DAY_PART})?(?:,?\\s+|\\s+of\\s+)?)?`;

/** Days of a named month, with or without their year. */
export const DAY_RULES: readonly Rule[] = [
  {
    id: "month-day",
    pattern: `${LEAD}(?<month>${MONTH})\\.?\\s+(?:the\\s+)?(?<day>${DAY_NUMBER})${OF_YEAR}(?:\\s+(?<part3>${DAY_PART}))?`,
    resolve: (groups, context) => dayOf(groups, context),
  },
  {
    id: "day-month",
    pattern: `${LEAD}(?:the\\s+)?(?<day>${DAY_NUMBER})\\s+(?:of\\s+)?(?<month>${MONTH})(?:\\.(?=,?\\s*\\d))?${OF_YEAR}`,
    resolve: (groups, context) => dayOf(groups, context),
  },
  {
    id: "iso-date",
    pattern: "(?<iso>\\d{4}-\\d{2}-\\d{2})",
    resolve: ({ iso }) => {
      const date = parseDay(iso!);
      return date === undefined ? undefined : ofDay(date, "explicit");
    },
  },
  {
    id: "numeric-date",
    pattern: `(?<day>0?[1-9]|[12]\\d|3[01])(?<mark>[./])(?<month>0?[1-9]|1[0-2])\\k<mark>(?<year>${YEAR})`,
    resolve: ({ day: date, month, year }) => {
      const found = day(Number(year), Number(month), Number(date));
      return found === undefined ? undefined : ofDay(found, "explicit");
    },
  },
];

/** A day from its month, number and perhaps year and part of the day; undefined where there is no such day. */
export function dayOf(groups: Groups, context: TimeContext): Meaning | undefined {
  const part = groups.part ?? groups.part2 ?? groups.part3;
  const code = part === undefined ? undefined : dayPartCode(part);
  const date = plainDay(groups, context);
  if (date === undefined || code === undefined) return date;
  if (date.from === undefined) return { ...date, type: "TIME", value: `${date.value}T${code}` };
  return ofDayPart(date.from, code, date.anchor);
}

function plainDay(groups: Groups, context: TimeContext): Meaning | undefined {
  const month = MONTHS[groups.month!.toLowerCase()]!;
  const number = Number.parseInt(groups.day!, 10);
  const year = groups.year === undefined ? sameYear(groups, context) : Number(groups.year);
  if (year !== undefined) {
    const found = day(year, month, number);
    return found === undefined ? undefined : ofDay(found, "explicit");
  }
  // The one day that English dates without its year.
  if (
    month === 9 &&
    number === 11 &&
    /^\s+(?:terrorist\s+|terror\s+)?(?:attacks|hijackings)\b/i.test(context.after)
  )
    return ofDay(day(2001, 9, 11)!, "explicit");
  const found = withMissingYear((one) => day(one, month, number), context);
  if (found !== undefined)
    return ofDay(found, context.carried === undefined ? "published" : "mentioned-date");
  const isDay = day(2000, month, number) !== undefined;
  return isDay ? unknownDate(`XXXX-${two(month)}-${two(number)}`) : undefined;
}

function sameYear({ same }: Groups, context: TimeContext): number | undefined {
  return same === undefined ? undefined : context.mentioned?.from?.year;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
