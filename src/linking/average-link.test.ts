import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { averageLink } from "./average-link.ts";
import type { Similarities } from "./similarity.ts";

const matrix = (size: number, of: (a: number, b: number) => number): Similarities =>
  Array.from(
    { length: size },
    (_, a) =>
      new Map(Array.from({ length: size }, (_, b) => [b, a === b ? 1 : of(Math.min(a, b), Math.max(a, b))])),
  );

/** The definition, step by step: join the two clusters with the highest mean until it is too low. */
function byDefinition(rows: Similarities, threshold: number): readonly (readonly number[])[] {
  let clusters: readonly (readonly number[])[] = rows.map((_, index) => [index]);
  for (;;) {
    let best: { a: number; b: number; mean: number } | undefined;
    clusters.forEach((one, a) => {
      clusters.slice(0, a).forEach((other, b) => {
        const sum = one.reduce(
          (total, x) => total + other.reduce((part, y) => part + (rows[x]!.get(y) ?? 0), 0),
          0,
        );
        const mean = sum / (one.length * other.length);
        if (best === undefined || mean > best.mean) best = { a, b, mean };
      });
    });
    if (best === undefined || best.mean < threshold) break;
    const { a, b } = best;
    const joined = [...clusters[a]!, ...clusters[b]!].sort((x, y) => x - y);
    clusters = [...clusters.filter((_, index) => index !== a && index !== b), joined];
  }
  return [...clusters].sort((x, y) => x[0]! - y[0]!);
}

/** Of square roots of primes no two means are the same, so that rounding never decides which clusters are joined first. */
const INCOMMENSURABLE = Array.from({ length: 600 }, (_, n) => n + 2)
  .filter((n) => !Array.from({ length: n - 2 }, (_, d) => d + 2).some((d) => n % d === 0))
  .map((prime) => Math.sqrt(prime) % 1);

describe("average-link clusters", () => {
  it("joins what is alike and leaves the rest alone", () => {
    const rows = matrix(4, (a, b) => (a === 0 && b === 1 ? 0.9 : 0.1));
    expect(averageLink(rows, 0.5)).toEqual([[0, 1], [2], [3]]);
  });

  it("asks for the mean, not for one bridge", () => {
    const rows = matrix(3, (a, b) => (a === 0 && b === 2 ? 0 : 0.8));
    expect(averageLink(rows, 0.5)).toHaveLength(2);
  });

  it("are those of the definition, whatever the similarities", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 9 }),
        fc.shuffledSubarray(INCOMMENSURABLE, { minLength: 36, maxLength: 36 }),
        fc.double({ min: 0.1, max: 0.9, noNaN: true }),
        (size, values, threshold) => {
          const rows = matrix(size, (a, b) => values[(b * (b - 1)) / 2 + a]!);
          expect(averageLink(rows, threshold)).toEqual(byDefinition(rows, threshold));
        },
      ),
    );
  });
});
