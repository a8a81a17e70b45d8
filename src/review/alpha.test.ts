import { describe, expect, it } from "vitest";
import { agreementOf, type Metric, type Unit } from "./alpha.ts";
import { shareOf } from "./share.ts";

/** One line a coder, one column a unit; a dot where the coder did not judge. */
function unitsOf(...coders: readonly string[]): readonly Unit[] {
  const lines = coders.map((line) => line.split(" "));
  return lines[0]!.map((_, unit) =>
    lines.flatMap((line) =>
      line[unit] === "." ? [] : [Number.isNaN(Number(line[unit])) ? line[unit]! : Number(line[unit])],
    ),
  );
}

describe("Krippendorff's alpha, on the worked examples of his 2011 paper", () => {
  it("two coders, two values", () => {
    // 4 of 10 units differ: 8 of 20 ordered pairs. 14 zeros and 6 ones meet by chance in 2 x 14 x 6 / 19 = 8.842 pairs.
    const units = unitsOf("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0");
    expect(1 - 8 / ((2 * 14 * 6) / 19)).toBeCloseTo(0.095, 3);
    expect(agreementOf(units, "nominal").alpha).toBeCloseTo(0.095, 3);
    expect(agreementOf(units, "nominal")).toMatchObject({ units: 10, values: 20, same: 6 });
  });

  it("two coders, names that have no order", () => {
    const units = unitsOf("a a b b d c c c e d d a", "b a b b b c c c e d d d");
    // Values told, counted from the lines: 3 + 1 a, 2 + 4 b, 3 + 3 c, 3 + 3 d, 1 + 1 e; 3 units differ.
    const told = [4, 6, 6, 6, 2];
    const chance = (24 * 24 - told.reduce((sum, count) => sum + count * count, 0)) / 23;
    expect(1 - 6 / chance).toBeCloseTo(0.692, 3);
    expect(agreementOf(units, "nominal").alpha).toBeCloseTo(0.692, 3);
  });

  const FOUR = unitsOf(
    "1 2 3 3 2 1 4 1 2 . . .",
    "1 2 3 3 2 2 4 1 2 5 . 3",
    ". 3 3 3 2 3 4 2 2 5 1 .",
    "1 2 3 3 2 4 4 1 2 5 1 .",
  );

  it.each<[Metric, number]>([
    ["nominal", 0.743],
    ["ordinal", 0.815],
    ["interval", 0.849],
  ])("four coders who left some units out: %s %f", (metric, published) => {
    expect(agreementOf(FOUR, metric).alpha).toBeCloseTo(published, 3);
  });

  it("counts only units that two have judged", () => {
    expect(agreementOf(FOUR, "nominal")).toMatchObject({ units: 11, values: 40 });
  });
});

describe("the interval", () => {
  const units = unitsOf("1 2 3 1 2 3 1 2 3 1 2 3", "1 2 3 1 2 3 1 2 3 2 3 1");

  it("is the same for the same seed, another for another, and holds the value", () => {
    const first = agreementOf(units, "nominal", 7);
    expect(agreementOf(units, "nominal", 7)).toEqual(first);
    expect(agreementOf(units, "nominal", 8).interval).not.toEqual(first.interval);
    expect(first.interval![0]).toBeLessThan(first.alpha!);
    expect(first.interval![1]).toBeGreaterThan(first.alpha!);
  });

  it("is narrower with more units of the same kind", () => {
    const width = (list: readonly Unit[]): number => {
      const [low, high] = agreementOf(list, "nominal").interval!;
      return high - low;
    };
    expect(width([...units, ...units, ...units, ...units])).toBeLessThan(width(units));
  });
});

describe("what has no answer gets none", () => {
  it.each([
    ["nobody overlaps", unitsOf("1 . 2", ". 1 .")],
    ["everybody always says the same", unitsOf("1 1 1", "1 1 1")],
    ["nothing was judged", []],
  ])("%s: no alpha", (_, units) => {
    expect(agreementOf(units, "nominal")).not.toHaveProperty("alpha");
  });

  it("a share of nothing has no interval", () => expect(shareOf(0, 0)).toEqual({ count: 0, of: 0 }));
});

it("a share's interval is Wilson's: 9 of 10 lies between .596 and .982", () => {
  const { interval } = shareOf(9, 10);
  expect(interval![0]).toBeCloseTo(0.596, 3);
  expect(interval![1]).toBeCloseTo(0.982, 3);
});
