import { Command, Option } from "commander";
import { loadCountries } from "../knowledge/countries.ts";
import { type GazetteerEntry, loadGazetteer } from "../knowledge/gazetteer.ts";
import { holdsOn, loadRegistry } from "../knowledge/registry.ts";
import { isSoOn, loadStatements, type Statement } from "../knowledge/registry-statements.ts";
import { fail } from "../text/errors.ts";
import { write } from "./run.ts";

/** Asks the gazetteer and the registry directly, without a report. */
export function lookupCommand(): Command {
  const place = new Command("place")
    .description("places of that name: kind, admin-1 unit, country, population, largest first")
    .argument("<name...>")
    .action((words: readonly string[]) => write(placesOf(words.join(" "))));
  const actor = new Command("actor")
    .description("organisations and persons of that name: country, sector, statements, offices")
    .argument("<name...>")
    .addOption(new Option("--on <date>", "only what held on this day (YYYY-MM-DD)"))
    .action((words: readonly string[], flags: { readonly on?: string }) => {
      const isDay = flags.on === undefined || isCalendarDay(flags.on);
      if (!isDay) throw fail("K302", { option: "--on", value: flags.on ?? "" });
      return write(actorsOf(words.join(" "), flags.on));
    });
  return new Command("lookup")
    .description("what the gazetteer and the registry know of a name")
    .addHelpText("after", "\nExample:\n  khaldun lookup place Gao\n  khaldun lookup actor ECOWAS")
    .addCommand(place)
    .addCommand(actor);
}

function placesOf(name: string): string {
  const entries = [...loadGazetteer().find(name)].sort((a, b) => b.population - a.population);
  if (entries.length === 0) return `no place called ${name} is known\n`;
  return entries.map(lineOf).join("");
}

function lineOf(entry: GazetteerEntry): string {
  const country = loadCountries().name(entry.country);
  const where = [...new Set([entry.admin1, country])].filter(
    (part) => part !== undefined && part !== entry.name,
  );
  const size = entry.population === 0 ? "population unknown" : `population ${entry.population}`;
  // An area has a centre for comparing distances only: to print it would make a pin of it.
  const position =
    entry.kind === "town"
      ? `${entry.lat.toFixed(3)}, ${entry.lon.toFixed(3)}`
      : `area, radius about ${entry.radiusKm} km`;
  const id = entry.geonames === undefined ? "" : `; geonames ${entry.geonames}`;
  const why = entry.primary ? "its name" : "another name of it";
  return `${[entry.name, ...where].join(", ")}\n  ${entry.kind} (${entry.feature}); ${size}; ${position}${id}\n  because: ${why}\n`;
}

function actorsOf(name: string, day: string | undefined): string {
  const registry = loadRegistry();
  const statements = loadStatements();
  const organisations = registry.organisation(name).map((one) => {
    const facts = statements.all.filter(
      (fact) =>
        (fact.subject === one.id || fact.object === one.id) && (day === undefined || isSoOn(fact, day)),
    );
    const life = one.from || one.to ? `; ${one.from ?? "?"} to ${one.to ?? "open"}` : "";
    const about = [one.kind, countryName(one.country), one.sector].filter((part) => part !== undefined);
    return `${one.name}\n  organisation: ${about.join(", ")}${life}; ${one.source}\n${facts.map(factLine).join("")}`;
  });
  const persons = registry.person(name).map((person) => {
    const offices = person.tenures.filter((tenure) => day === undefined || holdsOn(tenure, day));
    const about = ["person", countryName(person.country), person.sector, person.wikidata];
    const lines = offices.map((one) => {
      const where = one.country === person.country ? "" : `, ${countryName(one.country)}`;
      return `  ${one.position}${where}: ${one.start || "?"} to ${one.end || "open"}\n`;
    });
    const source = person.wikidata === undefined ? "written by hand" : "Wikidata";
    const head = about.filter((part) => part !== undefined).join(", ");
    return `${person.name}\n  ${head}; ${source}\n${lines.join("") || "  no office known then\n"}`;
  });
  return [...organisations, ...persons].join("") || `no actor called ${name} is known\n`;
}

function countryName(code: string | undefined): string | undefined {
  return code === undefined ? undefined : (loadCountries().name(code) ?? code);
}

function factLine({ subject, relation, object, from, to, source, written }: Statement): string {
  const dates = from === "" && to === "" ? "no dates" : `${from || "?"} to ${to || "open"}`;
  return `  ${subject} ${relation.replaceAll("_", " ")} ${object}: ${dates}; ${source}, written ${written}\n`;
}

/** 2022-02-31 has the form of a day, and parses, but as another day. */
function isCalendarDay(text: string): boolean {
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}
