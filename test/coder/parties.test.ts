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

describe("parties beside the names of others", () => {
  const named = async (text: string): Promise<readonly string[]> => {
    const document = await coder.annotate(readText(text, { published: "2026-05-05" }));
    return read(document, ACTORS).map(({ start, end, country = "-", sector }) =>
      [text.slice(start, end), country, sector].join(" "),
    );
  };

  it.each([
    ["Ukraine fired US-made HIMARS rockets at a depot on Monday.", "US"],
    ["Houthi rebels shot down an American-built drone on Monday.", "American"],
    ["Gunmen attacked a Panama-flagged tanker on Monday.", "Panama"],
  ])("where a thing is from is no party: %s", async (text, maker) =>
    expect((await named(text)).filter((words) => words.startsWith(`${maker} `))).toEqual([]),
  );

  it("a word of origin belongs to those before whom it stands", async () => {
    const parties = await named(
      "The Indian navy foiled a Somali pirate attack in the Gulf of Aden on Saturday.",
    );
    expect(parties).toEqual(["Indian navy IND MIL", "Somali pirate SOM CRM"]);
  });

  it("pirates at sea are of no country that the report does not give them", async () => {
    const parties = await named("The Indian navy captured 23 pirates in the Gulf of Aden on Saturday.");
    expect(parties).toEqual(["Indian navy IND MIL", expect.stringMatching(/^23 pirates.* - CRM$/)]);
  });

  it("where every word of a headline has a capital, a common noun is no name", async () => {
    const [, teen] = await named(
      "Police Shoot Brooklyn Teen\n\nPolice shot a 16-year-old in Brooklyn on Saturday.",
    );
    expect(teen).toMatch(/Teen \S+ CVL$/);
  });
});

describe("whose parties are that the report does not say of them", () => {
  const countries = async (
    text: string,
    published = "2026-05-05",
  ): Promise<Readonly<Record<string, string>>> => {
    const document = await coder.annotate(readText(text, { published }));
    return Object.fromEntries(
      read(document, ACTORS).map(({ start, end, country = "-" }) => [text.slice(start, end), country]),
    );
  };

  it("those who rose are of the country of the coup, however much is told of an envoy's", async () => {
    const found = await countries(
      "Junta leaders in Mali refused to let a senior US official meet the ousted president. Ada Moss, the US deputy secretary of state, said that the commanders blocked her. The mutinous officers rejected calls from the United States, and the United States warned them.",
    );
    expect(found).toMatchObject({ commanders: "MLI", "mutinous officers": "MLI", "ousted president": "MLI" });
  });

  it("victims are of the one place that the report tells of, not of those who comment", async () => {
    const found = await countries(
      "A blast tore through a hall in the Riga region, Reuters said, citing two US officials. The United States confirmed it. Sixty people were killed.",
    );
    expect(found["Sixty people"]).toBe("LVA");
  });

  it("the fighters of a body without a country have none", async () => {
    const found = await countries("ISIS militants claimed a blast in Riga. The United States condemned it.");
    expect(found["ISIS militants"]).toBe("-");
  });

  it("the chiefs of a community of states are of none of them", async () => {
    const words = "Defence chiefs of the Economic Community of West African States";
    const found = await countries(`${words} agreed a plan on Friday.`);
    expect(found[words]).toBe("-");
  });

  it("a family is not the man whose it is", async () => {
    const text = "The guard detained President Ibrahim Traore, his family and two ministers on Monday.";
    const document = await coder.annotate(readText(text, { published: "2026-05-05" }));
    const family = read(document, ACTORS).find(({ start, end }) => text.slice(start, end) === "his family");
    expect(family).toBeDefined();
    expect(family?.name).toBeUndefined();
  });
});
