import { MONTHS, NUMBER_WORD, WEEKDAYS } from "../../knowledge/calendar.ts";
import type { TimeContext } from "./context.ts";
import type { Meaning } from "./interval.ts";

/** One way of writing a time: a pattern with named groups, and what it means in a context (undefined: not a time). */
export interface Rule {
  readonly id: string;
  readonly pattern: string;
  readonly resolve: (
    groups: Readonly<Record<string, string | undefined>>,
    context: TimeContext,
  ) => Meaning | undefined;
}

/** A rule with its compiled expression, made once. */
export interface CompiledRule extends Rule {
  readonly expression: RegExp;
}

const longestFirst = (names: readonly string[]): string =>
  [...names].sort((a, b) => b.length - a.length).join("|");

export const MONTH: string = longestFirst(Object.keys(MONTHS));
export const WEEKDAY: string = longestFirst(
  Object.keys(WEEKDAYS).filter((name) => name.length > 4 || /day$/.test(name)),
);
export const DAY_NUMBER = "(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?";
export const YEAR = "(?:1[5-9]\\d{2}|20\\d{2})";
export const COUNT: string = `(?:\\d+(?:\\.\\d+)?|${NUMBER_WORD})`;
export const UNIT = "minute|hour|day|night|week|fortnight|month|year|decade|century|centurie";

export function compile(rules: readonly Rule[]): readonly CompiledRule[] {
  return rules.map((rule) => ({
    ...rule,
    expression: new RegExp(`(?<![\\p{L}\\d])(?:${rule.pattern})(?![\\p{L}\\d])`, "giu"),
  }));
}
