import { loadHolidays } from "../../knowledge/calendar-holidays.ts";
import { loadOtherCalendars } from "../../knowledge/calendar-other.ts";
import type { TimeContext } from "./context.ts";
import { type Found, stretchOf, withRanges } from "./ranges.ts";
import { type CompiledRule, compile, isSeveral, type Several } from "./rule.ts";
import { CALENDAR_UNIT_RULES } from "./rules-calendar-unit.ts";
import { CLOCK_RULES } from "./rules-clock.ts";
import { COUNT_RULES } from "./rules-count.ts";
import { DAY_RULES } from "./rules-day.ts";
import { DAYS_RULES } from "./rules-days.ts";
import { holidayRules } from "./rules-holiday.ts";
import { IMPOSSIBLE_RULES } from "./rules-impossible.ts";
import { LENGTH_RULES } from "./rules-length.ts";
import { MONTH_RULES } from "./rules-month.ts";
import { NEIGHBOUR_RULES } from "./rules-neighbour.ts";
import { otherCalendarRules } from "./rules-other-calendar.ts";
import { SEASON_RULES } from "./rules-season.ts";
import { SET_RULES } from "./rules-set.ts";
import { TODAY_RULES } from "./rules-today.ts";
import { WEEKDAY_RULES } from "./rules-weekday.ts";
import { YEAR_RULES } from "./rules-year.ts";

export type { Found } from "./ranges.ts";

/** What an expression at `start` of the sentence counts from; `before` are those found to its left. */
export type ContextAt = (start: number, end: number, before: readonly Found[]) => TimeContext;

/** The expressions of a sentence, left to right; of overlapping ones the longest, then the rule named first. */
export type Finder = (sentence: string, contextAt: ContextAt) => readonly Found[];

let compiled: readonly CompiledRule[] | undefined;

export function createFinder(): Finder {
  compiled ??= compile([
    ...DAYS_RULES,
    ...DAY_RULES,
    ...CLOCK_RULES,
    ...holidayRules(loadHolidays()),
    ...otherCalendarRules(loadOtherCalendars()),
    ...MONTH_RULES,
    ...SEASON_RULES,
    ...YEAR_RULES,
    ...NEIGHBOUR_RULES,
    ...WEEKDAY_RULES,
    ...TODAY_RULES,
    ...CALENDAR_UNIT_RULES,
    ...COUNT_RULES,
    ...SET_RULES,
    ...LENGTH_RULES,
    ...IMPOSSIBLE_RULES,
  ]);
  const rules = compiled;
  return (sentence, contextAt) => findTimes(rules, sentence, contextAt);
}

function findTimes(rules: readonly CompiledRule[], sentence: string, contextAt: ContextAt): readonly Found[] {
  const text = sentence.replace(/[–—‐‑−]/g, "-").replace(/\s/g, " ");
  const matches = rules
    .flatMap((rule) =>
      matchesOf(rule.expression, text).map((match) => ({
        rule,
        match,
        end: match.index + match[0].trimEnd().length,
      })),
    )
    .sort((a, b) => a.match.index - b.match.index || b.end - a.end);
  const found: Found[] = [];
  let at = 0;
  for (const { rule, match, end: last } of matches) {
    const start = match.index;
    if (start < at) continue;
    const result = rule.resolve(match.groups ?? {}, contextAt(start, last, found));
    if (result === undefined) continue;
    // What a rule reads ahead for, and leaves to be marked on its own.
    const end = match.indices?.groups?.tail?.[0] ?? last;
    found.push(
      ...(isSeveral(result)
        ? severalOf(result, match, rule.id)
        : [{ start, end, meaning: result, rule: rule.id }]),
    );
    at = end;
  }
  return withRanges(text, found);
}

/** As `matchAll`, which copies the expression at each call; these are large, and a sentence is put to all of them. */
function matchesOf(expression: RegExp, text: string): readonly RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  expression.lastIndex = 0;
  for (let match = expression.exec(text); match !== null; match = expression.exec(text)) {
    found.push(match);
    if (match[0] === "") expression.lastIndex += 1;
  }
  return found;
}

function severalOf({ join, parts }: Several, match: RegExpExecArray, rule: string): readonly Found[] {
  const each = parts.map(({ group, meaning }) => {
    const [start, end] = match.indices!.groups![group]!;
    return { start, end, meaning, rule };
  });
  const first = each[0]!;
  const last = each.at(-1)!;
  const whole = join === "range" ? stretchOf(first.meaning, last.meaning) : undefined;
  if (whole === undefined) return each;
  return [{ start: match.index, end: last.end, meaning: whole, rule, parts: each }];
}
