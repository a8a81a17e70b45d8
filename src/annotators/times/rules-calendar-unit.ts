import { MONTHS, numberValue } from "../../knowledge/calendar.ts";
import type { TimeContext } from "./context.ts";
import { type Meaning, ofMonth, ofYear, unknownDate } from "./interval.ts";
import { ofUnit, stretch } from "./interval-units.ts";
import { lengthValue } from "./length.ts";
import { inPart } from "./modifiers.ts";
import { COUNT, MONTH, PART, YEAR } from "./patterns.ts";
import type { Groups, Rule } from "./rule.ts";

const UNITS = "week|fortnight|month|quarter|year|decade|century";
const SHIFT =
  "last|next|this\\s+past|this\\s+coming|this|(?:the|its)\\s+(?:next|previous|preceding|following|coming|current|same|very\\s+same|ensuing|subsequent)|that\\s+same|that";

/** Calendar units by their place: "last week", "the previous year", "later that month", "the past two years". */
export const CALENDAR_UNIT_RULES: readonly Rule[] = [
  {
    id: "shifted-unit",
    pattern: `(?:${PART}|(?<when>earlier|later|early|late|sometime)\\s+(?:in\\s+)?)(?<shift>${SHIFT})\\s+(?<unit>${UNITS})(?!\\s*(?:-|of\\s+(?:the|fighting|war)))`,
    resolve: (groups, context) => shiftedUnit(groups, context),
  },
  {
    id: "the-unit",
    pattern: `(?:(?<part>(?:the\\s+)?(?:very\\s+)?(?:(?:beginning|start|middle|end|close|rest|remainder|latter\\s+part|latter\\s+half|early\\s+part)\\s+of)|early\\s+in|late\\s+in|later\\s+in|earlier\\s+in|mid-?)\\s+)the\\s+(?<unit>week|month|year|decade|century|day|summer|winter|spring|autumn)`,
    resolve: (groups, context) => shiftedUnit({ ...groups, shift: "the" }, context),
  },
  {
    id: "unit-end",
    pattern: "(?:by\\s+)?(?<unit>year|month|week)(?:[’']s\\s+|-)(?<part>end)",
    resolve: (groups, context) => shiftedUnit({ ...groups, shift: "the" }, context),
  },
  {
    id: "recent-units",
    pattern:
      "(?:the\\s+)?(?:more\\s+)?recent\\s+(?<unit>hours|days|weeks|months|years|decades)|modern\\s+times",
    resolve: ({ unit }, context) => recent(unit ?? "years", context),
  },
  {
    id: "past-units",
    pattern: `(?:the|these|those)\\s+(?:(?<count2>${COUNT})\\s+)?(?<way>past|last|previous|preceding|next|coming|following|first|final|intervening|ensuing|subsequent|early|opening)\\s+(?:(?<count>${COUNT})\\s+)?(?<unit>second|minute|hour|day|night|week|fortnight|month|quarter|year|decade|century|centurie)(?<plural>s)?(?:(?<=s)\\s+of\\s+(?<inside>(?<month>${MONTH})?\\s*(?<year>${YEAR})|(?:the|this|last)\\s+(?:year|month|decade|century)))?`,
    resolve: (groups, context) => pastUnits(groups, context),
  },
  {
    id: "bare-past-units",
    pattern: `(?<way>past|last|next|coming)\\s+(?<count>${COUNT})\\s+(?<unit>hour|day|week|month|year|decade)(?<plural>s)`,
    resolve: (groups, context) => pastUnits(groups, context),
  },
];

const UNKNOWN: Readonly<Record<string, string>> = { week: "XXXX-WXX", month: "XXXX-XX", day: "XXXX-XX-XX" };

