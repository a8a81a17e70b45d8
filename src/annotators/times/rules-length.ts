import { numberValue } from "../../knowledge/calendar.ts";
import type { Meaning } from "./interval.ts";
import { COUNT, type Rule, UNIT, WEEKDAY } from "./rule.ts";

const LETTERS: Readonly<Record<string, string>> = {
  minute: "M",
  hour: "H",
  day: "D",
  night: "D",
  week: "W",
  month: "M",
  year: "Y",
};

/** Lengths ("nine years"), repetitions ("every Friday") and times of day. */
export const LENGTH_RULES: readonly Rule[] = [
  {
    id: "length",
    pattern: `(?:(?<about>about|around|some|nearly|almost|more than|over|at least)\\s+)?(?<count>${COUNT})(?:\\s+|-)(?:more\\s+|straight\\s+|consecutive\\s+|full\\s+)?(?<unit>${UNIT})s?(?:-long)?(?![- ](?:old\\b|olds?\\b))`,
    resolve: ({ about, count, unit }, context) => {
      const value = lengthValue(count!, unit!);
      if (value === undefined) return undefined;
      const meaning: Meaning = {
        type: "DURATION",
        value,
        anchor: "published",
        ...(about === undefined ? {} : { mod: "APPROX", approximate: true }),
      };
      const back = context.published;
      const amount = numberValue(count!);
      if (back === undefined || amount === undefined || !/year/i.test(unit!)) return meaning;
      return {
        ...meaning,
        from: back.subtract({ years: Math.min(amount, 900) }).with({ month: 1, day: 1 }),
        to: back,
        precision: "year",
      };
    },
  },
  {
    id: "repeated",
    pattern: `(?:every|each)\\s+(?:(?:${COUNT})\\s+)?(?:${UNIT}|${WEEKDAY}|morning|evening|spring|summer|autumn|winter)s?|(?:daily|weekly|monthly|yearly|annually|nightly)`,
    resolve: () => ({ type: "SET", value: "P1X", anchor: "explicit" }),
  },
  {
    id: "clock-time",
    pattern:
      "(?:at\\s+)?(?<hour>[01]?\\d|2[0-3])(?:[:.](?<minute>[0-5]\\d))?\\s*(?:(?<half>a\\.?m\\.?|p\\.?m\\.?)(?:\\s+(?:GMT|UTC|local time|ET|EST|EDT|CET))?|(?:GMT|UTC|local time|hrs|hours))",
    resolve: ({ hour, minute, half }, context) => {
      const date = context.mentioned?.from ?? context.published;
      const shifted = (Number(hour) % 12) + (/^p/i.test(half ?? "") ? 12 : 0);
      const clock = `${String(half === undefined ? Number(hour) : shifted).padStart(2, "0")}:${minute ?? "00"}`;
      return { type: "TIME", value: `${date ?? "XXXX-XX-XX"}T${clock}`, anchor: "published" };
    },
  },
];

function lengthValue(count: string, unit: string): string | undefined {
  const name = unit.toLowerCase();
  const vague = /few|several|couple/i.test(count);
  const amount = vague ? undefined : numberValue(count);
  if (!vague && amount === undefined) return undefined;
  if (name === "decade") return `P${amount === undefined ? "X" : amount * 10}Y`;
  if (name.startsWith("centur")) return `P${amount === undefined ? "X" : amount * 100}Y`;
  if (name === "fortnight") return `P${(amount ?? 1) * 2}W`;
  return `P${/minute|hour/.test(name) ? "T" : ""}${amount ?? "X"}${LETTERS[name] ?? "D"}`;
}
