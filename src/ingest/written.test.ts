import { describe, expect, it } from "vitest";
import { reportWithOffsets } from "../formats/offsets.ts";
import { lineReader } from "./jsonl.ts";
import { readText } from "./text.ts";
import { writtenReport } from "./written.ts";

const report = readText("Two 😀 held in Goma\n\nGOMA, 5 May 2026 - Police 😀 held two men.", {
  published: "2026-05-06",
});

describe("a line of khaldun read", () => {
  it.each(["code-points", "utf-16"] as const)("is the same report again, written in %s", (unit) => {
    const line = JSON.parse(JSON.stringify(reportWithOffsets(report, unit)));
    expect(writtenReport(line)).toEqual({ report });
  });

  it("is read where any JSONL is read", () => {
    const bytes = Buffer.from(`${JSON.stringify(reportWithOffsets(report, "code-points"))}\n`);
    expect([...lineReader("-", {}).push(bytes)]).toEqual([{ report, name: "-:1" }]);
  });

  it("may be the address of a report whose text stands elsewhere", () => {
    const reference = { url: "https://observer.example/a" };
    expect(writtenReport({ reference, from: "list.csv" })).toEqual({ reference });
  });

  it("is not any other line", () => {
    expect(writtenReport({ text: "Police held two men.", published: "2026-05-06" })).toBeUndefined();
    expect(writtenReport("text")).toBeUndefined();
  });
});
