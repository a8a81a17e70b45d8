import { describe, expect, it } from "vitest";
import { numberValue } from "../../knowledge/calendar.ts";
import { boundsOf } from "./bounds.ts";

describe("boundsOf", () => {
  it.each([
    ["ten", 10, 10, false],
    ["1,200", 1200, 1200, false],
    ["about 10", 10, 10, true],
    ["at least 13", 13, null, false],
    ["more than 800", 801, null, false],
    ["fewer than 20", 0, 19, false],
    ["up to 50", 0, 50, false],
    ["between 8 and 23", 8, 23, false],
    ["four to nine", 4, 9, false],
    ["dozens", 24, null, true],
    ["hundreds", 200, null, true],
    ["tens of thousands", 20000, null, true],
    ["several", 3, null, true],
    ["no", 0, 0, false],
    ["twenty-three", 23, 23, false],
    ["two hundred", 200, 200, false],
  ])("%s is %s to %s", (phrase, min, max, approximate) => {
    expect(boundsOf(phrase, numberValue)).toEqual({ min, max, approximate });
  });

  it.each(["the people", "first", ""])("%j is no number", (phrase) =>
    expect(boundsOf(phrase, numberValue)).toBeUndefined(),
  );
});
