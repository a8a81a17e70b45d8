import { MONTHS, SEASONS } from "../../knowledge/calendar.ts";
import type { TimeContext } from "./context.ts";
import {
  type Day,
  day,
  type Meaning,
  ofDay,
  ofDecade,
  ofMonth,
  ofSeason,
  ofYear,
  parseDay,
  partOf,
  unknownDate,
} from "./interval.ts";
import { DAY_NUMBER, MONTH, type Rule, WEEKDAY, YEAR } from "./rule.ts";

type Groups = Readonly<Record<string, string | undefined>>;

const PARTS: Readonly<Record<string, "START" | "MID" | "END">> = {
  early: "START",
  beginning: "START",
  start: "START",
  mid: "MID",
  middle: "MID",
  late: "END",
  end: "END",
};

/** Dates that name day, month or year themselves. A missing year comes from the publication date or the year mentioned last. */
export const EXPLICIT_RULES: readonly Rule[] = [
  {
    id: "day-range-in-month",
    pattern: `(?:the\\s+night\\s+of\\s+)?(?<month>${MONTH})\\.?\\s+(?<first>${DAY_NUMBER})\\s*(?:to|-|and|through|into)\\s*(?<last>${DAY_NUMBER})(?:,?\\s+(?<year>${YEAR}))?`,
    resolve: (groups, context) => dayRange(groups, context),
  },
  {
    id: "day-range-before-month",
    pattern: `(?:the\\s+night\\s+of\\s+)?(?<first>${DAY_NUMBER})\\s*(?:to|-|and)\\s*(?<last>${DAY_NUMBER})\\s+(?:of\\s+)?(?<month>${MONTH})\\.?(?:,?\\s+(?<year>${YEAR}))?`,
    resolve: (groups, context) => dayRange(groups, context),
  },
  {
    id: "month-day-year",
    pattern: `(?:${WEEKDAY},?\\s+)?(?<month>${MONTH})\\.?\\s+(?:the\\s+)?(?<first>${DAY_NUMBER})(?!\\d|[.:]\\d|,\\d|\\s*%)(?:,?\\s+(?<year>${YEAR}))?`,
    resolve: (groups, context) => fullDay(groups, context),
  },
  {
    id: "day-month-year",
    pattern: `(?:${WEEKDAY},?\\s+)?(?:the\\s+)?(?<first>${DAY_NUMBER})\\s+(?:of\\s+)?(?<month>${MONTH})\\.?(?:,?\\s+(?<year>${YEAR}))?`,
    resolve: (groups, context) => fullDay(groups, context),
  },
  {
    id: "iso-date",
    pattern: "(?<iso>\\d{4}-\\d{2}-\\d{2})",
    resolve: ({ iso }) => {
      const date = parseDay(iso!);
      return date === undefined ? undefined : ofDay(date, "explicit");
    },
  },
  {
    id: "month-year",
    pattern: `(?:(?:the\\s+)?(?<part>early|beginning of|start of|mid|middle of|late|end of)[ -]+)?(?<month>${MONTH})\\.?,?\\s+(?:of\\s+)?(?<year>${YEAR})`,
    resolve: ({ part, month, year }) =>
      inPart(ofMonth(Number(year), MONTHS[month!.toLowerCase()]!, "explicit"), part),
  },
  {
    id: "season-year",
    pattern: `(?:the\\s+)?(?<season>spring|summer|autumn|fall|winter)\\s+(?:of\\s+)?(?<year>${YEAR})`,
    resolve: ({ season, year }) => {
      const { month, code } = SEASONS[season!.toLowerCase()]!;
      return ofSeason(Number(year), month, code, "explicit");
    },
  },
  {
    id: "decade",
    pattern: "(?:the\\s+)?(?:(?<part>early|mid|late)[ -]+)?(?<decade>1[5-9]\\d0|20[0-9]0)s",
    resolve: ({ part, decade }) => inPart(ofDecade(Number(decade), "explicit"), part),
  },
  {
    id: "year-range",
    pattern: `(?<first>${YEAR})\\s*(?:-|to)\\s*(?<last>${YEAR})(?!\\d|-)`,
    resolve: ({ first, last }) => {
      const from = ofYear(Number(first), "explicit");
      const to = ofYear(Number(last), "explicit");
      return { ...from, value: `${first}/${last}`, to: to.to! };
    },
  },
  {
    id: "month",
    pattern: `(?:(?<part>early|beginning of|start of|mid|middle of|late|end of)[ -]+(?:(?<shift>last|next|this)\\s+)?|(?<shift2>last|next|this|this past)\\s+|(?<=\\b(?:in|since|by|until|till|during|from|to|before|after|of|for|and|through)\\s))(?<month>${MONTH})(?!\\s+\\d)\\b`,
    resolve: ({ part, month, shift, shift2 }, context) => bareMonth(month!, part, shift ?? shift2, context),
  },
  {
    id: "year",
    pattern: `(?:(?:the\\s+)?(?<part>early|beginning of|start of|mid|middle of|late|end of)[ -]+)?(?<year>${YEAR})(?![\\d-]|[.,]\\d|\\s*(?:%|percent|per cent|people|soldiers|civilians|troops|dollars|euros|miles|km|kilomet|met(?:re|er)|tons|tonnes|votes|years|homes|families|houses|members|others|children|prisoners|cases))`,
    resolve: ({ part, year }) => inPart(ofYear(Number(year), "explicit"), part),
  },
];

