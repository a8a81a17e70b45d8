import { describe, expect, it } from "vitest";
import { loadGazetteer, openGazetteer } from "./gazetteer.ts";
import { foldName } from "./gazetteer-fold.ts";
import type { GazetteerRow } from "./gazetteer-format.ts";
import { packGazetteer } from "./gazetteer-pack.ts";

describe("folding of names", () => {
  it.each([
    ["Ménaka", "menaka"],
    ["SÃO PAULO", "sao paulo"],
    ["Saint-Denis", "st denis"],
    ["St. Denis", "st denis"],
    ["N’Djamena", "ndjamena"],
    ["Al-Fashir", "al fashir"],
    ["el Fashir", "al fashir"],
    ["the Gambia", "gambia"],
    ["Łódź", "lodz"],
    ["Bosnia & Herzegovina", "bosnia and herzegovina"],
    ["Москва", "москва"],
    ["…", ""],
  ])("%s is stored as %s", (name, folded) => expect(foldName(name)).toBe(folded));

  it("is idempotent", () => {
    for (const name of ["Mount St. Mary's", "El Alto", "Ḩalab", "the The"]) {
      expect(foldName(foldName(name))).toBe(foldName(name));
    }
  });
});

const ROWS: readonly GazetteerRow[] = [
  area("Northland", "admin1", 11, 120),
  { ...area("Southland", "admin1", 12, 80), country: "BBB" },
  town("Saint-Émile", ["Port Émile"], 101, 0),
  { ...town("Northland", [], 102, 0), feature: "PPLA" },
  { ...town("Saint Emile", [], 0, 1), country: "BBB" },
];

describe("a packed gazetteer", () => {
  const gazetteer = openGazetteer(packGazetteer(ROWS, { version: "test 1", sources: ["ours"] }));

  it("gives every place of a name, whatever its spelling", () => {
    const found = gazetteer.find("ST EMILE");
    expect(found.map((entry) => [entry.name, entry.country, entry.admin1])).toEqual([
      ["Saint-Émile", "AAA", "Northland"],
      ["Saint Emile", "BBB", "Southland"],
    ]);
    expect(found[0]).toMatchObject({ geonames: 101, kind: "town", lat: 1.5, lon: -2.25, radiusKm: 5 });
    expect(found[1]).not.toHaveProperty("geonames");
  });

  it("tells a first name from an alternate", () => {
    expect(gazetteer.find("port emile").map((entry) => entry.primary)).toEqual([false]);
    expect(gazetteer.find("Northland").map((entry) => [entry.kind, entry.primary])).toEqual([
      ["admin1", true],
      ["town", true],
    ]);
    expect(gazetteer.entry(0)).toMatchObject({ name: "Northland", radiusKm: 120 });
  });

  it("finds the longest name that starts at a word", () => {
    const words = ["near", "Port", "Émile", "yesterday"];
    expect(gazetteer.longestMatch(words, 1)).toMatchObject({ first: 1, last: 3 });
    expect(gazetteer.longestMatch(words, 0)).toBeUndefined();
  });

  it("knows nothing else", () => {
    for (const name of ["", "Emile", "Northlan", "toString"]) expect(gazetteer.find(name)).toEqual([]);
  });

  it("refuses bytes that are no gazetteer, and a file cut short", () => {
    const packed = packGazetteer(ROWS, { version: "test 1", sources: [] });
    expect(() => openGazetteer(new Uint8Array(40))).toThrow(/K403|not a packed gazetteer/);
    expect(() => openGazetteer(packed.slice(0, packed.length - 16))).toThrow(/cut off/);
  });

  it("refuses rows out of order", () => {
    expect(() => packGazetteer([...ROWS].reverse(), { version: "", sources: [] })).toThrow(RangeError);
  });
});

describe("the gazetteer of the package", () => {
  const gazetteer = loadGazetteer();

  it.each([
    ["Bamako", 2460596, "town", "MLI"],
    ["Kidal", 2455290, "town", "MLI"],
    ["Ménaka", 2453514, "town", "MLI"],
    ["Timbuktu", 2449067, "town", "MLI"],
    ["El Fasher", 379555, "town", "SDN"],
    ["Al-Fashir", 379555, "town", "SDN"],
    ["Bakhmut", 713174, "town", "UKR"],
    ["Kiev", 703448, "town", "UKR"],
    ["Khan Younis", 281124, "town", "PSE"],
    ["Qamishli", 173377, "town", "SYR"],
    ["St Petersburg", 498817, "town", "RUS"],
    ["Goma", 216281, "town", "COD"],
    ["Cabo Delgado", 1051823, "admin1", "MOZ"],
    ["North Kivu", 206938, "admin1", "COD"],
  ])("knows %s", (name, geonames, kind, country) => {
    const found = gazetteer.find(name).map((entry) => [entry.geonames, entry.kind, entry.country]);
    expect(found).toContainEqual([geonames, kind, country]);
  });

  it.each([
    ["Бахмут", "Bakhmut"],
    ["北京", "Beijing"],
    ["القاهرة", "Cairo"],
    ["Αθήνα", "Athens"],
  ])("knows %s by the name of its own script", (name, english) => {
    expect(gazetteer.find(name).map((place) => place.name)).toContain(english);
  });

  it("does not take codes and country names for towns", () => {
    expect(gazetteer.find("Ber").filter((entry) => entry.name === "Berlin")).toEqual([]);
    expect(gazetteer.find("Gao").filter((entry) => entry.country === "CUB")).toEqual([]);
    expect(gazetteer.find("Mexico").filter((entry) => entry.feature === "PPLC")).toEqual([]);
  });

  it("gives coordinates on the globe and the size of areas", () => {
    for (let row = 0; row < gazetteer.size; row += 997) {
      const entry = gazetteer.entry(row);
      expect(Math.abs(entry.lat)).toBeLessThanOrEqual(90);
      expect(Math.abs(entry.lon)).toBeLessThanOrEqual(180);
      expect(entry.country).toMatch(/^[A-Z]{3}$/);
    }
    const mali = gazetteer.find("Mali").find((entry) => entry.kind === "country");
    expect(mali?.radiusKm).toBeGreaterThan(550);
    expect(mali?.radiusKm).toBeLessThan(700);
  });

  it("meets no made-up word by chance", () => {
    for (let number = 0; number < 20_000; number += 1) {
      expect(gazetteer.find(`zq${number.toString(36)}x`)).toEqual([]);
    }
  });
});

function area(name: string, kind: "admin1", geonames: number, radiusKm: number): GazetteerRow {
  const point = { lat: 1, lon: -2, population: 1000, radiusKm };
  return { geonames, name, names: [], kind, feature: "ADM1", country: "AAA", ...point };
}

function town(name: string, names: readonly string[], geonames: number, admin1: number): GazetteerRow {
  const point = { lat: 1.5, lon: -2.25, population: 500, radiusKm: 5 };
  return { geonames, name, names, kind: "town", feature: "PPL", country: "AAA", admin1, ...point };
}
