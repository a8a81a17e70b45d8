import type { TimeContext } from "./context.ts";
import type { Day } from "./interval.ts";

/**
 * The year that a day or month without one lies in: the year written just after it ("3 May and 7 June 2021"), the year
 * that the narrative stands in, or the one that puts it before (in the future tense: after) the publication day.
 */
export function withMissingYear(
  make: (year: number) => Day | undefined,
  context: TimeContext,
  strictlyBefore = false,
): Day | undefined {
  if (context.yearAhead !== undefined) return make(context.yearAhead);
  const carried = context.carried?.from;
  if (carried !== undefined) return make(carried.year);
  const base = context.published ?? context.mentioned?.from;
  if (base === undefined) return undefined;
  const isFuture = context.tense === "future";
  const candidates = [0, isFuture ? 1 : -1]
    .map((shift) => make(base.year + shift))
    .filter((date) => date !== undefined);
  return candidates.find((date) => fits(date, base, isFuture, strictlyBefore)) ?? candidates[0];
}

function fits(date: Day, base: Day, isFuture: boolean, strictlyBefore: boolean): boolean {
  const months = (date.year - base.year) * 12 + date.month - base.month;
  if (isFuture) return months > 0 || (months === 0 && (date.day === 1 || date.day >= base.day));
  return strictlyBefore ? months < 0 : months < 0 || (months === 0 && date.day <= base.day);
}
