import { describe, expect, it } from "vitest";
import { dayAt, movedBy, stepped, stretchOf } from "./brush.ts";
import { dayOf, isoOf } from "./intervals.ts";

const axis = { from: dayOf("2026-01-01")!, to: dayOf("2026-01-11")! };

describe("a stretch that is brushed", () => {
  it.each([
    [0, "2026-01-01"],
    [0.05, "2026-01-01"],
    [0.5, "2026-01-06"],
    [1, "2026-01-10"],
    [1.4, "2026-01-10"],
    [-0.2, "2026-01-01"],
  ])("the pointer at %f is on %s", (share, day) => expect(isoOf(dayAt(share, axis))).toBe(day));

  it("is the same from either side", () => {
    expect(stretchOf(axis.from + 4, axis.from)).toEqual({ from: "2026-01-01", to: "2026-01-05" });
    expect(stretchOf(axis.from, axis.from + 4)).toEqual({ from: "2026-01-01", to: "2026-01-05" });
  });
});

describe("keys", () => {
  it.each([
    ["day", 1, "2026-02-01"],
    ["week", -1, "2026-01-24"],
    ["month", 1, "2026-02-28"],
    ["month", -2, "2025-11-30"],
    ["year", 1, "2027-01-31"],
  ] as const)("a %s by %i", (bucket, by, wanted) =>
    expect(isoOf(stepped(dayOf("2026-01-31")!, bucket, by))).toBe(wanted),
  );

  it("go with the direction of reading, and others move nothing", () => {
    const at = (key: string, isRtl: boolean) => movedBy(key, axis.from, { bucket: "day", axis, isRtl });
    expect([at("ArrowRight", false), at("ArrowRight", true)]).toEqual([axis.from + 1, axis.from - 1]);
    expect([at("End", false), at("a", false)]).toEqual([axis.to - 1, undefined]);
  });
});
