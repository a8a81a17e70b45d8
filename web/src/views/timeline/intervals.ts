import type { Precision } from "../../../../src/record/time.ts";

/** ISO dates or instants, inclusive. */
export interface Interval {
  readonly from: string;
  readonly to: string;
  readonly precision: Precision;
}

/** Days since 1970-01-01, `to` exclusive. */
export interface Days {
  readonly from: number;
  readonly to: number;
}

/** Where a bar stands on its axis, as shares of it (0 to 1), and on which sides the axis cuts it off. */
export interface Bar {
  readonly start: number;
  readonly width: number;
  readonly cutStart: boolean;
  readonly cutEnd: boolean;
}

/** How sharp a date is: a day or finer, a stretch that a reader can count, or a time that is only known roughly. */
export type Sharpness = "sharp" | "wide" | "vague";

const MILLISECONDS = 86_400_000;
const SHARPNESS: Readonly<Record<Precision, Sharpness>> = {
  minute: "sharp",
  hour: "sharp",
  "part-of-day": "sharp",
  day: "sharp",
  week: "wide",
  month: "wide",
  season: "vague",
  year: "vague",
  decade: "vague",
};

export function sharpnessOf(precision: Precision): Sharpness {
  return SHARPNESS[precision];
}

/** Undefined for words that are no date. An instant counts as the moment it names, a date as its midnight in UTC. */
export function dayOf(iso: string): number | undefined {
  const instant = Date.parse(iso.length === 10 ? `${iso}T00:00:00Z` : iso);
  return Number.isNaN(instant) ? undefined : instant / MILLISECONDS;
}

export function isoOf(day: number): string {
  return new Date(Math.floor(day) * MILLISECONDS).toISOString().slice(0, 10);
}

/** The whole stretch that an interval may mean: its last day counts to its end. */
export function daysOf({ from, to }: Pick<Interval, "from" | "to">): Days | undefined {
  const start = dayOf(from);
  const last = dayOf(to);
  if (start === undefined || last === undefined || last < start) return undefined;
  return { from: start, to: to.length === 10 ? last + 1 : Math.max(last, start) };
}

/** The stretch that holds all of them, with a little air on both sides. */
export function axisOf(all: readonly Days[]): Days | undefined {
  if (all.length === 0) return undefined;
  const from = Math.min(...all.map((one) => one.from));
  const to = Math.max(...all.map((one) => one.to));
  const air = Math.max(1, (to - from) * 0.03);
  return { from: Math.floor(from - air), to: Math.ceil(to + air) };
}

/** Undefined if it lies wholly outside. A moment has no width; the drawing gives it one that can be seen. */
export function barOf(days: Days, axis: Days): Bar | undefined {
  if (days.to < axis.from || days.from > axis.to) return undefined;
  const whole = axis.to - axis.from;
  const from = Math.max(days.from, axis.from);
  const to = Math.min(days.to, axis.to);
  return {
    start: (from - axis.from) / whole,
    width: (to - from) / whole,
    cutStart: days.from < axis.from,
    cutEnd: days.to > axis.to,
  };
}

export type TickUnit = "day" | "week" | "month" | "year";
export interface Tick {
  readonly day: number;
  readonly unit: TickUnit;
}

const LONGEST: readonly (readonly [TickUnit, number])[] = [
  ["day", 14],
  ["week", 100],
  ["month", 1000],
];

/** First days of the days, weeks (Mondays), months or years of an axis: as many as can be read. */
export function ticksOf(axis: Days): readonly Tick[] {
  const length = axis.to - axis.from;
  const unit = LONGEST.find(([, most]) => length <= most)?.[0] ?? "year";
  const days = Array.from({ length: Math.min(40_000, Math.ceil(length)) }, (_, index) => axis.from + index);
  const found = days.filter((day) => startsUnit(day, unit));
  const step = Math.max(1, Math.ceil(found.length / 15));
  return found.filter((_, index) => index % step === 0).map((day) => ({ day, unit }));
}

function startsUnit(day: number, unit: TickUnit): boolean {
  const date = new Date(day * MILLISECONDS);
  if (unit === "day") return true;
  if (unit === "week") return date.getUTCDay() === 1;
  if (unit === "month") return date.getUTCDate() === 1;
  return date.getUTCDate() === 1 && date.getUTCMonth() === 0;
}
