import { describe, expect, it } from "vitest";
import { move } from "./moves.ts";

const size = { rows: 3, columns: 4 };

describe("moving in a table", () => {
  it.each([
    ["ArrowRight", false, { row: 1, column: 2 }],
    ["ArrowLeft", false, { row: 1, column: 0 }],
    ["ArrowRight", true, { row: 1, column: 0 }],
    ["ArrowLeft", true, { row: 1, column: 2 }],
    ["ArrowDown", true, { row: 2, column: 1 }],
    ["ArrowUp", false, { row: 0, column: 1 }],
    ["Home", false, { row: 1, column: 0 }],
    ["End", false, { row: 1, column: 3 }],
  ])("%s (right to left: %s) goes to %o", (key, rightToLeft, expected) => {
    expect(move({ row: 1, column: 1 }, key, size, rightToLeft)).toEqual(expected);
  });
  it("stops at the edge", () => {
    expect(move({ row: 0, column: 3 }, "ArrowRight", size, false)).toEqual({ row: 0, column: 3 });
  });
  it("leaves other keys alone", () => {
    expect(move({ row: 0, column: 0 }, "x", size, false)).toBeUndefined();
  });
});
