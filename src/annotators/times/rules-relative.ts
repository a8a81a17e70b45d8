import { numberValue, SEASONS, WEEKDAYS } from "../../knowledge/calendar.ts";
import type { TimeContext } from "./context.ts";
import {
  type Day,
  type Meaning,
  ofDay,
  ofDecade,
  ofMonth,
  ofSeason,
  ofWeek,
  ofWeekend,
  ofYear,
  unknownDate,
} from "./interval.ts";
import { COUNT, type Rule, UNIT, WEEKDAY } from "./rule.ts";

const DAY_PART = "(?:early\\s+|late\\s+)?(?:morning|afternoon|evening|night)";
const CODES: Readonly<Record<string, string>> = {
  morning: "MO",
  afternoon: "AF",
  evening: "EV",
  night: "NI",
};

/** Times that count from the publication date, or from a time told before. */
export const RELATIVE_RULES: readonly Rule[] = [
  {
    id: "counted-from-narrative",
    pattern: `(?<count>${COUNT})\\s+(?<unit>${UNIT})s?\\s+(?<way>earlier|later|before that|after that|afterwards)`,
    resolve: ({ count, unit, way }, context) =>
      countFrom(
        /day|night|hour|week/i.test(unit!) ? context.mentionedDay : context.mentioned,
        count!,
        unit!,
        /later|after/i.test(way!) ? 1 : -1,
        context,
      ),
  },
  {
    id: "neighbour-day",
    pattern:
      "the\\s+(?:(?<same>same\\s+day)|(?<next>(?:next|following)\\s+day|day\\s+after)|(?<before>(?:previous\\s+day|day\\s+(?:before|earlier))))(?!\\s+yesterday|\\s+tomorrow)",
    resolve: ({ next, same }, context) => {
      const base = context.mentionedDay?.to;
      if (base === undefined) return unknownDate("XXXX-XX-XX");
      return ofDay(base.add({ days: next !== undefined ? 1 : same !== undefined ? 0 : -1 }), "event");
    },
  },
  {
    id: "counted-back",
    pattern: `(?:(?<about>about|around|some|nearly|almost|more than|over)\\s+)?(?<count>${COUNT})\\s+(?<unit>${UNIT})s?\\s+ago`,
    resolve: ({ count, unit, about }, context) => {
      const meaning = countFrom(atPublished(context), count!, unit!, -1, context);
      return about === undefined || meaning === undefined
        ? meaning
        : { ...meaning, approximate: true, mod: "APPROX" };
    },
  },
  {
    id: "today",
    pattern:
      "(?<day>the day before yesterday|today|tonight|yesterday|tomorrow|overnight)(?:\\s+(?<part>morning|afternoon|evening|night))?",
    resolve: ({ day: name, part }, context) => fixedDay(name!.toLowerCase(), part, context),
  },
  {
    id: "this-part-of-day",
    pattern: "(?:this|earlier this)\\s+(?<part>morning|afternoon|evening)|last\\s+(?<last>night)",
    resolve: ({ part, last }, context) =>
      fixedDay(last === undefined ? "today" : "yesterday", part ?? last, context),
  },
  {
    id: "weekday",
    pattern: `(?:(?:on\\s+)?(?<part>${DAY_PART})\\s+(?:on\\s+)?)?(?:(?<shift>last|next|this|this past|past|early|earlier|late)\\s+)?(?<weekday>${WEEKDAY})(?:[’']s)?(?:\\s+(?<part2>${DAY_PART}))?(?:\\s+(?<week>last week|next week))?`,
    resolve: ({ shift, weekday, part, part2, week }, context) =>
      weekdayOf(weekday!, shift, part ?? part2, week, context),
  },
  {
    id: "weekend",
    pattern: "(?:over\\s+)?(?:(?<shift>last|this|next|this past|past)|the)\\s+weekend",
    resolve: ({ shift }, context) => {
      if (context.published === undefined) return unknownDate("XXXX-WXX-WE");
      const weeks =
        shift?.toLowerCase() === "next"
          ? 1
          : shift?.toLowerCase() === "this" || context.published.dayOfWeek > 5
            ? 0
            : context.tense === "future"
              ? 0
              : -1;
      return ofWeekend(context.published.add({ weeks }), "published");
    },
  },
  {
    id: "shifted-unit",
    pattern:
      "(?:(?:earlier|later|early|late)\\s+)?(?<shift>last|next|this|this past|the past|the previous|the following|the same|the coming)\\s+(?<unit>week|month|year|decade|century|spring|summer|autumn|fall|winter|quarter)(?!\\s*(?:of|-))",
    resolve: ({ shift, unit }, context) => shiftedUnit(shift!.toLowerCase(), unit!.toLowerCase(), context),
  },
  {
    id: "recent-span",
    pattern: `(?:in|over|during|for)\\s+(?:the\\s+)?(?<way>recent|past|last|coming|next)\\s+(?:(?<count>${COUNT})\\s+)?(?<unit>hour|day|week|month|year|decade)s?`,
    resolve: ({ way, count, unit }, context) =>
      recentSpan(way!.toLowerCase(), count, unit!.toLowerCase(), context),
  },
  {
    id: "vague-now",
    pattern:
      "(?<now>now|currently|at present|these days|nowadays)|(?<past>recently|lately|in the past|previously|formerly|once)|(?<future>in the future|soon|in the coming days)",
    resolve: ({ now, past }) => ({
      type: "DATE",
      value: now !== undefined ? "PRESENT_REF" : past !== undefined ? "PAST_REF" : "FUTURE_REF",
      anchor: "published",
    }),
  },
];

