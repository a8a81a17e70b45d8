import { describe, expect, it } from "vitest";
import { axisOf, barOf, dayOf, daysOf, isoOf, sharpnessOf, ticksOf } from "./intervals.ts";

const day = (iso: string): number => dayOf(iso)!;

describe("the stretch of an interval", () => {
  it("counts a day to its end", () => {
    expect(daysOf({ from: "2026-05-04", to: "2026-05-04" })).toEqual({
      from: day("2026-05-04"),
      to: day("2026-05-05"),
    });
  });
  it("never puts a month on its first day", () => {
    const may = daysOf({ from: "2026-05-01", to: "2026-05-31" })!;
    expect(may.to - may.from).toBe(31);
  });
  it("takes an instant as the moment it names, whatever its zone", () => {
    expect(daysOf({ from: "2026-05-04T02:00:00+02:00", to: "2026-05-04T03:00:00+02:00" })).toEqual({
      from: day("2026-05-04"),
      to: day("2026-05-04") + 1 / 24,
    });
  });
  it.each([
    ["no date", "soon", "2026-05-04"],
    ["an end before its start", "2026-05-04", "2026-05-03"],
  ])("is not drawn for %s", (_, from, to) => {
    expect(daysOf({ from, to })).toBeUndefined();
  });
});

describe("an axis", () => {
  it("holds every stretch with air on both sides", () => {
    const axis = axisOf([
      { from: 10, to: 11 },
      { from: 40, to: 60 },
    ])!;
    expect(axis.from).toBeLessThan(10);
    expect(axis.to).toBeGreaterThan(60);
  });
  it("is absent without anything to draw", () => {
    expect(axisOf([])).toBeUndefined();
  });
  it.each([
    [10, "day", 10],
    [70, "week", 10],
    [365, "month", 12],
    [3000, "year", 8],
  ])("of %i days is marked by the %s", (length, unit, about) => {
    const ticks = ticksOf({ from: day("2026-01-01"), to: day("2026-01-01") + length });
    expect(ticks.every((tick) => tick.unit === unit)).toBe(true);
    expect(Math.abs(ticks.length - about)).toBeLessThanOrEqual(2);
  });
  it("is never crowded, however long", () => {
    expect(ticksOf({ from: day("1900-01-01"), to: day("2000-01-01") }).length).toBeLessThanOrEqual(15);
  });
});

describe("a bar", () => {
  const axis = { from: 0, to: 10 };
  it("stands where its days are", () => {
    expect(barOf({ from: 2, to: 4 }, axis)).toEqual({
      start: 0.2,
      width: 0.2,
      cutStart: false,
      cutEnd: false,
    });
  });
  it("says where the axis cuts it off", () => {
    expect(barOf({ from: -5, to: 20 }, axis)).toEqual({ start: 0, width: 1, cutStart: true, cutEnd: true });
  });
  it("is not drawn outside", () => {
    expect(barOf({ from: 11, to: 12 }, axis)).toBeUndefined();
  });
});

it("a day goes to its number and back", () => {
  expect(isoOf(day("2024-02-29"))).toBe("2024-02-29");
});
it("a day is sharp, a month wide, a year vague", () => {
  expect([sharpnessOf("day"), sharpnessOf("month"), sharpnessOf("year")]).toEqual(["sharp", "wide", "vague"]);
});
