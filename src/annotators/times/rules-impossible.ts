import { MONTHS } from "../../knowledge/calendar.ts";
import { day, type Meaning } from "./interval.ts";
import { MONTH } from "./patterns.ts";
import type { Groups, Rule } from "./rule.ts";

const NUMBER = "(?<number>\\d{1,2})";
const ANY_YEAR = "(?<year>\\d{4})(?!\\d)";

/**
 * Days that no calendar has: "31 February", "the 45th of May", "2026-13-01". They are marked, so that the month in them
 * is not taken for the date. "In May 45 people" has no ordinal and no year and is none.
 */
export const IMPOSSIBLE_RULES: readonly Rule[] = [
  {
    id: "impossible-day",
    pattern: `(?:the\\s+)?${NUMBER}(?<mark>st|nd|rd|th|)\\s+(?<of>of\\s+)?(?<month>${MONTH})(?:\\.?,?\\s+${ANY_YEAR})?`,
    resolve: impossible,
  },
  {
    id: "impossible-month-day",
    pattern: `(?<month>${MONTH})\\.?\\s+(?:${NUMBER}(?<mark>st|nd|rd|th)(?:,?\\s+${ANY_YEAR})?|(?<plain>\\d{1,2}),?\\s+(?<plainYear>\\d{4})(?!\\d))`,
    resolve: ({ plain, plainYear, number, year, ...groups }) =>
      impossible({ ...groups, number: plain ?? number, year: plainYear ?? year }),
  },
  {
    id: "impossible-iso",
    pattern: "(?<year>[12]\\d{3})-(?<monthNumber>\\d{2})-(?<number>\\d{2})(?!-?\\d)",
    resolve: impossible,
  },
];

const LONGEST_MONTH = 31;

function impossible({ number, month, monthNumber, year, mark, of }: Groups): Meaning | undefined {
  const isName = month === undefined || /^\p{Lu}/u.test(month);
  const date = Number(number);
  // A leap year, where no year is given: then the 29th of February is a day.
  const exists = day(Number(year ?? 2000), MONTHS[month?.toLowerCase() ?? ""] ?? Number(monthNumber), date);
  const isCount = date > LONGEST_MONTH && !mark && of === undefined && year === undefined;
  if (!isName || exists !== undefined || isCount) return undefined;
  return { type: "DATE", value: "XXXX-XX-XX", anchor: "explicit", unknown: "impossible-date" };
}
