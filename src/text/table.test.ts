import { describe, expect, it } from "vitest";
import { parseTable } from "./table.ts";

describe("parseTable", () => {
  it("reads cells by column name and skips comments", () => {
    const rows = parseTable("# a lexicon\nlemma\ttype\n\nattack\tASSAULT\nmeet\n", "lexicon.tsv");
    expect(rows).toEqual([
      { line: 4, cells: { lemma: "attack", type: "ASSAULT" } },
      { line: 5, cells: { lemma: "meet", type: "" } },
    ]);
  });

  it("names the line that has too many cells", () => {
    expect(() => parseTable("lemma\nattack\tASSAULT\n", "lexicon.tsv")).toThrow(
      "the data file lexicon.tsv is damaged: line 2: 2 cells, but 1 columns (lemma)",
    );
  });
});
