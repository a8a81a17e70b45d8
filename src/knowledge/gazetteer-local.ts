import { existsSync, openSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { fail } from "../text/errors.ts";
import type { Gazetteer, GazetteerEntry } from "./gazetteer.ts";
import { openIndex } from "./gazetteer-index.ts";
import { longestMatchIn } from "./gazetteer-match.ts";

export const LOCAL_EXTENSION = ".khgz";

/** Where the user's own indexes lie: KHALDUN_GAZETTEER, or the data folder of the system's user. */
export function localFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const data = environment.XDG_DATA_HOME || join(homedir(), ".local", "share");
  return environment.KHALDUN_GAZETTEER || join(data, "khaldun", "gazetteer");
}

/** The indexes of the folder, by name, open until the process ends; none if there is no folder. */
export function openLocal(folder: string): readonly Gazetteer[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((file) => file.endsWith(LOCAL_EXTENSION));
  return names.sort().map((name) => {
    const file = join(folder, name);
    try {
      return openIndex(openSync(file, "r"), file);
    } catch (error) {
      if (!(error instanceof Error && "syscall" in error)) throw error;
      throw fail("K101", { file, reason: error.message }, error);
    }
  });
}

/**
 * Both gazetteers as one. Rows of `added` are numbered after those of `base`; a place that both have (same GeoNames
 * id) is the one of `base`, found by the names of either.
 */
export function joinGazetteers(base: Gazetteer, added: Gazetteer): Gazetteer {
  const rowOf = (entry: GazetteerEntry): number =>
    (entry.geonames === undefined ? undefined : base.rowOf(entry.geonames)) ?? base.size + entry.row;
  const moved = (entry: GazetteerEntry): GazetteerEntry => {
    const row = rowOf(entry);
    if (row < base.size) return { ...base.entry(row), primary: false };
    if (entry.admin1Row === undefined) return { ...entry, row };
    return { ...entry, row, admin1Row: rowOf(added.entry(entry.admin1Row)) };
  };
  const find = (name: string): readonly GazetteerEntry[] => {
    const known = base.find(name);
    const rows = new Set(known.map((entry) => entry.row));
    const more = added.find(name).map(moved);
    const found = [...known, ...more.filter((entry) => !rows.has(entry.row))];
    return more.length === 0 ? known : found.sort((a, b) => rank(a) - rank(b));
  };
  return Object.freeze({
    version: `${base.version} + ${added.version}`,
    sources: [...base.sources, ...added.sources],
    size: base.size + added.size,
    find,
    entry: (row: number) =>
      row < base.size ? base.entry(row) : { ...moved(added.entry(row - base.size)), primary: true },
    rowOf: (geonames: number) => {
      const own = added.rowOf(geonames);
      return base.rowOf(geonames) ?? (own === undefined ? undefined : base.size + own);
    },
    longestMatch: (words: readonly string[], index: number) => longestMatchIn(find, words, index),
  });
}

function rank(entry: GazetteerEntry): number {
  return entry.kind === "town" ? 1 : 0;
}
