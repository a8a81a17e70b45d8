import { dayPartCode, WEEKDAYS } from "../../knowledge/calendar.ts";
import type { TimeContext } from "./context.ts";
import { type Day, type Meaning, ofDay, ofWeekend, unknownDate } from "./interval.ts";
import { ofDayPart } from "./interval-parts.ts";
import { DAY_PART, WEEKDAY } from "./patterns.ts";
import type { Groups, Rule } from "./rule.ts";

/** Days of the week, with the part of the day. */
export const WEEKDAY_RULES: readonly Rule[] = [
  {
    id: "weekday",
    pattern: `(?:(?<when>(?:very\\s+)?(?:early|earlier|late|later))\\s+(?:on\\s+)?)?(?:the\\s+(?<part>${DAY_PART})\\s+(?:of|on)\\s+)?(?:(?<shift>last|next|this\\s+past|this\\s+coming|this|past|the\\s+(?:previous|following))\\s+)?(?<weekday>${WEEKDAY})(?!s)(?:\\s+(?<when2>early|late))?(?:\\s+(?<part2>${DAY_PART}))?(?:\\s+(?<week>last\\s+week|next\\s+week))?(?:\\s+(?:GMT|UTC|local\\s+time))?`,
    resolve: (groups, context) => weekdayOf(groups, context),
  },
  {
    id: "weekend",
    pattern:
      "(?:(?<shift>last|this\\s+past|this|next|past|that)|the|(?<=\\bat\\s+)the)\\s+(?:long\\s+)?weekend",
    resolve: ({ shift }, context) => weekendOf(shift?.toLowerCase(), context),
  },
];

function weekdayOf(groups: Groups, context: TimeContext): Meaning | undefined {
  const { weekday, when, when2, part, part2 } = groups;
  if (!/^\p{Lu}/u.test(weekday!)) return undefined;
  const number = WEEKDAYS[weekday!.toLowerCase()]!;
  const words = part ?? part2;
  const code = words === undefined ? undefined : dayPartCode(words);
  const way = groups.shift?.toLowerCase().replace(/\s+/g, " ");
  const isStory = way !== undefined && /previous|following/.test(way);
  const base = isStory ? context.mentionedDay?.from : context.published;
  if (base === undefined)
    return code === undefined
      ? unknownDate(`XXXX-WXX-${number}`)
      : unknownDate(`XXXX-WXX-${number}T${code}`, "TIME");
  const date = dateOf(number, way, groups.week, base, context.tense);
  const anchor = isStory ? "mentioned-date" : "published";
  const meaning = code === undefined ? ofDay(date, anchor) : ofDayPart(date, code, anchor);
  const edge = when ?? when2;
  return edge === undefined ? meaning : { ...meaning, mod: /early|earlier/i.test(edge) ? "START" : "END" };
}

/** A weekday lies before the base day (or is it) in the past tense, after it in the future. */
function dateOf(
  number: number,
  way: string | undefined,
  week: string | undefined,
  base: Day,
  tense: TimeContext["tense"],
): Day {
  const back = (base.dayOfWeek - number + 7) % 7;
  const ahead = (number - base.dayOfWeek + 7) % 7;
  if (week !== undefined) {
    const monday = base.subtract({ days: base.dayOfWeek - 1 }).add({ weeks: /last/i.test(week) ? -1 : 1 });
    return monday.add({ days: number - 1 });
  }
  if (way !== undefined && /next|following|coming/.test(way)) return base.add({ days: ahead || 7 });
  if (way !== undefined && /last|past|previous/.test(way)) return base.subtract({ days: back || 7 });
  return tense === "future" ? base.add({ days: ahead }) : base.subtract({ days: back });
}

function weekendOf(way: string | undefined, context: TimeContext): Meaning {
  const base = way === "that" ? context.mentionedDay?.from : context.published;
  if (base === undefined) return unknownDate("XXXX-WXX-WE");
  const isAhead = context.tense === "future";
  if (way === "next" || way === "this") {
    // On a weekday "this weekend" lies ahead unless the verb is past: then it was the last one.
    const isPast = way === "this" && !isAhead && base.dayOfWeek < 5;
    const weeks = way === "next" ? (base.dayOfWeek > 5 ? 1 : 0) : isPast && base.dayOfWeek < 3 ? -1 : 0;
    return ofWeekend(base.add({ weeks }), "published");
  }
  const isNow = base.dayOfWeek > 5 && way === undefined;
  // "is to answer last weekend's raid": what is last is over, whatever the verb.
  const isComing = isAhead && way === undefined;
  return ofWeekend(
    base.add({ weeks: isNow || isComing || way === "that" ? 0 : -1 }),
    way === "that" ? "event" : "published",
  );
}
