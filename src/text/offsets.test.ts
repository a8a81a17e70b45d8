import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { offsetMap } from "./offsets.ts";

/** Any UTF-16 string: emoji, combining marks, right-to-left, lone surrogates. */
const anyText = fc.string({
  unit: fc.oneof(
    fc.string({ unit: "binary", minLength: 1, maxLength: 1 }),
    fc.constantFrom("😀", "é", "e\u0301", "م", "\ud800", "\udc00", "\0"),
  ),
});

describe("offsetMap", () => {
  it.each([
    ["plain", 3, 3],
    ["a😀b", 3, 2],
    ["a😀b", 4, 3],
    ["😀😀x", 4, 2],
    ["\ud800x", 1, 1],
  ])("%j: UTF-16 offset %i is code point %i", (text, utf16, codePoints) => {
    expect(offsetMap(text).toCodePoints(utf16)).toBe(codePoints);
    expect(offsetMap(text).toUtf16(codePoints)).toBe(utf16);
  });

  it("counts code points as Array.from does, at every border", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const map = offsetMap(text);
        let utf16 = 0;
        Array.from(text).forEach((character, index) => {
          expect(map.toCodePoints(utf16)).toBe(index);
          expect(map.toUtf16(index)).toBe(utf16);
          utf16 += character.length;
        });
      }),
    );
  });
});
