import { describe, expect, it } from "vitest";
import { chosenIn, grown, moved, onLine, spanOf, wordsOf } from "./words.ts";

const TEXT = "Before. Soldiers shot at marchers, a mayor said.";
const WORDS = wordsOf(TEXT, { start: 8, end: TEXT.length }, "en");
const shown = (chosen: { readonly first: number; readonly last: number }) => {
  const { start, end } = spanOf(WORDS, chosen);
  return TEXT.slice(start, end);
};

describe("words chosen by keys", () => {
  it("are words of the passage, without what stands between them", () => {
    expect(WORDS.map(({ start, end }) => TEXT.slice(start, end))).toEqual([
      "Soldiers",
      "shot",
      "at",
      "marchers",
      "a",
      "mayor",
      "said",
    ]);
  });

  it("begin where something is selected, move on and grow", () => {
    const shot = chosenIn(WORDS, { start: TEXT.indexOf("shot"), end: TEXT.indexOf(" marchers") })!;
    expect(shown(shot)).toBe("shot at");
    expect(shown(moved(WORDS, shot, 1))).toBe("marchers");
    expect(shown(moved(WORDS, shot, -1))).toBe("Soldiers");
    expect(shown(grown(WORDS, moved(WORDS, shot, 2), 1))).toBe("a mayor");
    expect(shown(grown(WORDS, shot, -5))).toBe("shot");
    expect(shown(moved(WORDS, shot, 99))).toBe("said");
  });

  it("a selection outside of all words chooses none", () => {
    expect(chosenIn(WORDS, { start: 0, end: 7 })).toBeUndefined();
  });

  it("go to the word below and above, and stay where there is no line", () => {
    const at = (left: number, top: number) => ({ left, right: left + 10, top, bottom: top + 8 });
    const boxes = [at(0, 0), at(20, 0), at(40, 0), at(0, 20), at(22, 20), at(0, 40)];
    const one = (index: number) => ({ first: index, last: index });
    expect(onLine(boxes, one(1), 1)).toEqual(one(4));
    expect(onLine(boxes, one(4), 1)).toEqual(one(5));
    expect(onLine(boxes, one(4), -1)).toEqual(one(1));
    expect(onLine(boxes, one(2), -1)).toEqual(one(2));
  });
});
