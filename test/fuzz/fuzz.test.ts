import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { withOffsets } from "../../src/formats/offsets.ts";
import { readText } from "../../src/ingest/index.ts";
import { codedReportSchema } from "../../src/record/coded-report.ts";
import { quotesOf } from "../helpers/quotes.ts";

/** Words, marks and characters that have broken text programs before, in any order. */
const scraps = fc.constantFrom(
  "Police",
  "arrested",
  "the president of Mali",
  "on Monday",
  "said",
  "“",
  "”",
  '"',
  "'",
  "n't",
  "\n\n",
  "\n",
  " ",
  ", ",
  ". ",
  "😀",
  "é",
  "e\u0301",
  "مرحبا",
  "\u202e",
  "\0",
  "\ud800",
  "\udc00",
  "\ufeff",
  "31 February 2022",
  "99999",
  "25:99",
  "U.S.",
  "--",
  "…",
  "(AP) -",
  "http://x.y/z?q=1",
  "attack",
  "if",
  "not",
  "between 8 and 23",
);
const texts = fc.oneof(
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(scraps, { maxLength: 60 }).map((words) => words.join("")),
  fc.array(scraps, { maxLength: 60 }).map((words) => words.join(" ")),
);

const MEGABYTE = 2 ** 20;

let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

describe("any text at all", () => {
  it("is coded without a crash, fits the schema, and every quote equals its slice in either unit", async () => {
    await fc.assert(
      fc.asyncProperty(texts, async (text) => {
        const coded = await coder.code(readText(text, { published: "2026-05-06" }));
        codedReportSchema.parse(coded);
        for (const quote of quotesOf(coded)) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
        const characters = Array.from(text);
        for (const quote of quotesOf(withOffsets(coded, "code-points")))
          expect(characters.slice(quote.start, quote.end).join("")).toBe(quote.text);
      }),
      { numRuns: 150 },
    );
  }, 120_000);

  it("of a megabyte is coded to its end, and every quote equals its slice", async () => {
    const stories = `${goldenReports()}\n\n`;
    const text = stories.repeat(Math.ceil(MEGABYTE / stories.length)).slice(0, MEGABYTE);
    const coded = await coder.code(readText(text, { published: "2026-05-06" }));
    for (const quote of quotesOf(coded)) expect(text.slice(quote.start, quote.end)).toBe(quote.text);
    expect(coded.events.at(-1)!.trigger.start).toBeGreaterThan(MEGABYTE * 0.99);
  }, 1_200_000);
});

/** The texts of all golden reports, one behind the other. */
function goldenReports(): string {
  const folder = join(import.meta.dirname, "..", "golden");
  return readdirSync(folder)
    .map((slug) => join(folder, slug, "report.txt"))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, "utf8"))
    .join("\n\n");
}
