import { dayPartCode, WEEKDAYS } from "../../knowledge/calendar.ts";
import type { TimeContext } from "./context.ts";
import { type Meaning, ofDay } from "./interval.ts";
import { DAY_NUMBER, MONTH, WEEKDAY, YEAR } from "./patterns.ts";
import type { Groups, Rule } from "./rule.ts";
import { dayOf } from "./rules-day.ts";

const ZONE =
  "(?:\\s*\\(?(?<zone>GMT|UTC|Z|EST|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CET|CEST|BST|EET|EEST|MSK|IST|PKT|JST|(?:Eastern|Central|Pacific|Moscow|Kyiv|Tehran|Kabul)\\s+(?:(?:standard|daylight)\\s+)?time)\\)?(?:\\s*[+-]\\d{1,2})?)?";
/** What fixes the day; TIMEX3 marks it apart where "on" stands between (`tail`). */
const DATE = `(?:(?:,?\\s+(?:of\\s+)?|(?<tail>,?\\s+on\\s+))(?:(?<weekday>${WEEKDAY})(?:,?\\s+(?=${MONTH}|\\d))?)?(?:(?:(?<month>${MONTH})\\.?\\s+(?<day>${DAY_NUMBER})|(?<day2>${DAY_NUMBER})\\s+(?<month2>${MONTH}))(?:,?\\s+(?<year>${YEAR}))?)?(?:(?<=\\s)(?<fixed>today|yesterday|tomorrow))?(?<=[\\p{L}\\d]))?`;
const IN_PART = `(?:\\s+in\\s+the\\s+(?<part>morning|afternoon|evening)|\\s+(?<night>at\\s+night))?`;
const HOUR = "(?:(?<about>about|around|approximately|roughly|nearly|almost)\\s+)?(?<hour>[01]?\\d|2[0-3])";

/** Times of the clock, with zone and day where they follow. */
export const CLOCK_RULES: readonly Rule[] = [
  {
    id: "clock-half",
    pattern: `${HOUR}(?:[:.](?<minute>[0-5]\\d)(?::[0-5]\\d)?)?\\s*(?<half>a\\.m\\.|p\\.m\\.|am|pm)${ZONE}${DATE}`,
    resolve: (groups, context) => clock(groups, context),
  },
  {
    id: "clock-24",
    pattern: `${HOUR}(?::(?<minute>[0-5]\\d)(?::[0-5]\\d)?(?:\\s*(?:hrs|hours|h))?|\\.(?<minute2>[0-5]\\d)\\s*(?:hrs|hours|h|(?=GMT|UTC)))${ZONE}${IN_PART}${DATE}`,
    resolve: (groups, context) => clock(groups, context),
  },
  {
    id: "clock-military",
    pattern: `(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)\\s*(?:hrs|hours|h(?![\\p{L}])|(?=GMT|UTC))${ZONE}${DATE}`,
    resolve: (groups, context) => clock(groups, context),
  },
  {
    id: "clock-word",
    pattern: `(?<hour>1[0-2]|[1-9])\\s*o[’']clock${IN_PART}${DATE}`,
    resolve: (groups, context) => clock(groups, context),
  },
  {
    id: "noon",
    pattern: `(?<name>noon|midday|midnight)${ZONE}${DATE}`,
    resolve: (groups, context) =>
      clock({ ...groups, hour: /midnight/i.test(groups.name!) ? "24" : "12", minute: "00" }, context),
  },
];

function clock(groups: Groups, context: TimeContext): Meaning | undefined {
  const { half, part, night } = groups;
  const minute = groups.minute ?? groups.minute2;
  const number = Number(groups.hour);
  const isAfternoon =
    /^p/i.test(half ?? "") || (part !== undefined && dayPartCode(part) !== "MO") || night !== undefined;
  const hour = half === undefined && !isAfternoon ? number : (number % 12) + (isAfternoon ? 12 : 0);
  const time = `T${String(hour).padStart(2, "0")}:${minute ?? "00"}${/^(?:GMT|UTC|Z)$/i.test(groups.zone ?? "") ? "Z" : ""}`;
  const date = dayAt(groups, context);
  if (date?.from === undefined) return { type: "TIME", value: `XXXX-XX-XX${time}`, anchor: "explicit" };
  return {
    ...date,
    type: "TIME",
    value: `${date.from}${time}`,
    precision: "minute",
    ...(groups.about === undefined ? {} : { mod: "APPROX", approximate: true }),
  };
}

function dayAt(groups: Groups, context: TimeContext): Meaning | undefined {
  const month = groups.month ?? groups.month2;
  if (month !== undefined)
    return dayOf({ month, day: groups.day ?? groups.day2, year: groups.year }, context);
  const { published } = context;
  if (groups.weekday !== undefined && published !== undefined) {
    const number = WEEKDAYS[groups.weekday.toLowerCase()]!;
    const days =
      context.tense === "future"
        ? (number - published.dayOfWeek + 7) % 7
        : -((published.dayOfWeek - number + 7) % 7);
    return ofDay(published.add({ days }), "published");
  }
  if (groups.fixed !== undefined && published !== undefined) {
    const step = /yesterday/i.test(groups.fixed) ? -1 : /tomorrow/i.test(groups.fixed) ? 1 : 0;
    return ofDay(published.add({ days: step }), "published");
  }
  const told = isStamp(context) ? undefined : context.mentionedDay?.from;
  if (told !== undefined) return ofDay(told, "mentioned-date");
  return published === undefined ? undefined : ofDay(published, "published");
}

/** "14:05 The ministry says …": what heads a post of a live page is the hour of writing. */
export function isStamp({ before, after }: Pick<TimeContext, "before" | "after">): boolean {
  return before.trim() === "" && /^\s*[-|:–—]?\s+["“‘']?\p{Lu}/u.test(after);
}
