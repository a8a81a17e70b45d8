import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, describe, expect, it } from "vitest";
import { reportWithOffsets } from "../../src/formats/offsets.ts";
import { readHtml } from "../../src/ingest/html.ts";
import { labelBlocks, type ReadResult, readReports, readText } from "../../src/ingest/index.ts";
import type { Report } from "../../src/record/report.ts";
import { KhaldunError } from "../../src/text/errors.ts";
import { quotesOf } from "../helpers/quotes.ts";

const folder = mkdtempSync(join(tmpdir(), "khaldun-fuzz-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Any UTF-16 text, rich in what readers trip over. */
const piece = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 12 }) },
  fc.constantFrom(
    ..."\n|\r\n|\n\n|\r|\u2028|\t|\0|\ud800|\udc00|😀|é|e\u0301|\u202eمرحبا|\ufeff|\ufffd".split("|"),
    "Source: Reuters",
    "BEIRUT (AP) — ",
    "By Jane Doe",
    "Read also: ",
    "The police said on Monday that two men were arrested.",
    "A cross heading",
  ),
);
const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));

const tag = fc.constantFrom(
  "p",
  "div",
  "h1",
  "h2",
  "li",
  "ul",
  "figure",
  "figcaption",
  "article",
  "a",
  "table",
  "br",
  "script",
  "time",
);
const anyHtml = fc
  .array(
    fc.oneof(
      anyText,
      tag.map((name) => `<${name}>`),
      tag.map((name) => `</${name}>`),
      fc.constantFrom(
        "<",
        ">",
        "&",
        "&#",
        "&#x110000;",
        "<!--",
        "-->",
        "<![CDATA[",
        "<html",
        `<meta name="date" content="`,
      ),
    ),
    { maxLength: 40 },
  )
  .map((pieces) => pieces.join(""));

function checkReport(report: Report): void {
  let end = 0;
  for (const block of report.blocks) {
    expect(block.start).toBeGreaterThanOrEqual(end);
    expect(block.end).toBeGreaterThan(block.start);
    expect(report.text.slice(end, block.start).trim()).toBe("");
    end = block.end;
  }
  expect(report.text.slice(end).trim()).toBe("");
  for (const quote of quotesOf(report)) expect(report.text.slice(quote.start, quote.end)).toBe(quote.text);
}

/** Every quote is its slice as Python counts, by code points. */
function checkCodePoints(report: Report): void {
  const characters = Array.from(report.text);
  for (const quote of quotesOf(reportWithOffsets(report, "code-points")))
    expect(characters.slice(quote.start, quote.end).join("")).toBe(quote.text);
}

async function readBytes(name: string, bytes: Uint8Array): Promise<readonly ReadResult[]> {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  const found: ReadResult[] = [];
  for await (const result of readReports([file])) found.push(result);
  return found;
}

function checkResult(result: ReadResult): void {
  if ("error" in result) expect(result.error).toBeInstanceOf(KhaldunError);
  else if ("report" in result) checkReport(result.report);
  else expect(URL.canParse(result.reference.url)).toBe(true);
}

describe("any input at all", () => {
  it("plain text: blocks are in order, cover everything but white space, and are their slices", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const report = readText(text, { title: "A cross heading" });
        checkReport(report);
        checkCodePoints(report);
      }),
      { numRuns: 300 },
    );
  });

  it("pages: an article or K107, never a crash", () => {
    fc.assert(
      fc.property(anyHtml, fc.boolean(), (html, whole) => {
        const padded = whole
          ? `<html><body><article><p>${"Two men were arrested. ".repeat(12)}</p>${html}`
          : html;
        try {
          const report = readHtml(padded, "page.html");
          checkReport(report);
          checkCodePoints(report);
        } catch (problem) {
          expect(problem).toMatchObject({ code: "K107" });
        }
      }),
      { numRuns: 150 },
    );
  });

  it("bytes under any name: reports or errors with a code", async () => {
    const names = fc.constantFrom("a.txt", "a.html", "a.jsonl", "a");
    await fc.assert(
      fc.asyncProperty(names, fc.uint8Array({ maxLength: 400 }), async (name, bytes) => {
        for (const result of await readBytes(name, bytes)) checkResult(result);
      }),
      { numRuns: 150 },
    );
  });

  it("JSONL: one result for each line that is not blank, in order, whatever the lines are", async () => {
    const line = fc.oneof(
      fc.json(),
      anyText.map((text) => JSON.stringify({ text })),
      fc.string({ unit: "grapheme-ascii" }),
      fc
        .record({ text: anyText, id: fc.oneof(fc.string(), fc.integer(), fc.constant(null)) })
        .map((value) => JSON.stringify(value)),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 8 }), async (lines) => {
        const results = await readBytes("b.jsonl", Buffer.from(`${lines.join("\n")}\n`));
        results.forEach(checkResult);
        const wanted = lines.flatMap((one, index) => (one.trim() === "" ? [] : [index + 1]));
        expect(results.map((result) => Number(result.name.split(":").at(-1)))).toEqual(wanted);
      }),
      { numRuns: 100 },
    );
  });

  it.each([
    ["a million characters on one line", "word ".repeat(200_000)],
    ["half a million lines", "a\n".repeat(500_000)],
    ["capitals without end", "AB ".repeat(300_000)],
    ["a million stops", ".".repeat(1_000_000)],
  ])("%s takes no more than seconds", (_, text) => {
    const started = performance.now();
    expect(labelBlocks(text).length).toBeGreaterThan(0);
    // A slow and busy machine needs ten seconds; what grows with the square needs hours.
    expect(performance.now() - started).toBeLessThan(30_000);
  });
});
