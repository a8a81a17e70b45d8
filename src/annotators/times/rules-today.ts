import { dayPartCode } from "../../knowledge/calendar.ts";
import type { TimeContext } from "./context.ts";
import { type Meaning, ofDay, unknownDate } from "./interval.ts";
import { ofDayPart } from "./interval-parts.ts";
import { DAY_PART, MONTH, UNIT } from "./patterns.ts";
import type { Rule } from "./rule.ts";

const PRESENT =
  "now|right\\s+now|nowadays|currently|at\\s+present|presently|these\\s+days|present[- ]day|modern[- ]day|at\\s+the\\s+moment|to\\s+date|the\\s+present(?:\\s+day)?";

const DATE_FOLLOWS = new RegExp(
  `^\\s*[,(]\\s*(?:on\\s+)?(?:${MONTH}\\.?\\s+\\d|\\d{1,2}(?:st|nd|rd|th)?\\s+${MONTH}\\b)`,
  "i",
);

/** Days that the report counts from its own day, and the vague now, then and some day. */
export const TODAY_RULES: readonly Rule[] = [
  {
    id: "today",
    pattern: `(?:(?<when>early|earlier|late|later)\\s+)?(?<day>the\\s+day\\s+before\\s+yesterday|the\\s+day\\s+after\\s+tomorrow|today|tonight|yesterday|tomorrow|overnight)(?:\\s+(?<part>${DAY_PART}))?`,
    resolve: ({ when, day, part }, context) => {
      // "Today, August 10": read by others a day later, it is the date that says which.
      if (DATE_FOLLOWS.test(context.after)) return undefined;
      const meaning = fixedDay(day!.toLowerCase().replace(/\s+/g, " "), part, context);
      return when === undefined
        ? meaning
        : { ...meaning, mod: /early|earlier/i.test(when) ? "START" : "END" };
    },
  },
  {
    id: "part-of-today",
    pattern:
      "(?:(?<when>early|earlier|late|later)\\s+)?(?:this\\s+(?<part>morning|afternoon|evening)|last\\s+(?<last>night|evening))",
    resolve: ({ when, part, last }, context) => {
      const meaning = fixedDay(last === undefined ? "today" : "yesterday", part ?? last, context);
      return when === undefined
        ? meaning
        : { ...meaning, mod: /early|earlier/i.test(when) ? "START" : "END" };
    },
  },
  {
    id: "bare-part-of-day",
    pattern:
      "(?<=\\b(?:at|by|during)\\s+)(?<night>night(?:-?time)?|dawn|daybreak|dusk|nightfall)|(?<=\\b(?:in|during|by)\\s+)the\\s+(?:early\\s+|late\\s+)?(?<part>morning|afternoon|evening|night)(?:\\s+hours)?(?!\\s+of)",
    resolve: ({ night, part }, context) => {
      const code = dayPartCode(night ?? part!)!;
      // "at night" is any night; "at dawn on Friday" is dated by what follows.
      const isAny = /^night(?:-?time)?$/i.test(night ?? "") || /^\s+on\s/.test(context.after);
      const day = isAny ? undefined : context.mentionedDay?.from;
      if (day !== undefined) return ofDayPart(day, code, "event");
      return {
        type: "TIME",
        value: `XXXX-XX-XXT${code}`,
        anchor: "explicit",
      };
    },
  },
  {
    id: "present",
    pattern: `(?<words>${PRESENT}|current(?!\\s+(?:account|of|affairs|events)\\b)(?!\\s+(?:${UNIT})))(?!\\s+(?:that|defunct|famous|infamous|-))`,
    resolve: () => ({ type: "DATE", value: "PRESENT_REF", anchor: "published" }),
  },
  {
    id: "past",
    pattern:
      "recently|recent(?=\\s+\\p{L})(?!\\s+(?:hours|days|weeks|months|years|decades|times|past))|in\\s+recent\\s+times|lately|(?:the\\s+)?recent\\s+past|(?<=\\b(?:in|of)\\s+)the\\s+past(?!\\s+\\p{L}+\\s+\\p{L}*s\\b|\\s+(?:few|several|week|month|year|decade))|formerly|(?<=\\bof\\s+)old\\s+times",
    resolve: () => ({ type: "DATE", value: "PAST_REF", anchor: "published" }),
  },
  {
    id: "future",
    pattern:
      "(?<=\\b(?:in|for)\\s+)(?:the\\s+)?(?:near\\s+|not[- ]too[- ]distant\\s+|foreseeable\\s+|immediate\\s+)?future|(?:the\\s+)(?:near\\s+|foreseeable\\s+|immediate\\s+)?future(?!\\s+(?:of|president|king|prime|tense|\\p{Ll}+s\\b))",
    resolve: () => ({ type: "DATE", value: "FUTURE_REF", anchor: "published" }),
  },
];

function fixedDay(name: string, part: string | undefined, context: TimeContext): Meaning {
  const code =
    name === "tonight" || name === "overnight" ? "NI" : part === undefined ? undefined : dayPartCode(part);
  const { published } = context;
  if (published === undefined)
    return unknownDate(
      `XXXX-XX-XX${code === undefined ? "" : `T${code}`}`,
      code === undefined ? "DATE" : "TIME",
    );
  const date = published.add({ days: shiftOf(name) });
  if (name === "overnight") {
    // The night before the report, which ends on its day.
    const night = ofDayPart(
      context.tense === "future" ? date : date.subtract({ days: 1 }),
      "NI",
      "published",
    );
    return { ...night, to: night.from!.add({ days: 1 }) };
  }
  return code === undefined ? ofDay(date, "published") : ofDayPart(date, code, "published");
}

function shiftOf(name: string): number {
  if (name === "yesterday") return -1;
  if (name === "tomorrow") return 1;
  if (name === "the day before yesterday") return -2;
  return name === "the day after tomorrow" ? 2 : 0;
}
