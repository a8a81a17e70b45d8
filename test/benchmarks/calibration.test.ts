import { describe, expect, it } from "vitest";
import { typeIsRight } from "../../benchmarks/calibration/cases.ts";
import { crossFitted } from "../../benchmarks/calibration/cross.ts";
import { likeliest, logistic } from "../../benchmarks/calibration/logistic.ts";
import { brier, errorByChance, expectedError, rankedRight } from "../../benchmarks/calibration/measures.ts";
import type { GoldEvent } from "../../benchmarks/gold-format.ts";

function said(confidence: number, ...right: readonly boolean[]): { confidence: number; isRight: boolean }[] {
  return right.map((isRight) => ({ confidence, isRight }));
}

describe("how calibration is measured", () => {
  it("the error is the distance of what was said from what came true, bin by bin", () => {
    expect(expectedError(said(0.75, true, true, true, false))).toBeCloseTo(0);
    expect(expectedError([...said(0.95, true, false), ...said(0.25, false, false)])).toBeCloseTo(
      (2 * 0.45 + 2 * 0.25) / 4,
    );
  });

  it("a confidence without fault shows an error by chance alone: of one case at .5 it is always .5", () => {
    expect(errorByChance(said(0.5, true))).toBeCloseTo(0.5);
    // Two at .5: none, one or both come true in 1, 2, 1 of four; off by 1, 0, 1.
    expect(errorByChance(said(0.5, true, false))).toBeCloseTo(0.25);
    expect(errorByChance(said(1, true, true))).toBe(0);
  });

  it("ranks right above wrong, ties for half", () => {
    expect(rankedRight([...said(0.9, true), ...said(0.2, false)])).toBe(1);
    expect(rankedRight([...said(0.2, true), ...said(0.9, false)])).toBe(0);
    expect(rankedRight(said(0.5, true, false, true))).toBe(0.5);
  });

  it("scores by the square of how far off it was", () => {
    expect(brier([...said(0.8, true), ...said(0.4, false)])).toBeCloseTo((0.04 + 0.16) / 2);
  });
});

describe("the line", () => {
  const scores = Array.from({ length: 400 }, (_, index) => ({ score: 0.8, isRight: index % 2 === 0 }));

  it("lowers what boasts to what came true", () => {
    const { slope, shift } = logistic(scores);
    expect(1 / (1 + Math.exp(-(slope * Math.log(4) + shift)))).toBeCloseTo(0.5, 2);
  });

  it("adds nothing to log-odds that are right as they are", () => {
    const points = [true, true, true, false].flatMap((isRight) =>
      [-1, 1].map((x) => ({ x, given: Math.log(3), isRight })),
    );
    const { slope, shift } = likeliest(points, { slope: 0, shift: 0 }, { slope: 1, shift: 1 });
    expect(slope).toBeCloseTo(0);
    expect(shift).toBeCloseTo(0);
  });

  it("is never drawn with the reports that it is measured on", () => {
    const cases = Array.from({ length: 10 }, (_, index) => ({
      report: `r${index}`,
      field: "event" as const,
      score: 0.5,
      confidence: 0.5,
      isRight: index === 0,
    }));
    for (const parting of crossFitted(cases)) {
      expect(parting.length).toBe(10);
      // Its fold's line has seen no right one: the one that is right is said to be the least likely.
      const own = parting.find(({ report }) => report === "r0")!.confidence;
      expect(own).toBeLessThanOrEqual(Math.min(...parting.map(({ confidence }) => confidence)));
    }
  });
});

describe("whether a type is right", () => {
  const event = (type: string, start: number, more: Partial<GoldEvent> = {}): GoldEvent =>
    ({
      type,
      alt_type: null,
      optional: false,
      trigger: { start, end: start + 5, text: "words" },
      ...more,
    }) as GoldEvent;

  it("is asked of what the same words state, whatever its type", () => {
    expect(typeIsRight([event("ACCUSE", 0)], event("ACCUSE", 3))).toBe(true);
    expect(typeIsRight([event("ACCUSE", 0)], event("REJECT", 3))).toBe(false);
    expect(typeIsRight([event("ACCUSE", 0)], event("ACCUSE", 9))).toBeUndefined();
  });

  it("allows the second type of the hand, and asks nothing of optional events", () => {
    expect(typeIsRight([event("ACCUSE", 0, { alt_type: "REJECT" })], event("REJECT", 0))).toBe(true);
    expect(typeIsRight([event("ACCUSE", 0, { optional: true })], event("REJECT", 0))).toBeUndefined();
  });
});
