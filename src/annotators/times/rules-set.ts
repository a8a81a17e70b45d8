import { dayPartCode, MONTHS, numberValue, SEASONS, WEEKDAYS } from "../../knowledge/calendar.ts";
import type { Meaning } from "./interval.ts";
import { lengthValue } from "./length.ts";
import { COUNT, DAY_PART, MONTH, SEASON, WEEKDAY } from "./patterns.ts";
import type { Rule } from "./rule.ts";

const NAMED: Readonly<Record<string, string>> = {
  hourly: "PT1H",
  daily: "P1D",
  nightly: "TNI",
  weekly: "P1W",
  fortnightly: "P2W",
  biweekly: "P2W",
  monthly: "P1M",
  quarterly: "P3M",
  yearly: "P1Y",
  annual: "P1Y",
  annually: "P1Y",
  biannual: "P6M",
  biennial: "P2Y",
};
const CODES: Readonly<Record<string, string>> = {
  morning: "TMO",
  afternoon: "TAF",
  evening: "TEV",
  night: "TNI",
};

/** What repeats: "every Friday", "twice a week", "annual". */
export const SET_RULES: readonly Rule[] = [
  {
    id: "every",
    pattern: `(?:almost\\s+|nearly\\s+)?(?<quant>every|each)(?:\\s+(?<other>other|second))?\\s+(?:(?<count>${COUNT})\\s+)?(?:(?<unit>second|minute|hour|day|week|month|quarter|year|decade|century)s?|(?<weekday>${WEEKDAY})s?(?:\\s+(?<clock>morning|afternoon|evening|night))?|(?<month>${MONTH})|(?<season>${SEASON})|(?<part>${DAY_PART}))`,
    resolve: ({ quant, other, count, unit, weekday, clock, month, season, part }) => {
      const set: Omit<Meaning, "value"> = { type: "SET", anchor: "explicit", quant: quant!.toUpperCase() };
      if (unit !== undefined) {
        const amount = other === undefined ? (count === undefined ? 1 : numberValue(count)) : 2;
        return { ...set, value: lengthValue(amount, unit.toLowerCase()) };
      }
      if (weekday !== undefined) return { ...set, value: eachWeekday(weekday, clock) };
      if (month !== undefined)
        return /^\p{Lu}/u.test(month)
          ? { ...set, value: `XXXX-${String(MONTHS[month.toLowerCase()]).padStart(2, "0")}` }
          : undefined;
      if (season !== undefined) return { ...set, value: `XXXX-${SEASONS[season.toLowerCase()]!.code}` };
      return { ...set, value: CODES[part!.toLowerCase()] ?? "P1D" };
    },
  },
  {
    id: "times-per-unit",
    pattern: `(?:(?<times>once|twice|(?<count>${COUNT})\\s+times)\\s+)(?:a|an|per|each|every)\\s+(?<unit>minute|hour|day|night|week|month|year|decade|century)`,
    resolve: ({ times, count, unit }) => {
      const number = count === undefined ? (/once/i.test(times!) ? 1 : 2) : numberValue(count);
      return {
        type: "SET",
        value: lengthValue(1, unit!.toLowerCase()),
        anchor: "explicit",
        ...(number === undefined ? {} : { freq: `${number}X` }),
      };
    },
  },
  {
    id: "per-unit",
    pattern:
      "(?:per|(?<=\\d\\s+\\p{L}{0,12}\\s*|percent\\s+|%\\s+)an?)\\s+(?<unit>hour|day|night|week|month|year)(?!\\s+(?:ago|later|earlier|after|before))",
    resolve: ({ unit }) => ({ type: "SET", value: lengthValue(1, unit!.toLowerCase()), anchor: "explicit" }),
  },
  {
    id: "adverb",
    pattern:
      "(?<word>hourly|daily|nightly|weekly|fortnightly|biweekly|monthly|quarterly|yearly|annual|annually|biannual|biennial)",
    resolve: ({ word }) => {
      // "the Daily Post", "Annual Report": names of papers and series.
      if (/^\p{Lu}/u.test(word!)) return undefined;
      return { type: "SET", value: NAMED[word!.toLowerCase()]!, anchor: "explicit" };
    },
  },
  {
    id: "weekdays",
    pattern: `(?<weekday>${WEEKDAY})(?:s(?:\\s+(?<clock>morning|afternoon|evening|night)s?)?|\\s+(?<clock2>morning|afternoon|evening|night)s)`,
    resolve: ({ weekday, clock, clock2 }) =>
      /^\p{Lu}/u.test(weekday!)
        ? { type: "SET", value: eachWeekday(weekday!, clock ?? clock2), anchor: "explicit" }
        : undefined,
  },
];

function eachWeekday(name: string, clock: string | undefined): string {
  const code = clock === undefined ? undefined : dayPartCode(clock);
  return `XXXX-WXX-${WEEKDAYS[name.toLowerCase()]}${code === undefined ? "" : `T${code}`}`;
}