function atPublished(context: TimeContext): Meaning | undefined {
  return context.published === undefined ? undefined : ofDay(context.published, "published");
}

/** "two weeks ago", "nine months later": the precision is that of the unit. */
function countFrom(
  base: Meaning | undefined,
  count: string,
  unit: string,
  direction: 1 | -1,
  context: TimeContext,
): Meaning | undefined {
  const vague = /few|several|couple/i.test(count);
  const amount = vague ? (/couple/i.test(count) ? 2 : 3) : numberValue(count);
  if (amount === undefined) return undefined;
  if (base?.from === undefined || base.to === undefined)
    return context.published === undefined ? unknownDate("XXXX-XX-XX") : undefined;
  const anchor =
    base.anchor === "published" && direction === -1 && base.from.equals(context.published ?? base.to)
      ? "published"
      : "event";
  const name = unit.toLowerCase();
  const move = (date: Day, step: Record<string, number>): Day =>
    date.add(
      Object.fromEntries(Object.entries(step).map(([key, value]) => [key, Math.round(value) * direction])),
    );
  const approximate = vague ? { approximate: true, mod: "APPROX" } : {};
  if (/minute|hour/.test(name))
    return { ...ofDay(direction < 0 ? base.from : base.to, anchor), ...approximate };
  if (/day|night/.test(name)) {
    const interval = { from: move(base.from, { days: amount }), to: move(base.to, { days: amount }) };
    return base.precision === "day"
      ? { ...ofDay(interval.from, anchor), ...interval, ...approximate }
      : { ...base, ...interval, anchor, ...approximate };
  }
  if (/week|fortnight/.test(name))
    return {
      ...ofWeek(move(base.from, { days: 7 * amount * (name === "fortnight" ? 2 : 1) }), anchor),
      ...approximate,
    };
  if (name === "month") {
    const date = move(base.from, { months: amount });
    return { ...ofMonth(date.year, date.month, anchor), ...approximate };
  }
  const years = name === "year" ? amount : name === "decade" ? amount * 10 : amount * 100;
  return { ...ofYear(base.from.year + direction * Math.round(years), anchor), ...approximate };
}

function fixedDay(name: string, part: string | undefined, context: TimeContext): Meaning {
  if (context.published === undefined) return unknownDate("XXXX-XX-XX");
  const shift =
    name === "yesterday" ? -1 : name === "tomorrow" ? 1 : name.startsWith("the day before") ? -2 : 0;
  const date = context.published.add({ days: shift });
  if (name === "overnight")
    return {
      ...ofDay(date, "published"),
      type: "TIME",
      value: `${date}TNI`,
      from: date.subtract({ days: 1 }),
    };
  const code = name === "tonight" ? "NI" : part === undefined ? undefined : CODES[part.toLowerCase()];
  return code === undefined ? ofDay(date, "published") : partOfDay(date, code);
}

function partOfDay(date: Day, code: string): Meaning {
  return { ...ofDay(date, "published"), type: "TIME", value: `${date}T${code}`, precision: "part-of-day" };
}

