import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readReports } from "../../src/ingest/index.ts";

/** Doubts about a whole report are notes on its record: nothing is refused, nothing is dropped. */
let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

async function notesOf(line: object): Promise<readonly string[]> {
  const file = join(await mkdtemp(join(tmpdir(), "khaldun-")), "reports.jsonl");
  await writeFile(file, `${JSON.stringify(line)}\n`);
  for await (const one of readReports([file])) {
    if ("error" in one) throw one.error;
    if ("report" in one) return (await coder.code(one.report)).notes.map((note) => note.code);
  }
  return [];
}

describe("notes on a report", () => {
  const text = "Rebels attacked a convoy on Monday.";
  it.each([
    ["a date", { text, published: "2026-05-06" }, []],
    ["no date", { text }, ["unknown-publication-date", "relative-to-unknown-date"]],
    [
      "a date that is none",
      { text, published: "the other day" },
      ["unreadable-publication-date", "relative-to-unknown-date"],
    ],
    ["a NUL", { text: `${text}\0`, published: "2026-05-06" }, ["nul-character"]],
  ])("%s", async (_, line, expected) => {
    expect(await notesOf(line)).toEqual(expected);
  });
});
