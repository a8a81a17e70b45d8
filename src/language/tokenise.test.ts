import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalise } from "./normalise.ts";
import { tokenise } from "./tokenise.ts";

/** A line a case: the text, and its words between blanks. */
const CASES: readonly (readonly [string, string])[] = [
  ["They dont know", "They do nt know"],
  ["bought Acme Inc. (Lagos)", "bought Acme Inc. ( Lagos )"],
  ["the U. S.; the rest", "the U. S. ; the rest"],
  ["They don't know.", "They do n't know ."],
  ["He can’t, won’t and couldn’t", "He ca n't , wo n't and could n't"],
  ["She cannot; we're gonna", "She can not ; we 're gon na"],
  ["the minister's aides’ cars", "the minister 's aides ' cars"],
  ["a long-standing ally", "a long - standing ally"],
  ["the re-elected president", "the re-elected president"],
  ["Mr. Okoro met Gen. Diallo on Jan. 5.", "Mr. Okoro met Gen. Diallo on Jan. 5 ."],
  ["The U.S. envoy left at 9 a.m. on foot", "The U.S. envoy left at 9 a.m. on foot"],
  ["J. K. Mensah said no.", "J. K. Mensah said no ."],
  ["see https://example.org/a?b=1.", "see https://example.org/a?b=1 ."],
  ["write to desk@example.org, please", "write to desk@example.org , please"],
  ["$5m and US$1,200.5 more", "$ 5 m and US$ 1,200.5 more"],
  ["40% at 10:30", "40 % at 10:30"],
  ["“Never,” he said", '" Never , " he said'],
  ["talks (in Oslo) ended...", "talks ( in Oslo ) ended ..."],
  ["the 21st and 3rd rounds", "the 21st and 3rd rounds"],
  ["@unitednews on #ceasefire", "@unitednews on #ceasefire"],
  ["army – and police — left", "army - and police - left"],
  ["co\u00adop\u00aderate now", "cooperate now"],
  ["in القاهرة today", "in القاهرة today"],
  ["signed 👍🏽 🇰🇪", "signed 👍🏽 🇰🇪"],
];

describe("tokenise", () => {
  it.each(CASES)("%s", (text, expected) => {
    expect(
      tokenise(text)
        .map((word) => word.text)
        .join(" "),
    ).toBe(expected);
  });

  it("reads only the stretch it is given, with offsets of the whole text", () => {
    expect(tokenise("One. Two. Three.", 5, 9)).toEqual([
      { start: 5, end: 8, text: "Two" },
      { start: 8, end: 9, text: "." },
    ]);
  });

  it("gives ordered, non-empty words that are slices of the text, whatever the text", () => {
    const nasty = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.string({ unit: "grapheme" }),
      fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => String.fromCharCode(...units)),
      fc
        .array(
          fc.constantFrom(
            "a",
            "A",
            ".",
            "'",
            "’s",
            "-",
            "\0",
            "\ud800",
            "\u0301",
            "א",
            "👍🏽",
            " ",
            "3,",
            "$",
          ),
        )
        .map((parts) => parts.join("")),
    );
    fc.assert(
      fc.property(nasty, (text) => {
        let last = 0;
        for (const word of tokenise(text)) {
          expect(word.start).toBeGreaterThanOrEqual(last);
          expect(word.end).toBeGreaterThan(word.start);
          expect(word.end).toBeLessThanOrEqual(text.length);
          expect(word.text).toBe(normalise(text.slice(word.start, word.end)));
          expect(word.text).not.toBe("");
          last = word.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it("leaves out nothing but white space, control characters and marks that nobody sees", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme-ascii", maxLength: 80 }), (text) => {
        const covered = tokenise(text).map((word) => text.slice(word.start, word.end));
        expect(covered.join("").replace(/\s/g, "")).toBe(text.replace(/[\s\p{Cc}]/gu, ""));
      }),
    );
  });
});
