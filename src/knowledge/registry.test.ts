import { describe, expect, it } from "vitest";
import { SECTORS } from "../ontology/plover/codes.ts";
import { loadCountries } from "./countries.ts";
import { foldName } from "./gazetteer-fold.ts";
import { holdsOn, loadRegistry, officeOn } from "./registry.ts";
import { readPersons } from "./registry-tables.ts";

const registry = loadRegistry();
const countries = loadCountries();

describe("organisations by name", () => {
  it.each([
    ["United Nations", "united-nations"],
    ["the UN", "united-nations"],
    ["U.N.", "united-nations"],
    ["Ecowas", "economic-community-of-west-african-states"],
    ["RFI", "radio-france-internationale"],
    ["ISIS", "islamic-state"],
    ["Al-Shabab", "al-shabaab"],
    ["Revolutionary Guards", "islamic-revolutionary-guard-corps"],
    ["Medecins Sans Frontieres", "medecins-sans-frontieres"],
    ["Kremlin", "kremlin"],
  ])("%s is %s", (words, id) => expect(registry.organisation(words)[0]?.id).toBe(id));

  it.each(["who", "un", "care", "ice", "security council", "fars"])("%s is only a word", (words) =>
    expect(registry.organisation(words)).toEqual([]),
  );

  it("knows armed groups of the conflict data too, after those written by hand", () => {
    expect(registry.organisation("Pathet Lao")[0]).toMatchObject({ country: "LAO", sector: "REB" });
    expect(registry.organisation("JNIM")[0]?.source).toBe("hand");
  });
});

describe("holders of offices", () => {
  it.each([
    ["Ibrahim Boubacar Keita", "2019-06-01", "President", "MLI"],
    ["Ibrahim Boubacar Keita", "1996-06-01", "Prime Minister", "MLI"],
    ["Vladimir Putin", "2010-01-15", "Prime Minister", "RUS"],
    ["Vladimir Putin", "2022-05-17", "President", "RUS"],
    ["Jacob Zuma", "2018-04-06", "President", "ZAF"],
    ["Mohamed Nasheed", "2012-01-15", "President", "MDV"],
    ["Abdulla Yameen", "2018-02-05", "President", "MDV"],
    ["Moammar Kadafi", "2011-03-17", "Leader", "LBY"],
    ["Gurbanguly Berdymukhamedov", "2016-06-01", "President", "TKM"],
    ["Fernando Lugo", "2012-06-21", "President", "PRY"],
  ])("%s on %s: %s of %s", (name, day, position, country) => {
    const [person] = registry.person(name);
    expect(officeOn(person!, day)).toMatchObject({ position, country });
  });

  it("counts a tenure's last day and whole years", () => {
    const tenure = { position: "President", start: "2013-09-04", end: "2020" };
    expect(holdsOn(tenure, "2013-09-03")).toBe(false);
    expect(holdsOn(tenure, "2020-12-31")).toBe(true);
    expect(holdsOn(tenure, "2021-01-01")).toBe(false);
  });

  it("knows nobody of an invented name", () => expect(registry.person("Zebulon Quillfeather")).toEqual([]));
});

describe("who is called president", () => {
  const president = (country: string, day: string) => {
    const held = registry.offices.holder("president", country, day, day);
    return held.kind === "held" ? held.holding.name : held.kind;
  };
  it.each([
    ["MDV", "2018-02-05", "Abdulla Yameen"],
    ["MDV", "2024-01-10", "Mohamed Muizzu"],
    ["BOL", "2019-12-01", "Jeanine Áñez"],
    ["MDG", "2009-12-01", "Andry Rajoelina"],
    ["GEO", "2007-12-15", "Nino Burjanadze"],
    ["HTI", "2016-10-04", "Jocelerme Privert"],
  ])("%s on %s: %s", (country, day, name) => expect(president(country, day)).toBe(name));
});

describe("the tables", () => {
  it("are big enough to be useful", () => {
    expect(registry.size.organisations).toBeGreaterThan(1500);
    expect(registry.size.persons).toBeGreaterThan(12000);
  });

  it("have unique ids, legal countries and sectors, and years that follow each other", () => {
    const ids = new Set<string>();
    for (const one of registry.organisations) {
      expect(ids.has(one.id), one.id).toBe(false);
      ids.add(one.id);
      expect(SECTORS).toContain(one.sector);
      if (one.country) expect(countries.get(one.country), `${one.id}: ${one.country}`).toBeDefined();
      for (const year of [one.from, one.to]) expect(year ?? "1900").toMatch(/^(19|20)\d\d$/);
      expect((one.from ?? "1900") <= (one.to ?? "2100"), one.id).toBe(true);
    }
  });

  it("give no name twice within one country and kind of the rows written by hand", () => {
    const owners = new Map<string, string>();
    for (const one of registry.organisations.filter(({ source }) => source === "hand")) {
      for (const name of new Set([one.name, ...one.aliases].map(foldName))) {
        const key = `${name} ${one.kind} ${one.country ?? ""}`;
        expect(`${name}: ${owners.get(key) ?? one.id}`).toBe(`${name}: ${one.id}`);
        owners.set(key, one.id);
      }
    }
  });

  it("give one person written by hand one row", () => {
    const owners = new Map<string, string>();
    const twice = readPersons()
      .filter(({ isByHand }) => isByHand)
      .flatMap((row) => {
        const { id, country = "" } = row.person();
        const names = [...new Set(row.keys)].map((key) => `${key} ${country}`);
        const others = names.filter((name) => owners.has(name));
        for (const name of names) owners.set(name, id);
        return others;
      });
    expect(twice).toEqual([]);
  });

  it("have no tenure that ends before it begins, and no two of one person that overlap in one office", () => {
    const wrong: string[] = [];
    for (const row of readPersons().filter(({ isByHand }) => isByHand)) {
      const { name, tenures } = row.person();
      for (const [index, one] of tenures.entries()) {
        if (one.end !== "" && one.end < one.start.slice(0, one.end.length))
          wrong.push(`${name} ${one.start}`);
        const next = tenures.slice(index + 1).find(({ position }) => position === one.position);
        if (next !== undefined && (one.end === "" || next.start < one.end))
          wrong.push(`${name} ${next.start}`);
      }
    }
    expect(wrong).toEqual([]);
  });

  it("have persons with legal countries and dates", () => {
    const wrong: string[] = [];
    for (const row of readPersons()) {
      const person = row.person();
      const keys = [person.name, ...person.aliases].map(foldName);
      if (keys.join("|") !== row.keys.join("|")) wrong.push(`${person.id} keys ${row.keys.join("|")}`);
      if (person.country && !countries.get(person.country)) wrong.push(`${person.id} ${person.country}`);
      for (const { start, end, position } of person.tenures) {
        const legal = /^(\d{4}(-\d\d(-\d\d)?)?)?$/;
        if (!legal.test(start) || !legal.test(end) || position === "")
          wrong.push(`${person.id} ${position} ${start}`);
      }
    }
    expect(wrong).toEqual([]);
  });
});
