import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { reportOf } from "../../test/helpers/parsed.ts";
import { paragraphsOf } from "./paragraphs.ts";
import { tokenise } from "./tokenise.ts";
import { packWindows } from "./windows.ts";

const paragraphs = (text: string): readonly string[] =>
  paragraphsOf(reportOf(text)).map(({ start, end }) => text.slice(start, end));

describe("paragraphs", () => {
  it("end at an empty line and, in running text, at every line", () => {
    expect(paragraphs("Talks fail\n\nMinisters met in Oslo.\nThey left early.")).toEqual([
      "Talks fail",
      "Ministers met in Oslo.",
      "They left early.",
    ]);
  });

  it("run over the lines of a text that a program has wrapped", () => {
    const wrapped = [
      "The ministers of four countries met in the old town hall",
      "of Oslo on Monday and spoke for three hours about the",
      "border, the price of gas and the fate of the prisoners",
      "who have been held since the war ended in the spring of",
      "last year.",
    ].join("\n");
    expect(paragraphs(wrapped)).toHaveLength(1);
  });
});

describe("windows", () => {
  const limits = { words: 20, pieces: 40 };
  it("hold every word once, in order, within the limits", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.array(fc.constantFrom("Troops", "left", ".", ",", "Goma", "unbelievably"), { maxLength: 50 }),
          { maxLength: 6 },
        ),
        (lists) => {
          const words = lists.map((list) => tokenise(list.join(" ")));
          const size = (word: { text: string }): number => (word.text.length > 8 ? 4 : 1);
          const windows = packWindows(words, size, limits);
          expect(windows.flatMap((window) => window.words.map((word) => word.text))).toEqual(
            words.flat().map((word) => word.text),
          );
          for (const window of windows) {
            expect(window.words.length).toBeLessThanOrEqual(limits.words);
            expect(window.breaks.has(0)).toBe(true);
          }
        },
      ),
    );
  });

  it("cut a long paragraph where a sentence ends", () => {
    const words = tokenise(
      "Troops left the old town at dawn after a long night . Nobody was hurt in the fighting that had gone on for days",
    );
    expect(packWindows([words], () => 1, limits)[0]!.words.at(-1)!.text).toBe(".");
  });
});
