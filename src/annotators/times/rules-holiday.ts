import type { Holidays } from "../../knowledge/calendar-holidays.ts";
import type { TimeContext } from "./context.ts";
import { type Meaning, parseDay, unknownDate } from "./interval.ts";
import { ofDayPart } from "./interval-parts.ts";
import { withMissingYear } from "./missing-year.ts";
import { inPart } from "./modifiers.ts";
import { PART, YEAR } from "./patterns.ts";
import type { Groups, Rule } from "./rule.ts";

/** Named days and times of the year: "Good Friday", "the end of Ramadan", "Christmas 2021". */
export function holidayRules(holidays: Holidays): readonly Rule[] {
  const names = holidays.names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/[.]/g, "\\.?").replace(/'/g, "[’']").replace(/ /g, "\\s+"))
    .join("|");
  return [
    {
      id: "holiday",
      pattern: `${PART}(?:(?<shift>last|this|next)\\s+)?(?<name>${names})(?:,?\\s+(?:of\\s+)?(?<year>${YEAR}))?(?:\\s+(?<clock>night|morning|evening))?`,
      resolve: (groups, context) => holiday(groups, context, holidays),
    },
  ];
}

function holiday(groups: Groups, context: TimeContext, { inYear }: Holidays): Meaning | undefined {
  const name = groups.name!;
  // "the Easter Rising", "Tariq Ramadan", "Ramadan Abdullah": names of something else.
  if (!/^(?:\p{Lu}|the\s)/u.test(name) || isInName(context)) return undefined;
  const written = groups.year === undefined ? undefined : Number(groups.year);
  const base = context.published?.year;
  const way = groups.shift?.toLowerCase();
  const first = (year: number): ReturnType<typeof parseDay> => {
    const found = inYear(name, year);
    return found === undefined ? undefined : parseDay(found.from);
  };
  const year =
    written ??
    (way !== undefined && base !== undefined
      ? base + (way === "next" ? 1 : way === "this" ? 0 : -1)
      : undefined) ??
    withMissingYear(first, context)?.year;
  if (year === undefined) return unknownDate("XXXX-XX-XX");
  const found = inYear(name, year);
  const from = parseDay(found?.from ?? "");
  const to = parseDay(found?.to ?? "");
  if (from === undefined || to === undefined) return undefined;
  const anchor = written === undefined ? "published" : "explicit";
  if (groups.clock !== undefined)
    return ofDayPart(
      from,
      { night: "NI", morning: "MO", evening: "EV" }[groups.clock.toLowerCase()] ?? "NI",
      anchor,
    );
  const isDay = from.equals(to);
  const value = isDay ? from.toString() : `${from}/${to}`;
  return inPart({ type: "DATE", value, anchor, from, to, precision: isDay ? "day" : "month" }, groups.part);
}

function isInName({ before, after }: TimeContext): boolean {
  return /^\s+(?:\p{Lu}|al-)/u.test(after) || /(?<![.!?]\s|^)\p{Lu}\p{Ll}+\s+$/u.test(before);
}
