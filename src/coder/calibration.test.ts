import { describe, expect, it } from "vitest";
import { calibrated, loadCalibration } from "./calibration.ts";

describe("calibration", () => {
  it("has a fit for every field, and none turns the order of confidences over", () => {
    const fits = loadCalibration();
    expect([...fits.keys()].sort()).toEqual([
      "actors",
      "attributions",
      "event",
      "factuality",
      "place",
      "recipients",
      "time",
      "type",
    ]);
    expect([...fits.values()].filter(({ slope, shift }) => !(slope > 0) || !Number.isFinite(shift))).toEqual(
      [],
    );
  });

  it("leaves a score as it is without a fit, and with the line through the middle", () => {
    expect(calibrated(0.7, undefined)).toBe(0.7);
    expect(calibrated(0.7, { slope: 1, shift: 0 })).toBeCloseTo(0.7);
  });

  it("draws boasting scores towards what came true, and keeps 0 and 1 finite", () => {
    expect(calibrated(0.9, { slope: 0.5, shift: 0 })).toBeCloseTo(0.75);
    expect(calibrated(1, { slope: 1, shift: 0 })).toBeLessThan(1);
    expect(calibrated(0, { slope: 1, shift: 0 })).toBeGreaterThan(0);
  });
});
