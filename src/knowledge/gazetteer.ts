import { readFileSync } from "node:fs";
import { fail } from "../text/errors.ts";
import { packageFile } from "../text/package-files.ts";
import { foldName } from "./gazetteer-fold.ts";
import {
  CHECK_SHIFT,
  checkHash,
  type GazetteerHeader,
  type GazetteerKind,
  lowerBound,
  MAGIC,
  NO_ADMIN1,
  PRIMARY_BIT,
  ROW_MASK,
  type Section,
  sortHash,
} from "./gazetteer-format.ts";
import { joinGazetteers, localFolder, openLocal } from "./gazetteer-local.ts";
import { longestMatchIn } from "./gazetteer-match.ts";

const FILE = "src/knowledge/data/gazetteer.bin";
const TOWN_RADIUS_KM = 5;

/** A place that a name may mean. */
export interface GazetteerEntry {
  /** Row number: the same place has the same number in one version of the gazetteer. */
  readonly row: number;
  readonly geonames?: number;
  readonly name: string;
  readonly kind: GazetteerKind;
  /** GeoNames feature code: PPLC is a capital, PPLA the seat of an admin-1 unit. */
  readonly feature: string;
  /** ISO alpha-3. */
  readonly country: string;
  readonly admin1?: string;
  readonly admin1Row?: number;
  /** Degrees: the place, or a point inside the area for comparing distances. */
  readonly lat: number;
  readonly lon: number;
  /** 0 if unknown. Of areas: the sum of its towns, so only an order of size. */
  readonly population: number;
  readonly radiusKm: number;
  /** The name asked for is the place's first name, not an alternate. */
  readonly primary: boolean;
}

export interface GazetteerMatch {
  readonly entries: readonly GazetteerEntry[];
  /** Half-open word range. */
  readonly first: number;
  readonly last: number;
}

/** Places by name. Case, diacritics, hyphens, apostrophes and `Saint`/`St` do not matter. */
export interface Gazetteer {
  readonly version: string;
  readonly sources: readonly string[];
  readonly size: number;
  /** All places of the name, unordered by meaning (areas first); empty if there is none. */
  readonly find: (name: string) => readonly GazetteerEntry[];
  readonly entry: (row: number) => GazetteerEntry;
  /** The row of a GeoNames id. */
  readonly rowOf: (geonames: number) => number | undefined;
  /** The longest name that starts at the word. */
  readonly longestMatch: (words: readonly string[], index: number) => GazetteerMatch | undefined;
}

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

let loaded: Gazetteer | undefined;

/** The gazetteer of the package with the indexes that the user added (see gazetteer-local.ts), read once. */
export function loadGazetteer(): Gazetteer {
  loaded ??= openLocal(localFolder()).reduce(
    joinGazetteers,
    openGazetteer(readFileSync(packageFile(FILE)), FILE),
  );
  return loaded;
}

/** A gazetteer over packed bytes (see gazetteer-format.ts); nothing is decoded until asked for. */
export function openGazetteer(packed: Uint8Array, file = "gazetteer"): Gazetteer {
  const { header, section } = openSections(packed, file);
  const geonames = new Uint32Array(...section("geonames", 4));
  const lat = new Float32Array(...section("lat", 4));
  const lon = new Float32Array(...section("lon", 4));
  const population = new Uint32Array(...section("population", 4));
  const nameStart = new Uint32Array(...section("nameStart", 4));
  const names = Buffer.from(...section("names", 1));
  const country = new Uint8Array(...section("country", 1));
  const admin1 = new Uint16Array(...section("admin1", 2));
  const feature = new Uint8Array(...section("feature", 1));
  const radius = new Uint16Array(...section("radius", 2));
  const hashes = new Uint32Array(...section("hashes", 4));
  const entries = new Uint32Array(...section("entries", 4));

  const nameOf = (row: number): string => names.toString("utf8", nameStart[row], nameStart[row + 1]);
  const admin1Names = new Map<number, string>();
  const remember = (row: number): string => {
    admin1Names.set(row, nameOf(row));
    return nameOf(row);
  };
  const make = (row: number, primary: boolean): GazetteerEntry => {
    const [code, kind] = header.features[feature[row]!]!;
    const above = admin1[row]!;
    const entry: Mutable<GazetteerEntry> = {
      row,
      name: nameOf(row),
      kind,
      feature: code,
      country: header.countries[country[row]!]!,
      lat: lat[row]!,
      lon: lon[row]!,
      population: population[row]!,
      radiusKm: row < header.areas ? radius[row]! : TOWN_RADIUS_KM,
      primary,
    };
    if (geonames[row] !== 0) entry.geonames = geonames[row]!;
    if (above !== NO_ADMIN1) {
      entry.admin1 = admin1Names.get(above) ?? remember(above);
      entry.admin1Row = above;
    }
    return entry;
  };
  const findFolded = (folded: string): readonly GazetteerEntry[] => {
    const hash = sortHash(folded);
    const check = checkHash(folded);
    const found: GazetteerEntry[] = [];
    for (let at = lowerBound(hashes, hash); hashes[at] === hash; at += 1) {
      const packedEntry = entries[at]!;
      if (packedEntry >>> CHECK_SHIFT === check) {
        found.push(make(packedEntry & ROW_MASK, (packedEntry & PRIMARY_BIT) !== 0));
      }
    }
    return found;
  };
  const find = (name: string): readonly GazetteerEntry[] => findFolded(foldName(name));
  let rows: ReadonlyMap<number, number> | undefined;
  return Object.freeze({
    version: header.version,
    sources: header.sources,
    size: header.rows,
    find,
    entry: (row: number) => make(row, true),
    rowOf: (id: number) => {
      rows ??= new Map(Array.from(geonames, (own, row) => [own, row] as const).filter(([own]) => own !== 0));
      return rows.get(id);
    },
    longestMatch: (words: readonly string[], index: number) => longestMatchIn(find, words, index),
  });
}

interface OpenSections {
  readonly header: GazetteerHeader;
  /** Buffer, byte offset and number of elements of a section. */
  readonly section: (name: Section, width: number) => readonly [ArrayBuffer, number, number];
}

function openSections(packed: Uint8Array, file: string): OpenSections {
  // Typed arrays need their own alignment; a small file may lie anywhere in Node's shared pool.
  const bytes = packed.byteOffset % 8 === 0 ? packed : packed.slice();
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC) {
    throw fail("K403", { file, line: 1, reason: "not a packed gazetteer" });
  }
  const headerLength = view.getUint32(4, true);
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + 8, headerLength).toString("utf8");
  const header = JSON.parse(text) as GazetteerHeader;
  const start = bytes.byteOffset + 8 + headerLength;
  const section = (name: Section, width: number): readonly [ArrayBuffer, number, number] => {
    const [offset, length] = header.sections[name];
    if (8 + headerLength + offset + length > bytes.byteLength) {
      throw fail("K403", { file, line: 1, reason: `section ${name} is cut off` });
    }
    return [bytes.buffer as ArrayBuffer, start + offset, length / width];
  };
  return { header, section };
}
