import { describe, expect, it } from "vitest";
import { loadCountries } from "./countries.ts";
import { loadGazetteer } from "./gazetteer.ts";
import { foldName } from "./gazetteer-fold.ts";
import { loadRegions } from "./gazetteer-regions.ts";

const regions = loadRegions();

describe("regions and sites", () => {
  it.each([
    ["the Sahel", "Sahel", "international"],
    ["Gaza Strip", "Gaza Strip", "region"],
    ["the Donbass", "Donbas", "region"],
    ["eastern Ghouta", "Eastern Ghouta", "region"],
    ["Gulf of Aden", "Gulf of Aden", "water"],
    ["Heathrow", "Heathrow Airport", "site"],
    ["Ky.", "Kentucky", "admin1"],
    ["W. Va.", "West Virginia", "admin1"],
  ])("%s is %s, a %s", (name, canonical, kind) =>
    expect(regions.find(name).map((region) => [region.name, region.kind])).toContainEqual([canonical, kind]),
  );

  it.each(["la", "pa", "miss", "Miss", "northern", ""])("%j is none", (name) =>
    expect(regions.find(name)).toEqual([]),
  );
});

describe("the tables of regions and sites", () => {
  const countries = loadCountries();

  it("name every place once", () => {
    const names = regions.all.map((region) => `${region.kind} ${foldName(region.name)} ${region.countries}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  it("have legal codes and coordinates", () => {
    for (const region of regions.all) {
      for (const code of region.countries)
        expect([region.name, countries.get(code)?.iso3]).toEqual([region.name, code]);
      expect(Math.abs(region.lat ?? 0), region.name).toBeLessThanOrEqual(90);
      expect(Math.abs(region.lon ?? 0), region.name).toBeLessThanOrEqual(180);
      const isOneState = ["region", "site", "town", "admin1"].includes(region.kind);
      if (isOneState) expect([region.name, region.countries.length]).toEqual([region.name, 1]);
    }
  });

  it("abbreviate admin-1 units that the gazetteer holds", () => {
    const gazetteer = loadGazetteer();
    for (const region of regions.all.filter(({ kind }) => kind === "admin1")) {
      const found = gazetteer.find(region.name).filter((entry) => entry.kind === "admin1");
      expect(
        found.map((entry) => entry.country),
        region.name,
      ).toContain(region.countries[0]);
    }
  });
});
