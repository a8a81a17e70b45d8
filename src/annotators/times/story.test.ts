import { describe, expect, it } from "vitest";
import { ofDay, ofYear, parseDay } from "./interval.ts";
import { isHistory, NO_STORY, storyContext, told } from "./story.ts";

const published = parseDay("2026-05-05")!;
const monday = ofDay(parseDay("2026-05-04")!, "published");
const ahead = ofDay(parseDay("2026-05-20")!, "published");

describe("where the story stands", () => {
  it.each([
    ["past", "2026-05-04"],
    ["future", "2026-05-20"],
  ] as const)("what is told in the %s tense counts from the day %s", (tense, day) => {
    const story = told(NO_STORY, [monday, ahead], published);
    expect(storyContext(story, published, false, tense).mentionedDay?.value).toBe(day);
  });

  it("a year of an earlier paragraph is carried only within it, and only in news of a known day", () => {
    const old = { ...ofDay(parseDay("2021-03-01")!, "explicit") };
    const story = told(NO_STORY, [old], published);
    expect(storyContext(story, published, false, "past").carried?.value).toBe("2021-03-01");
    expect(storyContext({ ...story, inParagraph: undefined }, published, false, "past").carried).toBe(
      undefined,
    );
    expect(storyContext(story, undefined, false, "past").carried?.value).toBe("2021-03-01");
  });

  it("vague references and lengths are no place where a story stands", () => {
    expect(told(NO_STORY, [{ ...ofYear(2020, "published"), value: "PAST_REF" }], published)).toBe(NO_STORY);
  });

  it("many old years and hardly a weekday make history", () => {
    const years = "in 1914 and 1915, 1916, 1917, 1918, 1919, 1920 and 1921";
    expect(isHistory(years, published)).toBe(true);
    expect(isHistory(`${years} on Monday, Tuesday, Friday`, published)).toBe(false);
  });
});
