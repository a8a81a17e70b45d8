import { describe, expect, it } from "vitest";
import { readTable } from "../text/table.ts";
import * as actors from "./actors/cues.ts";
import * as events from "./events/cues.ts";

describe.each([
  ["actors", actors.CUE_CLASSES],
  ["events", events.CUE_CLASSES],
])("the cue words of %s", (room, classes: readonly string[]) => {
  const rows = readTable(`src/annotators/${room}/data/cues.tsv`).map(({ cells }) => cells);

  it("stand once in each class", () => {
    const keys = rows.map(({ class: name, word }) => `${name} ${word}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("have the classes that the code asks for, and none is empty", () => {
    expect([...new Set(rows.map((row) => row.class))].toSorted()).toEqual([...classes].toSorted());
  });
});

it("cue words are found as they are written, endings at the end of any word", () => {
  expect(events.isCue("stage", "light-verb")).toBe(true);
  expect(events.isCue("stage", "denial-verb")).toBe(false);
  expect(events.hasCueEnding("Airstrike", "arms-ending")).toBe(true);
  expect(events.hasCueEnding("striker", "arms-ending")).toBe(false);
});
