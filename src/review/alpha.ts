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
  const coded = encode(pairable, metric);
  const alpha = alphaOf(
    coded,
    pairable.map((_, index) => index),
    metric,
  );
  const interval = alpha === undefined ? undefined : intervalOf(coded, metric, seed);
  return {
    ...(alpha === undefined ? {} : { alpha }),
    ...(interval === undefined ? {} : { interval }),
    units: pairable.length,
    values: pairable.reduce((sum, unit) => sum + unit.length, 0),
    same: pairable.filter((unit) => unit.every((value) => value === unit[0])).length,
  };
}

/** Units as numbers of values, so that a thousand draws take no time to speak of. */
interface Coded {
  readonly units: readonly (readonly number[])[];
  /** The values as numbers, ascending; of names only their number counts. */
  readonly values: readonly number[];
  /** Disagreement within each unit; for ranks it depends on all the others and is counted anew. */
  readonly spreads: readonly number[];
}

function encode(units: readonly Unit[], metric: Metric): Coded {
  const distinct = [...new Set(units.flat())];
  if (metric !== "nominal") distinct.sort((a, b) => Number(a) - Number(b));
  const numberOf = new Map(distinct.map((value, index) => [value, index]));
  // Counted from the middle: days since 1970 are large numbers that lie close together.
  const middle = Number(distinct[distinct.length >> 1]);
  const values = distinct.map((value, index) => (metric === "nominal" ? index : Number(value) - middle));
  const coded = units.map((unit) => unit.map((value) => numberOf.get(value)!));
  const apart =
    metric === "interval"
      ? (a: number, b: number) => (values[a]! - values[b]!) ** 2
      : (a: number, b: number) => (a === b ? 0 : 1);
  return { units: coded, values, spreads: coded.map((unit) => spread(unit, apart)) };
}

/** Over ordered pairs of a unit, which weigh less the more coders it has. */
function spread(unit: readonly number[], apart: (a: number, b: number) => number): number {
  let sum = 0;
  unit.forEach((one, at) => {
    for (const other of unit.slice(at + 1)) sum += 2 * apart(one, other);
  });
  return sum / (unit.length - 1);
}

/** Of the units drawn, which may be drawn more than once. */
function alphaOf(coded: Coded, drawn: readonly number[], metric: Metric): number | undefined {
  const counts = new Float64Array(coded.values.length);
  let [total, within] = [0, 0];
  for (const index of drawn) {
    for (const value of coded.units[index]!) counts[value]! += 1;
    total += coded.units[index]!.length;
    within += coded.spreads[index]!;
  }
  const ranks = metric === "ordinal" ? middlesOf(counts) : undefined;
  const observed =
    ranks === undefined
      ? within
      : drawn.reduce(
          (sum, index) => sum + spread(coded.units[index]!, (a, b) => (ranks[a]! - ranks[b]!) ** 2),
          0,
        );
  const expected =
    (metric === "nominal"
      ? total * total - sumOf(counts, (count) => count * count)
      : squaresOf(counts, total, ranks ?? coded.values)) /
    (total - 1);
  return expected > 0 ? 1 - observed / expected : undefined;
}

/** Ranks as Krippendorff defines them: all values below, and half of those that are equal. */
function middlesOf(counts: Float64Array): readonly number[] {
  let before = 0;
  return Array.from(counts, (count) => {
    before += count;
    return before - count / 2;
  });
}

/** Squared differences of all ordered pairs. */
function squaresOf(counts: Float64Array, total: number, values: readonly number[]): number {
  const plain = sumOf(counts, (count, index) => count * values[index]!);
  return 2 * (total * sumOf(counts, (count, index) => count * values[index]! ** 2) - plain * plain);
}

function sumOf(counts: Float64Array, of: (count: number, index: number) => number): number {
  return counts.reduce((sum, count, index) => sum + of(count, index), 0);
}

function intervalOf(coded: Coded, metric: Metric, seed: number): readonly [number, number] | undefined {
  const size = coded.units.length;
  if (size < LEAST_UNITS) return undefined;
  const random = randomOf(seed);
  const draws: number[] = [];
  for (let draw = 0; draw < DRAWS; draw += 1) {
    const drawn = coded.units.map(() => Math.floor(random() * size));
    // A draw in which nothing varies has no disagreement either.
    draws.push(alphaOf(coded, drawn, metric) ?? 1);
  }
  draws.sort((a, b) => a - b);
  return [draws[Math.floor(DRAWS * 0.025)]!, draws[Math.ceil(DRAWS * 0.975) - 1]!];
}
