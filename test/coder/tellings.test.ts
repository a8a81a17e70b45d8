import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";

/** Which tellings are one happening: events as `TYPE: trigger + other tellings`, through the whole program. */
let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

async function told(text: string): Promise<readonly string[]> {
  const { events } = await coder.code(readText(text, { published: "2026-05-06" }));
  return events.map(
    (event) => `${event.type}: ${[event.trigger, ...event.mentions].map((one) => one.text).join(" + ")}`,
  );
}

describe("one happening", () => {
  it.each([
    [
      "a verb and what came of it",
      "Gunmen attacked a village, killing five people and wounding two others.",
      ["ASSAULT: attacked + killing + wounding"],
    ],
    [
      "a noun that points back",
      "Rebels attacked an army base near Gao. The attack lasted two hours.",
      ["ASSAULT: attacked + attack"],
    ],
    [
      "an attack and its toll",
      "Government troops came under heavy fire near Bria and 14 were also wounded.",
      ["ASSAULT: came under heavy fire"],
    ],
    [
      "the same victims in other words",
      "Gunmen killed eight residents of a village. Unidentified gunmen attacked the village at dawn.",
      ["ASSAULT: killed + attacked"],
    ],
  ])("%s", async (_, text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});

describe("two happenings", () => {
  it.each([
    [
      "two towns",
      "Rebels attacked Gao on Monday. Rebels attacked Kidal on Tuesday.",
      ["ASSAULT: attacked", "ASSAULT: attacked"],
    ],
    [
      "another, says the text",
      "Gunmen killed five villagers on Monday. Gunmen killed villagers in another attack.",
      ["ASSAULT: killed", "ASSAULT: killed"],
    ],
    [
      "other parties",
      "Turkey condemned Syria. Iran condemned Israel.",
      ["ACCUSE: condemned", "ACCUSE: condemned"],
    ],
    ["each date of a plural", "The colonel led coups in 2020 and 2021.", ["COERCE: coups", "COERCE: coups"]],
  ])("%s", async (_, text, expected) => {
    expect(await told(text)).toEqual(expected);
  });

  it("of one word have ids of their own", async () => {
    const { events } = await coder.code(readText("The colonel led coups in 2020 and 2021."));
    expect(new Set(events.map((event) => event.id)).size).toBe(2);
  });

  it("have a trigger of words that stand together, however far a table sets them apart", async () => {
    const gap = " ".repeat(200);
    expect(await told("Turkey imposed sanctions on Syria.")).toEqual(["SANCTION: imposed sanctions"]);
    const [apart] = await told(`Turkey imposed${gap}sanctions on Syria.`);
    expect(apart).toMatch(/^SANCTION: (?:imposed|sanctions)$/);
  });
});
