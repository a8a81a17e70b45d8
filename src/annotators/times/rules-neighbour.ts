import { dayPartCode } from "../../knowledge/calendar.ts";
import type { TimeContext } from "./context.ts";
import { type Meaning, ofDay, ofMonth, unknownDate } from "./interval.ts";
import { ofDayPart } from "./interval-parts.ts";
import { DAY_PART } from "./patterns.ts";
import type { Groups, Rule } from "./rule.ts";

/** Days beside the day told last: "the next day", "that night", "the following evening". */
export const NEIGHBOUR_RULES: readonly Rule[] = [
  {
    id: "neighbour-day",
    pattern: `(?:(?:very\\s+)?(?<when>early|late)\\s+)?(?:the\\s+)?(?:very\\s+)?(?<way>next|following|previous|preceding|same|very|that\\s+same|that\\s+very|that)\\s+(?:very\\s+)?(?<unit>day|date|${DAY_PART})(?!\\s+(?:of|yesterday|tomorrow|forward|when))`,
    resolve: (groups, context) => neighbour(groups, context),
  },
  {
    id: "day-beside",
    pattern:
      "the\\s+(?<unit>day|night|morning|evening)\\s+(?<way>after|before|following|earlier)(?!\\s+(?:yesterday|tomorrow|today))",
    resolve: (groups, context) => neighbour(groups, context),
  },
];

function neighbour({ way, unit, when }: Groups, context: TimeContext): Meaning | undefined {
  const word = way!.toLowerCase().replace(/\s+/g, " ");
  const base = context.mentionedDay?.to;
  const code = dayPartCode(unit!);
  if (word === "next" && base === undefined && code === undefined) return unknownDate("XXXX-XX-XX");
  if (base === undefined) return openDay(word, code, context);
  const step = /next|following|after/.test(word)
    ? 1
    : /previous|preceding|before|earlier/.test(word)
      ? -1
      : 0;
  const date = base.add({ days: step });
  const meaning = code === undefined ? ofDay(date, "event") : ofDayPart(date, code, "event");
  if (when === undefined) return meaning;
  return { ...meaning, mod: /early/i.test(when) ? "START" : "END" };
}

/** Where the story has no day, the month told last is all that is known. */
function openDay(word: string, code: string | undefined, context: TimeContext): Meaning {
  const clock = code === undefined ? "" : `T${code}`;
  const type = code === undefined ? "DATE" : "TIME";
  const told = context.mentioned;
  if (told?.precision === "month" && told.from !== undefined) {
    const month = ofMonth(told.from.year, told.from.month, "event");
    return { ...month, type, value: `${month.value}-XX${clock}`, approximate: true };
  }
  const { published } = context;
  if (/^(?:that|same|that same)$/.test(word) && published !== undefined && code !== undefined)
    return ofDayPart(published, code, "published");
  return unknownDate(`XXXX-XX-XX${clock}`, type);
}
