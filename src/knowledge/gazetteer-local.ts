import { existsSync, readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { Gazetteer, GazetteerEntry } from "./gazetteer.ts";

export const LOCAL_EXTENSION = ".khgz";
const LONGEST_NAME = 7;

/** Where the user's own indexes lie: KHALDUN_GAZETTEER, or the data folder of the system's user. */
export function localFolder(environment: NodeJS.ProcessEnv = process.env): string {
  const data = environment.XDG_DATA_HOME || join(homedir(), ".local", "share");
  return environment.KHALDUN_GAZETTEER || join(data, "khaldun", "gazetteer");
}

/** The packed indexes of the folder, by name; none if there is no folder. */
export function readLocal(folder: string): readonly { readonly file: string; readonly bytes: Uint8Array }[] {
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((file) => file.endsWith(LOCAL_EXTENSION));
  return files.sort().map((name) => {
    const file = join(folder, name);
    return { file, bytes: readFileSync(file) };
  });
}

/**
 * Both gazetteers as one. Rows of `added` are numbered after those of `base`; a place that both have (same GeoNames
 * id) is the one of `base`, found by the names of either.
 */
export function joinGazetteers(base: Gazetteer, added: Gazetteer): Gazetteer {
  const shared = new Map<number, number>();
  for (let row = 0; row < base.size; row += 1) {
    const { geonames } = base.entry(row);
    if (geonames !== undefined) shared.set(geonames, row);
  }
  const rowOf = (entry: GazetteerEntry): number =>
    (entry.geonames === undefined ? undefined : shared.get(entry.geonames)) ?? base.size + entry.row;
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
    longestMatch: (words: readonly string[], index: number) => {
      for (let last = Math.min(words.length, index + LONGEST_NAME); last > index; last -= 1) {
        const entries = find(words.slice(index, last).join(" "));
        if (entries.length > 0) return { entries, first: index, last };
      }
      return undefined;
    },
  });
}

function rank(entry: GazetteerEntry): number {
  return entry.kind === "town" ? 1 : 0;
}
