import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import type { CodedReport } from "../../src/record/coded-report.ts";
import { quotesOf } from "../helpers/quotes.ts";
import { differences } from "./compare.ts";
import { readKnownFailures, writeKnownFailures } from "./known-failures.ts";
import { parseExpected } from "./notation.ts";

/**
 * Golden reports: test/golden/<slug>/{report,expected}.txt. What is still wrong stands in known-failures.tsv with
 * its reason; a failure that is not listed fails the run, and so does a line whose case has started to pass.
 * With UPDATE_GOLDEN=1 the list is written anew and asks for the reasons of new lines.
 */
const here = dirname(fileURLToPath(import.meta.url));
const slugs = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name)
  .sort();
const updating = process.env.UPDATE_GOLDEN === "1";
const known = readKnownFailures(updating);
const foundIn = new Map<string, readonly string[]>();

let coder: Coder;
const coded = new Map<string, CodedReport>();

beforeAll(async () => {
  coder = await createCoder();
  for (const slug of slugs) coded.set(slug, await coder.code(readGolden(slug)));
}, 120_000);
afterAll(async () => {
  await coder.close();
  if (updating) writeKnownFailures(known, foundIn);
});

describe("golden reports", () => {
  it("are at least 54", () => expect(slugs.length).toBeGreaterThanOrEqual(54));

  it.each(slugs)("%s is coded as expected", (slug) => {
    const expected = parseExpected(readFileSync(join(here, slug, "expected.txt"), "utf8"));
    const found = differences(expected, coded.get(slug)!);
    foundIn.set(
      slug,
      found.map((one) => one.key),
    );
    if (updating) return;
    const listed = known.get(slug) ?? new Map<string, string>();
    const fresh = found.filter((one) => !listed.has(one.key));
    const keys = new Set(found.map((one) => one.key));
    const healed = [...listed.keys()].filter((key) => !keys.has(key));
    expect(fresh.map((one) => one.message)).toEqual([]);
    expect(healed, "these pass now: remove their lines from known-failures.tsv").toEqual([]);
  });

  it.each(slugs)("%s: every quote equals its slice, and every known cell has one", (slug) => {
    const record = coded.get(slug)!;
    for (const quote of quotesOf(record))
      expect(record.report.text.slice(quote.start, quote.end)).toBe(quote.text);
    for (const event of record.events) {
      const cells = [
        event.place,
        event.time,
        ...[...event.actors, ...event.recipients].flatMap((one) => [one.name, one.country, one.sector]),
      ];
      for (const cell of cells) if (cell.status === "known") expect(cell.quotes.length).toBeGreaterThan(0);
    }
  });

  it("gives the same bytes for the same input", async () => {
    const slug = slugs[0]!;
    expect(JSON.stringify(await coder.code(readGolden(slug)))).toBe(JSON.stringify(coded.get(slug)));
  });
});

/** A golden report starts with `key: value` lines (published, outlet, title) and a line `---`. */
function readGolden(slug: string): Parameters<Coder["code"]>[0] {
  const [head = "", ...rest] = readFileSync(join(here, slug, "report.txt"), "utf8").split("\n---\n");
  const fields = Object.fromEntries(head.split("\n").map((line) => line.split(/:\s*(.*)/, 2)));
  return readText(rest.join("\n---\n"), { id: slug, ...fields });
}
