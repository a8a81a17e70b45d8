import { describe, expect, it } from "vitest";
import { fateOf } from "./anchor-fate.ts";

const BEFORE = "Soldiers fired at marchers in Gao on Friday. Five people were wounded, the mayor said.";

const quote = (words: string, text = BEFORE) => {
  const start = text.indexOf(words);
  return { start, end: start + words.length, text: words };
};

describe("words of a version in the next one", () => {
  it("stand where they stood", () => {
    expect(fateOf(quote("marchers"), BEFORE, `${BEFORE} Others fled.`)).toEqual({ is: "held" });
  });
  it("have moved with what stands around them", () => {
    const after = `UPDATE: ${BEFORE}`;
    expect(fateOf(quote("marchers"), BEFORE, after)).toEqual({
      is: "moved",
      to: { start: quote("marchers").start + 8, end: quote("marchers").end + 8 },
    });
  });
  it("are lost if they are gone", () => {
    expect(fateOf(quote("Five people"), BEFORE, BEFORE.replace("Five", "Eleven"))).toEqual({ is: "lost" });
  });
  it("are lost, not moved, if the same word stands in another place only", () => {
    const after = "Nobody was hurt. Gao lies on the river.";
    expect(fateOf(quote("Gao"), BEFORE, after)).toEqual({ is: "lost" });
  });
  it("are known by themselves if they are long and stand there once", () => {
    const long = quote("people were wounded, the mayor");
    expect(fateOf(long, BEFORE, "Ten people were wounded, the mayor of Gao")).toMatchObject({ is: "moved" });
  });
});
