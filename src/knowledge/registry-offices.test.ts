import { describe, expect, it } from "vitest";
import { createOffices, type Held, readOffices } from "./registry-offices.ts";
import type { PersonRow } from "./registry-tables.ts";

const ruler = (name: string, tenures: string, isByHand = false): PersonRow => ({
  keys: [name.toLowerCase()],
  isByHand,
  person: () => ({
    id: name,
    name,
    aliases: [],
    tenures: tenures.split("|").map((cell) => {
      const [position = "", dates = ""] = cell.split("@");
      const [start = "", end = ""] = dates.split("..");
      return { position, country: "MLI", start, end };
    }),
  }),
});

const offices = createOffices(readOffices(), [
  ruler("Ada One", "President@2010-03-01..2012-06-01"),
  ruler("Ben Two", "President@2012-06-01..2015-01-01|President@2015-01-01..2018-01-01"),
  ruler("Cy Three", "Chairman of the Transitional Military Council@2018-01-02..2018-12-31"),
  ruler("Dee Four", "Acting President@2019-02-01..2020"),
  ruler("Eve Five", "President@2020-09-09.."),
  ruler("Flo Six", "Minister of Defence and Veterans@2011-01-01.."),
  ruler("Gus Seven", "Minister of Defence@2014-05-05.."),
]);

function told(held: Held): string {
  switch (held.kind) {
    case "held":
      return held.standsIn ? `${held.holding.name} in its stead` : held.holding.name;
    case "ambiguous":
      return held.holdings.map(({ name }) => name).join(" or ");
    default:
      return held.kind;
  }
}

describe("who held an office", () => {
  const cases: readonly (readonly [string, string, string, string])[] = [
    ["in the middle of a term", "president", "2011-05-05", "Ada One"],
    ["on the first day", "president", "2010-03-01", "Ada One"],
    ["on the day of a change", "president", "2012-06-01", "Ada One or Ben Two"],
    ["where two terms of one person meet", "president", "2015-01-01", "Ben Two"],
    ["in a gap that another office fills", "president", "2018-05-05", "Cy Three in its stead"],
    ["in a gap", "president", "2019-01-15", "vacant"],
    ["acting", "president", "2019-06-06", "Dee Four"],
    ["in a year that the table knows no day of", "president", "2020-05-05", "Dee Four"],
    ["where a year and a day overlap", "president", "2020-10-10", "Dee Four or Eve Five"],
    ["with an end left open, before the successor", "defence-minister", "2013-01-01", "Flo Six"],
    ["with an end left open, after the successor", "defence-minister", "2016-01-01", "Gus Seven"],
    ["after the table was taken", "president", "2024-01-01", "registry-ends"],
    ["in an office nobody is known to have held", "monarch", "2016-01-01", "not-in-registry"],
  ];
  it.each(cases)("%s", (_, office, day, expected) =>
    expect(told(offices.holder(office, "MLI", day, day))).toBe(expected),
  );

  it("over a month in which it changed hands: both", () =>
    expect(told(offices.holder("president", "MLI", "2012-05-15", "2012-06-15"))).toBe("Ada One or Ben Two"));

  it("formerly, recently and next", () => {
    const on = (day: string, standing: "former" | "ousted" | "next"): string =>
      told(offices.holder("president", "MLI", day, day, standing));
    expect(on("2013-01-01", "former")).toBe("Ada One");
    expect(on("2019-06-06", "former")).toBe("Ada One or Ben Two");
    expect(on("2018-03-03", "ousted")).toBe("Ben Two");
    expect(on("2012-05-05", "next")).toBe("Ben Two");
  });
});

describe("offices.tsv", () => {
  const table = readOffices();
  it("has one row for a noun", () => {
    const nouns = table.flatMap(({ nouns }) => nouns);
    expect(nouns.filter((noun, index) => nouns.indexOf(noun) !== index)).toEqual([]);
  });

  it("names only offices of its own as stand-ins", () => {
    const known = new Set(table.map(({ id }) => id));
    expect(table.flatMap(({ functional }) => functional).filter((id) => !known.has(id))).toEqual([]);
  });

  it.each([
    ["defence-minister", "minister of defence", true],
    ["defence-minister", "minister of state for defence", false],
    ["defence-minister", "deputy minister of defence", false],
    ["president", "president of the senate", false],
    ["foreign-minister", "minister of foreign affairs and international cooperation", true],
    ["prime-minister", "deputy prime minister", false],
  ])("%s: %s %s", (office, title, expected) => {
    const row = table.find(({ id }) => id === office);
    expect(row?.titles.some((pattern) => pattern.test(title))).toBe(expected);
  });
});
