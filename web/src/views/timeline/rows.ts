import type { Precision } from "../../../../src/record/time.ts";
import type { Bucket, StoredEvent, TimelineBucket } from "../../../../src/store/types.ts";
import { groupBy } from "../../parts/group.ts";
import { type Days, daysOf, isoOf, type Sharpness, sharpnessOf } from "./intervals.ts";

/** One happening on the timeline: when it was, by everybody who dates it, and when it was reported. */
export interface TimelineRow {
  readonly key: string;
  /** The first claim that is dated, else the first; its words stand for the row. */
  readonly event: StoredEvent;
  readonly claims: number;
  readonly intervals: readonly DatedDays[];
  /** Days on which a report came out, the earliest first. */
  readonly reported: readonly number[];
}
export interface DatedDays extends Days {
  readonly precision: Precision;
}

/** Claims of one happening share a row; the same date told twice is one bar, another date a bar of its own. */
export function rowsOf(events: readonly StoredEvent[]): readonly TimelineRow[] {
  const groups = groupBy(events, ({ id, happening }) => happening ?? id);
  return [...groups]
    .map(([key, claims]): TimelineRow => {
      const reported = claims.flatMap(({ report }) => reportDay(report.published));
      return {
        key,
        event: claims.find(({ event }) => event.time.status === "known") ?? claims[0]!,
        claims: claims.length,
        intervals: distinct(claims.flatMap(datedDays)),
        reported: [...new Set(reported)].sort((a, b) => a - b),
      };
    })
    .sort((a, b) => firstDay(a) - firstDay(b));
}

function datedDays({ event }: StoredEvent): readonly DatedDays[] {
  if (event.time.status !== "known") return [];
  const days = daysOf(event.time);
  return days === undefined ? [] : [{ ...days, precision: event.time.precision }];
}

function reportDay(published: string | undefined): readonly number[] {
  const days = published === undefined ? undefined : daysOf({ from: published, to: published });
  return days === undefined ? [] : [days.from];
}

function distinct(all: readonly DatedDays[]): readonly DatedDays[] {
  const seen = new Map(all.map((one) => [`${one.from} ${one.to} ${one.precision}`, one]));
  return [...seen.values()].sort((a, b) => a.from - b.from || b.to - a.to);
}

const firstDay = ({ intervals }: TimelineRow): number => intervals[0]?.from ?? Number.POSITIVE_INFINITY;

/** A bucket as long as what its dates may mean: events "in May" fill May, whatever the buckets of the drawing. */
export interface Band {
  readonly sharpness: Sharpness;
  readonly bars: readonly (DatedDays & { readonly events: number })[];
  readonly most: number;
}

/** Buckets by how sharp their dates are, the sharpest first; bands without events are left out. */
export function bandsOf(buckets: readonly TimelineBucket[], unit: Bucket): readonly Band[] {
  return (["sharp", "wide", "vague"] as const).flatMap((sharpness): readonly Band[] => {
    const own = buckets.filter(({ precision }) => sharpnessOf(precision) === sharpness);
    if (own.length === 0) return [];
    const bars = own.flatMap(({ from, precision, events }) => {
      const days = daysOf({ from, to: lastDay(from, longer(unit, precision)) });
      return days === undefined ? [] : [{ ...days, precision, events }];
    });
    return [{ sharpness, bars, most: Math.max(...bars.map(({ events }) => events)) }];
  });
}

const LENGTH: Readonly<Record<Precision, number>> = {
  minute: 1,
  hour: 1,
  "part-of-day": 1,
  day: 1,
  week: 7,
  month: 31,
  season: 92,
  year: 366,
  decade: 3653,
};

function longer(unit: Bucket, precision: Precision): Precision {
  return LENGTH[precision] > LENGTH[unit] ? precision : unit;
}

/** The last day of a day, week, month, season, year or decade that begins on a day. */
function lastDay(from: string, length: Precision): string {
  const [year = 0, month = 1, day = 1] = from.slice(0, 10).split("-").map(Number);
  const end = (years: number, months: number, days: number): string =>
    isoOf(Date.UTC(year + years, month - 1 + months, day + days - 1) / 86_400_000);
  if (length === "decade") return end(10, 0, 0);
  if (length === "year") return end(1, 0, 0);
  if (length === "season") return end(0, 3, 0);
  if (length === "month") return end(0, 1, 0);
  if (length === "week") return end(0, 0, 7);
  return from.slice(0, 10);
}
