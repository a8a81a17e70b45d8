import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ACTORS, type ActorMention } from "../../src/annotators/actors/layer.ts";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import { read } from "../../src/text/document.ts";
import { readTable } from "../../src/text/table.ts";

/** Who is meant by a phrase that opens a report of that day, through the whole program. */
let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

const rows = readTable("test/coder/data/parties.tsv").map(({ cells }) => cells);

async function subject(phrase: string, published: string): Promise<ActorMention | undefined> {
  const text = `${phrase} accused the rebels of attacking a convoy on Monday.`;
  const document = await coder.annotate(readText(text, { published }));
  return read(document, ACTORS).find(({ start, end }) => start < phrase.length && end >= phrase.length);
}

describe("the party of a phrase", () => {
  it("is tested on at least 250 phrases", () => expect(rows.length).toBeGreaterThanOrEqual(250));

  for (const group of new Set(rows.map((cells) => cells.group))) {
    it(`has the country and sector of the day: ${group}`, async () => {
      const wrong: string[] = [];
      for (const { phrase = "", day = "", country = "", sector = "" } of rows.filter(
        (cells) => cells.group === group,
      )) {
        const found = await subject(phrase, day);
        const isRight =
          found !== undefined &&
          country.split("|").includes(found.country ?? "-") &&
          sector.split("|").includes(found.sector);
        if (!isRight)
          wrong.push(`${phrase} on ${day}: ${found?.country ?? "-"} ${found?.sector ?? "not found"}`);
      }
      expect(wrong).toEqual([]);
    }, 120_000);
  }
});