function inPart(meaning: Meaning, part: string | undefined): Meaning {
  const mod = part === undefined ? undefined : PARTS[part.split(" ")[0]!.toLowerCase()];
  return mod === undefined ? meaning : partOf(meaning, mod);
}

function fullDay(groups: Groups, context: TimeContext): Meaning | undefined {
  const month = MONTHS[groups.month!.toLowerCase()]!;
  const date = Number.parseInt(groups.first!, 10);
  if (groups.year !== undefined) {
    const found = day(Number(groups.year), month, date);
    return found === undefined ? undefined : ofDay(found, "explicit");
  }
  const found = nearest((year) => day(year, month, date), context);
  if (found !== undefined) return ofDay(found, "published");
  return day(2000, month, date) === undefined ? undefined : unknownDate(`XXXX-${two(month)}-${two(date)}`);
}

function dayRange(groups: Groups, context: TimeContext): Meaning | undefined {
  const first = fullDay(groups, context);
  const last = fullDay({ ...groups, first: groups.last }, context);
  if (first?.from === undefined || last?.to === undefined) return first;
  const { from } = first;
  const { to } = last;
  return { ...first, value: `${first.value}/${last.value}`, from, to };
}

function bareMonth(
  name: string,
  part: string | undefined,
  shift: string | undefined,
  context: TimeContext,
): Meaning | undefined {
  const month = MONTHS[name.toLowerCase()]!;
  const published = context.published;
  if (shift?.toLowerCase() === "this" && published !== undefined)
    return inPart(ofMonth(published.year, month, "published"), part);
  const tense = shift?.toLowerCase() === "next" ? "future" : shift === undefined ? context.tense : "past";
  const found = nearest(
    (year) => day(year, month, 1),
    { ...context, tense },
    shift?.toLowerCase() === "last" && published?.month === month,
  );
  if (found === undefined) return unknownDate(`XXXX-${two(month)}`);
  return inPart(ofMonth(found.year, month, "published"), part);
}

/** The year that puts a day before (or, in the future, after) the publication date, or nearest the date mentioned last. */
function nearest(
  make: (year: number) => Day | undefined,
  context: TimeContext,
  strictlyBefore = false,
): Day | undefined {
  const base = context.published ?? context.mentioned?.from;
  if (base === undefined) return undefined;
  const order = context.tense === "future" ? [0, 1] : [0, -1];
  const fits = (date: Day): boolean => {
    const months = (date.year - base.year) * 12 + date.month - base.month;
    if (context.tense === "future")
      return months > 0 || (months === 0 && (date.day === 1 || date.day >= base.day));
    return strictlyBefore ? months < 0 : months < 0 || (months === 0 && date.day <= base.day);
  };
  const candidates = order.map((shift) => make(base.year + shift)).filter((date) => date !== undefined);
  return candidates.find(fits) ?? candidates[0];
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
