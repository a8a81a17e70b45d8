import { describe, expect, it } from "vitest";
import { tiesOf } from "./ties.ts";

/** "Rebels who fled attacked the port", every word with the place of its head. */
const HEADS = Int32Array.of(3, 2, 0, -1, 5, 3);
const SENTENCE = { first: 0, last: 6 };

/** Steps up and along, and whether another top begins, from a code. */
const told = (code: number): readonly [number, number, boolean] => [
  Math.floor(code / 10),
  Math.floor((code % 10) / 2),
  code % 2 === 1,
];

describe("ties of a sentence's words to one of them", () => {
  it("have as top the argument's own word for every word of an argument", () => {
    expect([...tiesOf(HEADS, 3, SENTENCE).tops]).toEqual([0, 0, 0, 3, 5, 5]);
  });

  it("count the steps up to the asked word's line, and begin where another top does", () => {
    expect([...tiesOf(HEADS, 3, SENTENCE).codes].map(told)).toEqual([
      [1, 0, true],
      [3, 0, false],
      [2, 0, false],
      [0, 0, true],
      [2, 0, true],
      [1, 0, false],
    ]);
  });

  it("count the steps along the line where a word meets it above the asked word", () => {
    const { tops, codes } = tiesOf(HEADS, 2, SENTENCE);
    expect([...tops]).toEqual([0, 1, 2, 3, 5, 5]);
    expect([...codes].map(told)).toEqual([
      [0, 1, true],
      [1, 0, true],
      [0, 0, true],
      [0, 2, true],
      [2, 2, true],
      [1, 2, false],
    ]);
  });

  it("ask about one sentence of several by their places among all words", () => {
    const heads = Int32Array.of(-1, 0, ...HEADS.map((head) => (head < 0 ? -1 : head + 2)));
    const { tops, codes } = tiesOf(heads, 5, { first: 2, last: 8 });
    expect([...tops]).toEqual([2, 2, 2, 5, 7, 7]);
    expect([...codes]).toEqual([...tiesOf(HEADS, 3, SENTENCE).codes]);
  });
});
