import { describe, expect, it } from "vitest";
import { loadCountries } from "./countries.ts";
import { loadGazetteer } from "./gazetteer.ts";
import { foldName } from "./gazetteer-fold.ts";

const countries = loadCountries();

describe("names of countries", () => {
  it.each([
    ["United States", "USA"],
    ["the United States", "USA"],
    ["US", "USA"],
    ["U.S.", "USA"],
    ["the U.S.", "USA"],
    ["America", "USA"],
    ["UK", "GBR"],
    ["Britain", "GBR"],
    ["DR Congo", "COD"],
    ["Democratic Republic of Congo", "COD"],
    ["Congo-Brazzaville", "COG"],
    ["Ivory Coast", "CIV"],
    ["Côte d’Ivoire", "CIV"],
    ["Cote d'Ivoire", "CIV"],
    ["North Korea", "PRK"],
    ["Türkiye", "TUR"],
    ["Burma", "MMR"],
    ["USSR", "SUN"],
    ["Yugoslavia", "YUG"],
    ["Kosovo", "XKX"],
    ["Palestine", "PSE"],
    ["Taiwan", "TWN"],
    ["St. Lucia", "LCA"],
  ])("%s is %s", (name, iso3) => expect(countries.byName(name)).toBe(iso3));

  it.each(["us", "it", "Bamako", "Malian", "car", ""])("%j is no country", (name) =>
    expect(countries.byName(name)).toBeUndefined(),
  );

  it("gives the name of a code, and an unknown code back", () => {
    expect(countries.name("MLI")).toBe("Mali");
    expect(countries.name("ZZZ")).toBe("ZZZ");
    expect(countries.fromIso2("XK")).toBe("XKX");
    expect(countries.fromIso2("")).toBeUndefined();
  });
});

describe("places of countries", () => {
  it("have an id of GeoNames of their own and a point on earth", () => {
    const present = countries.all.filter(({ status }) => status === "state" || status === "disputed");
    for (const { iso3, geonames, point } of present) {
      expect([iso3, geonames]).toEqual([iso3, expect.any(Number)]);
      expect(Math.abs(point?.lat ?? 0), iso3).toBeLessThanOrEqual(90);
      expect(Math.abs(point?.lon ?? 0), iso3).toBeLessThanOrEqual(180);
    }
    const ids = present.map(({ geonames }) => geonames);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("lie within the radius that the gazetteer gives them, or within 700 km for scattered islands", () => {
    const gazetteer = loadGazetteer();
    for (const { iso3, name, point } of countries.all) {
      const area = gazetteer.find(name).find((entry) => entry.kind === "country" && entry.country === iso3);
      if (point === undefined || area === undefined) continue;
      const kmPerDegree = 111 * Math.cos((point.lat * Math.PI) / 180);
      const km = Math.hypot((point.lat - area.lat) * 111, (point.lon - area.lon) * kmPerDegree);
      expect(km, `${iso3} ${point.lat} ${point.lon}`).toBeLessThan(Math.max(700, area.radiusKm));
    }
  });

  it("gives regional words their region", () =>
    expect(countries.demonym("African")).toMatchObject({ region: "Africa", scope: "regional" }));
});

describe("capitals", () => {
  it.each([
    ["Ankara", "TUR"],
    ["Kiev", "UKR"],
    ["Kyiv", "UKR"],
    ["Washington", "USA"],
    ["Washington, D.C.", "USA"],
    ["N'Djamena", "TCD"],
    ["N’Djaména", "TCD"],
  ])("%s stands for %s", (capital, iso3) => expect(countries.byCapital(capital)).toBe(iso3));

  it("knows that a big city is no capital", () => expect(countries.byCapital("Lagos")).toBeUndefined());
});

describe("demonyms", () => {
  it.each([
    ["Malian", "MLI"],
    ["Malians", "MLI"],
    ["French", "FRA"],
    ["Frenchmen", "FRA"],
    ["Dutch", "NLD"],
    ["Burkinabè", "BFA"],
    ["Nigerien", "NER"],
    ["Nigerian", "NGA"],
    ["South Korean", "KOR"],
    ["Scottish", "GBR"],
    ["Gazans", "PSE"],
  ])("%s is of %s", (word, iso3) => expect(countries.byDemonym(word)).toBe(iso3));

  it.each(["West African", "Arab", "Kurdish", "Kurds", "European"])("%s names no country", (word) => {
    expect(countries.demonym(word)).toBeDefined();
    expect(countries.byDemonym(word)).toBeUndefined();
  });

  it("tells people from adjectives", () => {
    expect(countries.demonym("Malians")?.plural).toBe(true);
    expect(countries.demonym("Malian")?.plural).toBe(false);
  });
});

describe("the tables", () => {
  it("give every name, capital and code once", () => {
    const codes = countries.all.map((country) => country.iso3);
    expect(new Set(codes).size).toBe(codes.length);
    for (const pick of ["names", "capitals"] as const) {
      const owners = new Map<string, string>();
      for (const country of countries.all) {
        const words = pick === "names" ? [country.name, ...country.aliases] : country.capitals;
        for (const word of words) {
          const owner = owners.get(foldName(word)) ?? country.iso3;
          expect(`${word}: ${owner}`).toBe(`${word}: ${country.iso3}`);
          owners.set(foldName(word), country.iso3);
        }
      }
    }
  });

  it("have legal codes, and demonyms only of countries that exist", () => {
    for (const country of countries.all) {
      expect(country.iso3).toMatch(/^[A-Z]{3}$/);
      expect(country.iso2).toMatch(/^([A-Z]{2})?$/);
      expect(countries.byName(country.name)).toBe(country.iso3);
    }
    for (const word of ["Afghan", "Zambian", "Soviet", "Chechen"]) {
      expect(countries.get(countries.byDemonym(word) ?? "")).toBeDefined();
    }
  });
});

describe("names that states share", () => {
  it("give them all, the usual one first", () => {
    expect(countries.sharedBy("Congo")).toEqual(["COD", "COG"]);
    expect(countries.sharedBy("Korean")).toEqual(["KOR", "PRK"]);
    expect(countries.sharedBy("Mali")).toEqual([]);
  });
});