/** A weekday lies before the publication day (or is it) in the past tense, after it in the future. */
function weekdayOf(
  name: string,
  shift: string | undefined,
  part: string | undefined,
  week: string | undefined,
  context: TimeContext,
): Meaning {
  const number = WEEKDAYS[name.toLowerCase()]!;
  const published = context.published;
  if (published === undefined) return unknownDate(`XXXX-WXX-${number}`);
  const way = shift?.toLowerCase();
  const back = (published.dayOfWeek - number + 7) % 7;
  let date = published.subtract({ days: back });
  if (week !== undefined) {
    const monday = published
      .subtract({ days: published.dayOfWeek - 1 })
      .add({ weeks: /last/i.test(week) ? -1 : 1 });
    date = monday.add({ days: number - 1 });
  } else if (way === "next" || (way === undefined || way === "this" ? context.tense === "future" : false)) {
    const ahead = (number - published.dayOfWeek + 7) % 7;
    date = published.add({ days: ahead === 0 && way === "next" ? 7 : ahead });
  } else if (way === "last" && back === 0) {
    date = published.subtract({ days: 7 });
  }
  const code = part === undefined ? undefined : CODES[part.toLowerCase().split(/\s+/).at(-1)!];
  return code === undefined ? ofDay(date, "published") : partOfDay(date, code);
}

function shiftedUnit(shift: string, unit: string, context: TimeContext): Meaning | undefined {
  const fromNarrative = /previous|following|same/.test(shift);
  const base = fromNarrative ? context.mentioned?.from : context.published;
  if (base === undefined) return unknownDate(unit === "week" ? "XXXX-WXX" : "XXXX");
  const anchor = fromNarrative ? "event" : "published";
  const step = /last|past|previous/.test(shift) ? -1 : /next|following|coming/.test(shift) ? 1 : 0;
  if (shift === "the past")
    return { type: "DURATION", value: `P1${unit[0]!.toUpperCase()}`, anchor, ...between(base, unit, -1) };
  switch (unit) {
    case "week":
      return ofWeek(base.add({ weeks: step }), anchor);
    case "month": {
      const date = base.add({ months: step });
      return ofMonth(date.year, date.month, anchor);
    }
    case "year":
      return ofYear(base.year + step, anchor);
    case "decade":
      return ofDecade(Math.floor(base.year / 10) * 10 + step * 10, anchor);
    case "quarter": {
      const date = base.add({ months: 3 * step });
      const first = Math.floor((date.month - 1) / 3) * 3 + 1;
      return { ...ofSeason(date.year, first, `Q${(first + 2) / 3}`, anchor) };
    }
    default: {
      const season = SEASONS[unit];
      if (season === undefined) return undefined;
      const passed = base.month >= season.month + 3 || (unit === "winter" && base.month < 3);
      const year =
        step < 0
          ? passed && unit !== "winter"
            ? base.year
            : base.year - 1
          : step > 0
            ? base.month < season.month
              ? base.year
              : base.year + 1
            : base.year;
      return ofSeason(year, season.month, season.code, anchor);
    }
  }
}

/** "in recent weeks", "over the past three days": an open stretch that ends (or starts) with the publication date. */
function recentSpan(way: string, count: string | undefined, unit: string, context: TimeContext): Meaning {
  const amount = count === undefined ? undefined : numberValue(count);
  const value = `P${amount ?? "X"}${unit[0]!.toUpperCase()}`;
  if (context.published === undefined) return { ...unknownDate(value, "DURATION") };
  const direction = way === "coming" || way === "next" ? 1 : -1;
  return {
    type: "DURATION",
    value,
    anchor: "published",
    ...between(context.published, unit, direction * (amount ?? 3)),
    approximate: amount === undefined,
  };
}

function between(base: Day, unit: string, amount: number): Pick<Meaning, "from" | "to" | "precision"> {
  const precision =
    unit === "hour" || unit === "day"
      ? "day"
      : unit === "week"
        ? "week"
        : unit === "month"
          ? "month"
          : "year";
  const days = unit === "hour" ? Math.trunc(amount / 24) : unit === "day" ? amount : 0;
  const other = base.add({
    days,
    weeks: unit === "week" ? amount : 0,
    months: unit === "month" ? amount : 0,
    years: unit === "year" ? amount : unit === "decade" ? amount * 10 : 0,
  });
  return amount < 0 ? { from: other, to: base, precision } : { from: base, to: other, precision };
}
