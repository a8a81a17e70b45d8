import { describe, expect, it } from "vitest";
import { STANCES } from "../record/attribution.ts";
import { readTable } from "../text/table.ts";
import { EMBEDDING_EFFECTS, MODIFIER_EFFECTS } from "./modality.ts";
import { CONTENT_SLOTS } from "./reporting.ts";

const column = (file: string, name: string): readonly string[] =>
  readTable(`src/knowledge/data/${file}.tsv`).map(({ cells }) => cells[name] ?? "");

describe("lexicons of saying and being sure", () => {
  it.each([
    ["reporting", "lemma"],
    ["attitudes", "lemma"],
    ["reporting-nouns", "noun"],
    ["source-nouns", "noun"],
    ["embedding", "lemma"],
    ["modifiers", "word"],
  ])("%s has every word once, in small letters", (file, name) => {
    const words = column(file, name);
    expect(words.length).toBeGreaterThan(0);
    expect(words.filter((word, at) => words.indexOf(word) !== at || word !== word.toLowerCase())).toEqual([]);
  });

  it.each(["reporting", "attitudes"])("%s knows its stances and slots", (file) => {
    expect(column(file, "stance").filter((one) => !(STANCES as readonly string[]).includes(one))).toEqual([]);
    const slots = column(file, "content").flatMap((cell) => cell.split(","));
    expect(slots.filter((slot) => !(CONTENT_SLOTS as readonly string[]).includes(slot))).toEqual([]);
  });

  it("reporting-nouns knows its stances, kinds and slots", () => {
    const slots = new Set<string>([...CONTENT_SLOTS, "that", "over"]);
    const cells = column("reporting-nouns", "content").flatMap((cell) => cell.split(","));
    expect(cells.filter((slot) => !slots.has(slot))).toEqual([]);
    expect(new Set(column("reporting-nouns", "kind"))).toEqual(new Set(["claim", "position"]));
    const stances = column("reporting-nouns", "stance");
    expect(stances.filter((one) => !(STANCES as readonly string[]).includes(one))).toEqual([]);
  });

  it.each([
    ["embedding", EMBEDDING_EFFECTS],
    ["modifiers", MODIFIER_EFFECTS],
  ] as const)("%s knows its effects", (file, effects) => {
    expect(column(file, "effect").filter((one) => !(effects as readonly string[]).includes(one))).toEqual([]);
  });
});
