import type { OtherCalendars } from "../../knowledge/calendar-other.ts";
import type { TimeContext } from "./context.ts";
import { type Meaning, ofDay, parseDay, unknownDate } from "./interval.ts";
import type { Groups, Rule } from "./rule.ts";

/** Dates of the Islamic and the Persian calendar: "15 Ramadan 1445", "12 Farvardin", "the 10th of Muharram". */
export function otherCalendarRules(calendars: OtherCalendars): readonly Rule[] {
  const names = calendars.names
    .toSorted((a, b) => b.length - a.length)
    .map((name) => name.replace(/'/g, "[’']").replace(/ /g, "\\s+"))
    .join("|");
  const year = "(?:,?\\s+(?<year>1[2-5]\\d{2})(?:\\s+(?:AH|A\\.H\\.|AP|SH|hijri))?)";
  return [
    {
      id: "other-calendar-day",
      pattern: `(?:the\\s+)?(?<day>[12]\\d|30|31|0?[1-9])(?:st|nd|rd|th)?\\s+(?:of\\s+)?(?<month>${names})${year}?`,
      resolve: (groups, context) => otherDay(groups, context, calendars),
    },
    {
      id: "other-calendar-month-day",
      pattern: `(?<month>${names})\\s+(?<day>[12]\\d|30|31|0?[1-9])(?![\\d:.]|\\s*(?:people|percent))${year}?`,
      resolve: (groups, context) => otherDay(groups, context, calendars),
    },
    {
      id: "other-calendar-month",
      pattern: `(?<month>${names})${year}`,
      resolve: (groups, context) => otherDay(groups, context, calendars),
    },
  ];
}

function otherDay(
  groups: Groups,
  context: TimeContext,
  { toIso, yearOn }: OtherCalendars,
): Meaning | undefined {
  if (!/^\p{Lu}/u.test(groups.month!)) return undefined;
  const day = groups.day === undefined ? undefined : Number.parseInt(groups.day, 10);
  const base = (context.carried?.from ?? context.published)?.toString();
  const current = base === undefined ? undefined : yearOn(groups.month!, base);
  const candidates =
    groups.year !== undefined ? [Number(groups.year)] : current === undefined ? [] : [current, current - 1];
  const stretches = candidates.flatMap((year) => toIso(groups.month!, year, day) ?? []);
  const found =
    groups.year === undefined && context.tense === "past"
      ? (stretches.find((one) => one.from <= base!) ?? stretches[0])
      : stretches[0];
  if (found === undefined) return candidates.length > 0 ? undefined : unknownDate("XXXX-XX-XX");
  const from = parseDay(found.from)!;
  const anchor = groups.year === undefined ? "published" : "explicit";
  // A printed date of these calendars is right to the day of a moon's sighting.
  if (day !== undefined) return { ...ofDay(from, anchor), approximate: true };
  const to = parseDay(found.to)!;
  return { type: "DATE", value: `${from}/${to}`, anchor, from, to, precision: "month", approximate: true };
}
