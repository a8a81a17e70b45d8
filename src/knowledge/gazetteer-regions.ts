import { fail } from "../text/errors.ts";
import { type Row, readTable } from "../text/table.ts";
import { foldName } from "./gazetteer-fold.ts";

const REGIONS_FILE = "src/knowledge/data/regions.tsv";
const SITES_FILE = "src/knowledge/data/sites.tsv";
const KINDS = ["region", "international", "water", "admin1", "site", "town"] as const;

/** A place of our own tables: what newspapers name and the gazetteer of towns and admin units does not hold. */
export interface NamedRegion {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: (typeof KINDS)[number];
  /** ISO alpha-3 of the states it lies in; empty for continents and high seas. */
  readonly countries: readonly string[];
  /** Sites: the town; towns: the admin-1 unit. */
  readonly near?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly radiusKm?: number;
  /** File and line, for the record's `because`. */
  readonly source: string;
}

export interface NamedRegions {
  readonly all: readonly NamedRegion[];
  /** Abbreviations (`Ky.`) only as written, everything else folded. */
  readonly find: (name: string) => readonly NamedRegion[];
}

let loaded: NamedRegions | undefined;

/** regions.tsv and sites.tsv, read once. */
export function loadRegions(): NamedRegions {
  loaded ??= buildRegions([...readRegions(), ...readSites()]);
  return loaded;
}

export function buildRegions(all: readonly NamedRegion[]): NamedRegions {
  const byName = new Map<string, NamedRegion[]>();
  for (const region of all) {
    for (const key of new Set([region.name, ...region.aliases].map(keyOf))) {
      byName.set(key, [...(byName.get(key) ?? []), region]);
    }
  }
  return Object.freeze({
    all,
    find: (name: string) =>
      isAbbreviation(name)
        ? (byName.get(keyOf(name)) ?? byName.get(foldName(name)) ?? [])
        : (byName.get(foldName(name)) ?? []),
  });
}

function keyOf(name: string): string {
  return isAbbreviation(name) ? name.replace(/\s/g, "") : foldName(name);
}

function isAbbreviation(name: string): boolean {
  return name.endsWith(".") || /^\p{Lu}{2,3}$/u.test(name);
}

function readRegions(): readonly NamedRegion[] {
  return readTable(REGIONS_FILE).map((row) => ({
    ...common(row, REGIONS_FILE),
    countries: list(row.cells.countries),
    ...numberCell(row, "radiusKm"),
  }));
}

function readSites(): readonly NamedRegion[] {
  return readTable(SITES_FILE).map((row) => ({
    ...common(row, SITES_FILE),
    countries: list(row.cells.country),
    ...(row.cells.near ? { near: row.cells.near } : {}),
  }));
}

function common(row: Row, file: string): Omit<NamedRegion, "countries"> {
  const kind = KINDS.find((known) => known === row.cells.kind);
  if (kind === undefined) throw fail("K403", { file, line: row.line, reason: `kind ${row.cells.kind}` });
  return {
    name: row.cells.name ?? "",
    aliases: list(row.cells.aliases),
    kind,
    ...numberCell(row, "lat"),
    ...numberCell(row, "lon"),
    source: `${file.slice(file.lastIndexOf("/") + 1)}:${row.line}`,
  };
}

function numberCell<Key extends string>(row: Row, key: Key): { readonly [K in Key]?: number } {
  const cell = row.cells[key];
  return cell ? ({ [key]: Number(cell) } as { [K in Key]: number }) : {};
}

function list(cell: string | undefined): readonly string[] {
  return (cell ?? "").split("|").filter((part) => part !== "");
}
