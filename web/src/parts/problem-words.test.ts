import { describe, expect, it } from "vitest";
import { asSentence } from "./problem-words.ts";

describe("what the program says, as a sentence", () => {
  it.each([
    ["the store is locked", "The store is locked."],
    ["http://host.example/a answered 404", "http://host.example/a answered 404."],
    ["report.html is empty", "report.html is empty."],
    ["", ""],
  ])("%s", (words, sentence) => expect(asSentence(words)).toBe(sentence));
});
