import { describe, expect, it } from "vitest";
import { formatDay, formatStretch, formatTime } from "./dates.ts";

describe("a date is written as finely as the report has it", () => {
  it.each([
    ["2026-05-04", "2026-05-04", "day", "Mon, 4 May 2026"],
    ["2026-05-01", "2026-05-31", "month", "May 2026"],
    ["2026-01-01", "2026-12-31", "year", "2026"],
    ["2020-01-01", "2029-12-31", "decade", "2020–2029"],
  ] as const)("%s to %s by the %s", (from, to, precision, expected) => {
    expect(formatTime({ from, to, precision }, "en-GB").replace(/\s*–\s*/, "–")).toBe(expected);
  });
  it.each([
    ["2026-05-04", "Mon, 4 May 2026"],
    ["2026-05-01/2026-05-31", "May 2026"],
    ["2026-01-01/2026-12-31", "2026"],
    ["2026-05-01/2026-05-03", "Fri, 1 May – Sun, 3 May 2026"],
    ["soon", "soon"],
  ])("the stretch %s is %s", (value, expected) => {
    expect(formatStretch(value, "en").replace(/\s/g, " ")).toBe(expected);
  });
  it("keeps the clock of the place", () => {
    const time = {
      from: "2026-05-04T04:00:00+02:00",
      to: "2026-05-04T04:00:00+02:00",
      precision: "minute",
    } as const;
    expect(formatTime(time, "en-GB")).toContain("04:00");
  });
  it("leaves words alone that are no date", () => {
    expect(formatTime({ from: "soon", to: "soon", precision: "day" }, "en")).toBe("soon");
  });
  it("speaks the reader's language", () => {
    expect(formatDay("2026-05-04", "fr")).toContain("mai");
    expect(formatDay("2026-05-04", "es")).toContain("may");
  });
});
