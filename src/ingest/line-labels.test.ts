import { describe, expect, it } from "vitest";
import { readTable } from "../text/table.ts";
import { labelOf } from "./line-labels.ts";

const ROWS = readTable("src/ingest/data/lines.tsv").map(({ line, cells }) => ({
  line,
  label: cells.label!,
  example: cells.example!,
  pattern: new RegExp(`^(?:${cells.pattern})`, cells.label === "byline" ? "u" : "iu"),
}));

describe("lines.tsv", () => {
  it.each(ROWS)("line $line: $example", ({ example, label }) => expect(labelOf(example)).toBe(label));
  it.each(ROWS)("line $line is the first that fits its example", ({ example, line }) =>
    expect(ROWS.find(({ pattern }) => pattern.test(example))?.line).toBe(line),
  );
});

describe("what is told stays", () => {
  it.each([
    "By Tuesday the gates of the port were open again.",
    "Images of the port were published on Monday by the harbour office, which said the gates were open.",
    "Follow the money, the prosecutor said.",
    "Watch towers were built along the border.",
    "Home to 4,000 people, the town has no port.",
  ])("%s", (words) => expect(labelOf(words)).toBeUndefined());
});
