import { readFileSync } from "node:fs";
import { SECTORS, type Sector } from "../ontology/plover/codes.ts";
import { fail } from "../text/errors.ts";
import { packageFile } from "../text/package-files.ts";
import { type Row, readTable } from "../text/table.ts";
import { foldName } from "./gazetteer-fold.ts";

export const ORGANISATION_KINDS = [
  "igo",
  "mission",
  "ngo",
  "company",
  "pmc",
  "union",
  "party",
  "organ",
  "armed-group",
  "outlet",
] as const;
export type OrganisationKind = (typeof ORGANISATION_KINDS)[number];

/** Anything with a name that acts and is no person and no state. */
export interface Organisation {
  readonly id: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: OrganisationKind;
  /** ISO alpha-3; none for international bodies. */
  readonly country?: string;
  readonly sector: Sector;
  /** First and last year, as far as known. */
  readonly from?: string;
  readonly to?: string;
  readonly source: string;
}

/** One office held by one person; dates are years, months or days, empty if not known or open. */
export interface Tenure {
  readonly position: string;
  readonly country?: string;
  readonly start: string;
  readonly end: string;
}

export interface Person {
  readonly id: string;
  readonly wikidata?: string;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country?: string;
  /** For those who act without an office of state. */
  readonly sector?: Sector;
  readonly tenures: readonly Tenure[];
}

/** The tables of organisations, those written by hand before those taken over. */
export const ORGANISATION_FILES = [
  "src/knowledge/data/organisations.tsv",
  "src/knowledge/data/organs.tsv",
  "src/knowledge/data/armed-groups.tsv",
  "src/knowledge/data/outlets.tsv",
  "src/knowledge/data/ucdp-groups.tsv",
] as const;
const LEADERS_FILE = "src/knowledge/data/leaders.tsv";
const OFFICE_HOLDERS_FILE = "src/knowledge/data/office-holders.tsv";
const PERSONS_FILE = "src/knowledge/data/persons.tsv";

export function readOrganisations(): readonly Organisation[] {
  return ORGANISATION_FILES.flatMap((file) => readTable(file).map((row) => organisation(file, row)));
}

/** Throws K403 with the line for a kind or a sector that is none, or a row without id or name. */
export function organisation(file: string, row: Row): Organisation {
  const { id = "", name = "", aliases, country, from, to, source = "" } = row.cells;
  const kind = ORGANISATION_KINDS.find((known) => known === row.cells.kind);
  if (kind === undefined) throw fail("K403", { file, line: row.line, reason: `kind ${row.cells.kind}` });
  if (id === "" || name === "")
    throw fail("K403", { file, line: row.line, reason: "an organisation needs an id and a name" });
  return {
    id,
    name,
    aliases: list(aliases),
    kind,
    sector: sectorCell(file, row),
    ...(country ? { country } : {}),
    ...(from ? { from } : {}),
    ...(to ? { to } : {}),
    source,
  };
}

/** A person as read; parsed only when asked for: few of the thousands ever are. */
export interface PersonRow {
  /** Names as `foldName` gives them. */
  readonly keys: readonly string[];
  readonly person: () => Person;
  /** Written by hand, not taken over from Wikidata. */
  readonly isByHand?: boolean;
  /** A leader whom reports call by the surname alone in every year. */
  readonly isLeader?: boolean;
  /** Once head of a state or a government. */
  readonly isHead?: boolean;
}

/** A head of state or government among the tenures of a line, for telling them apart without cutting it up. */
const HEAD = /[\t|](?:President|Prime Minister|Chancellor|King|Supreme Leader)(?:=[A-Z]{3})?@/;

export function readPersons(): readonly PersonRow[] {
  const leaders = readTable(LEADERS_FILE).map((row) => ({
    ...writtenByHand(LEADERS_FILE, row, "leader"),
    isLeader: true,
  }));
  const others = readTable(OFFICE_HOLDERS_FILE).map((row) => ({
    ...writtenByHand(OFFICE_HOLDERS_FILE, row, "office-holder"),
    isHead: HEAD.test(`\t${row.cells.tenures}`),
  }));
  return [...leaders, ...others, ...readHolders()];
}

function writtenByHand(file: string, row: Row, kind: string): PersonRow {
  const { name = "", aliases, country = "", tenures = "" } = row.cells;
  const others = list(aliases);
  const sector = row.cells.sector ? { sector: sectorCell(file, row) } : {};
  const person = { id: `${kind}-${row.line}`, name, aliases: others, ...sector };
  return {
    isByHand: true,
    keys: [name, ...others].map(foldName),
    person: () => ({ ...person, ...career(country, tenures) }),
  };
}

/** persons.tsv without `readTable`: cutting every line into cells would take most of the start-up time. */
function readHolders(): readonly PersonRow[] {
  const content = readFileSync(packageFile(PERSONS_FILE), "utf8");
  const rows: PersonRow[] = [];
  // Everything before the line of column names is comment.
  let start = content.indexOf("\n", content.indexOf("\nkeys\t") + 1) + 1;
  while (start < content.length) {
    const end = content.indexOf("\n", start);
    const stop = end < 0 ? content.length : end;
    const keys = content.slice(start, content.indexOf("\t", start));
    const from = start;
    rows.push({
      isHead: HEAD.test(content.slice(from, stop)),
      keys: keys.includes("|") ? keys.split("|") : [keys],
      person: () => holder(content.slice(from, stop)),
    });
    start = stop + 1;
  }
  return rows;
}

function holder(line: string): Person {
  const [, wikidata = "", name = "", aliases, country = "", tenures = ""] = line.split("\t");
  return { id: wikidata, wikidata, name, aliases: list(aliases), ...career(country, tenures) };
}

function career(country: string, tenures: string): Pick<Person, "country" | "tenures"> {
  return { ...(country ? { country } : {}), tenures: list(tenures).map((cell) => tenure(cell, country)) };
}

/** `Minister of Defence=FRA@2014-05-28..2015-01-10`; the country of the person's row if none is given. */
function tenure(cell: string, home: string | undefined): Tenure {
  const [office = "", dates = ""] = cell.split("@");
  const [position = "", elsewhere] = office.split("=");
  const [start = "", end = ""] = dates.split("..");
  const country = elsewhere ?? home;
  return { position, ...(country ? { country } : {}), start, end };
}

function sectorCell(file: string, row: Row): Sector {
  const sector = SECTORS.find((known) => known === row.cells.sector);
  if (sector === undefined)
    throw fail("K403", { file, line: row.line, reason: `sector ${row.cells.sector}` });
  return sector;
}

function list(cell: string | undefined): readonly string[] {
  return cell ? cell.split("|") : [];
}
