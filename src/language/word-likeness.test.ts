import { describe, expect, it } from "vitest";
import { loadWordLikeness } from "./word-likeness.ts";

describe("likeness of words", () => {
  const likeness = loadWordLikeness();

  it.each([
    ["attack", "assault", "election"],
    ["kill", "murder", "vote"],
    ["resign", "quit", "explode"],
    ["earthquake", "quake", "wedding"],
  ])("%s is more like %s than like %s", (word, near, far) => {
    expect(likeness(word, near)).toBeGreaterThan(likeness(word, far) + 0.1);
  });

  it("is 1 for the word itself, also one of several pieces, and 0 for none", () => {
    expect(likeness("protest", "protest")).toBeCloseTo(1);
    expect(likeness("counterdemonstration", "counterdemonstration")).toBeCloseTo(1);
    expect(likeness("", "protest")).toBe(0);
  });

  it("is the same both ways", () => {
    expect(likeness("arrest", "detain")).toBeCloseTo(likeness("detain", "arrest"), 10);
  });

  it("says which file is missing", () => {
    expect(() => loadWordLikeness("/nowhere")).toThrow("/nowhere/vocab.txt");
  });
});
