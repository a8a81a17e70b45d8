import { describe, expect, it } from "vitest";
import { readTable } from "../../text/table.ts";
import { CUE_CLASSES, loadCues } from "./cues.ts";

describe("the cue words", () => {
  const rows = readTable("src/annotators/places/data/cues.tsv").map(({ cells }) => cells);

  it("stand once in each class, in lower case", () => {
    const keys = rows.map(({ class: name, lemma }) => `${name} ${lemma}`);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { lemma } of rows) expect(lemma).toBe(lemma?.toLowerCase());
  });

  it("leave no class empty", () => {
    for (const name of CUE_CLASSES)
      expect(
        rows.some((row) => row.class === name),
        name,
      ).toBe(true);
  });

  it("are found in any case", () => {
    expect(loadCues().is("Accuse", "addressee-verb")).toBe(true);
    expect(loadCues().is("accuse", "compass", "site-noun")).toBe(false);
  });
});
