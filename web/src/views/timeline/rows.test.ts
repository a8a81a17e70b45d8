import { describe, expect, it } from "vitest";
import type { StoredEvent } from "../../../../src/store/types.ts";
import { dayOf } from "./intervals.ts";
import { bandsOf, rowsOf } from "./rows.ts";

/** As much of a stored event as the timeline reads. */
function told(
  id: string,
  time: readonly [string, string, string] | undefined,
  published: string,
  happening?: string,
) {
  const known = time && { status: "known", from: time[0], to: time[1], precision: time[2] };
  return {
    id,
    happening,
    event: { time: known ?? { status: "unknown", reason: "not-stated" } },
    report: { published },
  } as unknown as StoredEvent;
}
const monday = ["2026-05-04", "2026-05-04", "day"] as const;
const may = ["2026-05-01", "2026-05-31", "month"] as const;

describe("rows of the timeline", () => {
  it("set the claims of one happening on one row, each date once, the reports beside it", () => {
    const [row, ...others] = rowsOf([
      told("a", monday, "2026-05-05", "h"),
      told("b", monday, "2026-05-06", "h"),
      told("c", may, "2026-05-06", "h"),
    ]);
    expect(others).toEqual([]);
    expect(row!.claims).toBe(3);
    expect(row!.intervals.map(({ precision }) => precision)).toEqual(["month", "day"]);
    expect(row!.reported).toEqual([dayOf("2026-05-05"), dayOf("2026-05-06")]);
  });
  it("go by the first day; what has no date comes last and has no bar", () => {
    const rows = rowsOf([told("a", undefined, "2026-05-05"), told("b", monday, "2026-05-05")]);
    expect(rows.map(({ key }) => key)).toEqual(["b", "a"]);
    expect(rows[1]!.intervals).toEqual([]);
  });
});

describe("bands by sharpness", () => {
  it("draw a month as a month, even if the buckets are days", () => {
    const [sharp, wide] = bandsOf(
      [
        { from: "2026-05-04", precision: "day", events: 3 },
        { from: "2026-05-01", precision: "month", events: 2 },
      ],
      "day",
    );
    expect(sharp).toMatchObject({ sharpness: "sharp", most: 3 });
    expect(wide!.bars[0]!.to - wide!.bars[0]!.from).toBe(31);
  });
  it("draw days as months where the buckets are months", () => {
    const [sharp] = bandsOf([{ from: "2026-02-01", precision: "day", events: 1 }], "month");
    expect(sharp!.bars[0]!.to - sharp!.bars[0]!.from).toBe(28);
  });
  it("are absent without events", () => {
    expect(bandsOf([], "month")).toEqual([]);
  });
});