function shiftedUnit({ part, when, shift, unit }: Groups, context: TimeContext): Meaning | undefined {
  const way = shift!.toLowerCase().replace(/\s+/g, " ");
  const name = unit!.toLowerCase();
  // "over the next year" is a length.
  if (way === "the next" && /\b(?:over|for|in|during|within|throughout|of)\s+$/i.test(context.before))
    return undefined;
  const isStory = /^the(?: next)?$|previous|preceding|following|ensuing|subsequent|same|that/.test(way);
  // In a text of history "this year" is the year told.
  const isTold = isStory || (context.isHistory && way === "this");
  const told =
    way === "the"
      ? name === "day"
        ? context.mentionedDay
        : context.carried
      : name === "week"
        ? context.mentionedDay
        : context.mentioned;
  const base = isTold ? (told?.from ?? context.published) : context.published;
  if (base === undefined) return unknownDate(UNKNOWN[name] ?? "XXXX");
  const step = /last|past|previous|preceding/.test(way)
    ? -1
    : /next|following|coming|ensuing|subsequent/.test(way)
      ? 1
      : 0;
  const anchor = isTold && told?.from !== undefined ? "mentioned-date" : "published";
  const meaning = ofUnit(base, name, step, anchor);
  if (meaning === undefined) return undefined;
  if (part !== undefined)
    return /rest|remainder/i.test(part)
      ? meaning
      : inPart(meaning, /later/i.test(part) ? "late" : /earlier/i.test(part) ? "early" : part);
  if (when === undefined || /sometime/i.test(when)) return meaning;
  return inPart(meaning, /earl/i.test(when) ? "early" : "late");
}

/** "recent weeks" fixes nothing but lies behind: three of the unit, for want of better. */
function recent(unit: string, context: TimeContext): Meaning {
  const meaning: Meaning = { type: "DATE", value: "PAST_REF", anchor: "published", approximate: true };
  if (context.published === undefined) return { ...meaning, unknown: "relative-to-unknown-date" };
  return { ...meaning, ...stretch(context.published, unit.toLowerCase().replace(/s$/, ""), -3) };
}

/** "the past three days": a length that ends (or starts) with the publication day. */
function pastUnits(groups: Groups, context: TimeContext): Meaning | undefined {
  const { way, count, count2, unit, plural, inside } = groups;
  const name = unit!.toLowerCase();
  const written = count ?? count2;
  const word = way!.toLowerCase();
  if (written === undefined && plural === undefined) {
    // "the last week", "the past year" are lengths of one; "the next day", "the first day" are read elsewhere.
    if (!/^(?:past|last|next)$/.test(word) || /day|night/.test(name)) return undefined;
  }
  const isVague =
    written !== undefined ? /few|several|couple|dozens|hundreds/i.test(written) : plural !== undefined;
  const amount = written === undefined ? 1 : numberValue(written);
  if (!isVague && amount === undefined) return undefined;
  const value = lengthValue(isVague ? undefined : amount, name);
  const isFixed = inside === undefined && /^(?:past|last|next|coming)$/.test(word);
  if (!isFixed)
    return { type: "DURATION", value, anchor: "explicit", ...edgeOf(groups, name, isVague ? 3 : amount!) };
  if (context.published === undefined) return unknownDate(value, "DURATION");
  const direction = word === "coming" || word === "next" ? 1 : -1;
  return {
    type: "DURATION",
    value,
    anchor: "published",
    ...stretch(context.published, name, direction * (isVague ? 3 : amount!)),
    approximate: isVague,
  };
}

/** "the first ten months of 1915", "the last two weeks of May 2014": that many units from its start or before its end. */
function edgeOf({ way, month, year }: Groups, unit: string, amount: number): Partial<Meaning> {
  if (year === undefined) return {};
  const whole =
    month === undefined
      ? ofYear(Number(year), "explicit")
      : ofMonth(Number(year), MONTHS[month.toLowerCase()]!, "explicit");
  const isLast = /last|final|closing/i.test(way!);
  const { from, to, precision } = isLast
    ? stretch(whole.to!.add({ days: 1 }), unit, -amount)
    : stretch(whole.from!, unit, amount);
  return isLast
    ? { from: from!, to: whole.to!, ...(precision === undefined ? {} : { precision }) }
    : { from: whole.from!, to: to!.subtract({ days: 1 }), ...(precision === undefined ? {} : { precision }) };
}
