import { describe, expect, it } from "vitest";
import { type Annotator, apply, checkPipeline, provide } from "./annotator.ts";
import { createDocument, has, layer, read, withLayer } from "./document.ts";

const WORDS = layer<readonly string[]>("words");
const COUNT = layer<number>("count");

const split: Annotator = {
  name: "split",
  requires: [],
  provides: [WORDS],
  annotate: (document) => ({ layers: [provide(WORDS, document.text.split(" "))] }),
};
const count: Annotator = {
  name: "count",
  requires: [WORDS],
  provides: [COUNT],
  annotate: (document) => ({
    layers: [provide(COUNT, read(document, WORDS).length)],
    notes: [{ code: "counted", message: "words were counted" }],
  }),
};

describe("pipeline", () => {
  it("hands each annotator what the ones before it found", () => {
    const done = [split, count].reduce(apply, createDocument("to whom it may concern"));
    expect(read(done, COUNT)).toBe(5);
    expect(done.notes.map((note) => note.code)).toEqual(["counted"]);
  });

  it("leaves the document it was given as it was", () => {
    const before = createDocument("one two");
    apply(before, split);
    expect(has(before, WORDS)).toBe(false);
  });

  it("refuses a wrong order before the first report, and names who could give the layer", () => {
    expect(() => checkPipeline([], [count, split])).toThrow(
      "count needs the layer words, which nothing before it provides; it could come from: split",
    );
    expect(checkPipeline([], [split, count])).toHaveLength(2);
    expect(checkPipeline([WORDS], [count])).toHaveLength(1);
  });

  it("says which layers are there when one is read too early", () => {
    const document = withLayer(createDocument(""), WORDS, []);
    expect(() => read(document, COUNT)).toThrow("layer count was read before it was there; present: words");
  });
});
