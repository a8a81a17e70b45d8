import { randomOf } from "./random.ts";

export const METRICS = ["nominal", "ordinal", "interval"] as const;
/** How far apart two values are: same or not, ranks between them, or their difference. */
export type Metric = (typeof METRICS)[number];

/** What the coders of one unit said, one value a coder who judged it; in any order. */
export type Unit = readonly (string | number)[];

export interface Agreement {
  /** 1 = no disagreement, 0 = as by chance; absent if nothing varies or nobody overlaps: it is not defined then. */
  readonly alpha?: number;
  /** 95 % of resampled sets of units lie between these. */
  readonly interval?: readonly [number, number];
  /** Units that two or more coders judged, and the values in them. */
  readonly units: number;
  readonly values: number;
  /** Of these units: all coders say the same. */
  readonly same: number;
}

const DRAWS = 1000;
const LEAST_UNITS = 2;

/**
 * Krippendorff's alpha with any number of coders and missing values (K. Krippendorff, Computing Krippendorff's
 * Alpha-Reliability, 2011): 1 - observed / expected disagreement. The interval comes from drawing units anew, with the
 * seed: the same units and seed give the same interval.
 */
export function agreementOf(units: readonly Unit[], metric: Metric, seed = 1): Agreement {
  const pairable = units.filter((unit) => unit.length > 1);
  const alpha = alphaOf(pairable, metric);
  const interval = alpha === undefined ? undefined : intervalOf(pairable, metric, seed);
  return {
    ...(alpha === undefined ? {} : { alpha }),
    ...(interval === undefined ? {} : { interval }),
    units: pairable.length,
    values: pairable.reduce((sum, unit) => sum + unit.length, 0),
    same: pairable.filter((unit) => unit.every((value) => value === unit[0])).length,
  };
}

function alphaOf(units: readonly Unit[], metric: Metric): number | undefined {
  const counts = new Map<string | number, number>();
  for (const value of units.flat()) counts.set(value, (counts.get(value) ?? 0) + 1);
  const total = units.reduce((sum, unit) => sum + unit.length, 0);
  const distance = distanceBy(metric, counts);
  // Both sums run over ordered pairs; pairs of a unit weigh less the more coders it has.
  const observed = units.reduce((sum, unit) => sum + spread(unit, distance) / (unit.length - 1), 0);
  const expected = expectedOf(counts, total, metric, distance) / (total - 1);
  return expected > 0 ? 1 - observed / expected : undefined;
}

type Distance = (a: string | number, b: string | number) => number;

function spread(unit: Unit, distance: Distance): number {
  let sum = 0;
  unit.forEach((one, at) => {
    for (const other of unit.slice(at + 1)) sum += 2 * distance(one, other);
  });
  return sum;
}

/** Of all ordered pairs of all values. Closed forms where there are some: values may be as many as places. */
function expectedOf(
  counts: ReadonlyMap<string | number, number>,
  total: number,
  metric: Metric,
  distance: Distance,
): number {
  const entries = [...counts];
  if (metric === "nominal") return total * total - entries.reduce((sum, [, count]) => sum + count * count, 0);
  if (metric === "interval") {
    const squares = entries.reduce((sum, [value, count]) => sum + count * Number(value) ** 2, 0);
    const plain = entries.reduce((sum, [value, count]) => sum + count * Number(value), 0);
    return 2 * (total * squares - plain * plain);
  }
  return entries.reduce(
    (sum, [one, count]) =>
      sum + entries.reduce((inner, [other, times]) => inner + count * times * distance(one, other), 0),
    0,
  );
}

/** Squared differences, as Krippendorff defines them. Of ranks: all values between the two, the two by half. */
function distanceBy(metric: Metric, counts: ReadonlyMap<string | number, number>): Distance {
  if (metric === "nominal") return (a, b) => (a === b ? 0 : 1);
  if (metric === "interval") return (a, b) => (Number(a) - Number(b)) ** 2;
  const ranked = [...counts].sort(([a], [b]) => Number(a) - Number(b));
  const middles = new Map<string | number, number>();
  let before = 0;
  for (const [value, count] of ranked) {
    middles.set(value, before + count / 2);
    before += count;
  }
  return (a, b) => (middles.get(a)! - middles.get(b)!) ** 2;
}

function intervalOf(
  units: readonly Unit[],
  metric: Metric,
  seed: number,
): readonly [number, number] | undefined {
  if (units.length < LEAST_UNITS) return undefined;
  const random = randomOf(seed);
  const draws: number[] = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const drawn = units.map(() => units[Math.floor(random() * units.length)]!);
    // A draw in which nothing varies has no disagreement either.
    draws.push(alphaOf(drawn, metric) ?? 1);
  }
  draws.sort((a, b) => a - b);
  return [draws[Math.floor(DRAWS * 0.025)]!, draws[Math.ceil(DRAWS * 0.975) - 1]!];
}
