import { describe, expect, it } from "vitest";
import { drawFigures, wholeRange } from "./range.ts";

describe("figures of one row", () => {
  it("stand on one scale in their order", () => {
    const [low, high] = drawFigures([
      { min: 5, max: 5 },
      { min: 12, max: 15 },
    ]);
    expect(low!.start).toBeLessThan(high!.start);
    expect(low!.width).toBe(0);
    expect(high!.start + high!.width).toBeLessThan(1);
  });
  it("run on where nobody said an end", () => {
    const [open] = drawFigures([{ min: 8, max: null }]);
    expect(open!.open).toBe(true);
    expect(open!.start + open!.width).toBeCloseTo(1);
  });
  it("of nought can be drawn", () => {
    expect(drawFigures([{ min: 0, max: 0 }])).toEqual([{ start: 0, width: 0, open: false }]);
  });
});

describe("the range of a row", () => {
  it("is from the lowest to the highest", () => {
    expect(
      wholeRange([
        { min: 12, max: 15 },
        { min: 23, max: 23 },
      ]),
    ).toEqual({ min: 12, max: 23 });
  });
  it("stays open if one figure is", () => {
    expect(
      wholeRange([
        { min: 8, max: null },
        { min: 5, max: 5 },
      ]),
    ).toEqual({ min: 5, max: null });
  });
  it("is absent if nobody gives a figure", () => {
    expect(wholeRange([])).toBeUndefined();
  });
});
