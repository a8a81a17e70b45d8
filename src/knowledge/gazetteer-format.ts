import type { PlaceKind } from "../record/place.ts";

/**
 * The packed gazetteer: `KHGZ`, the length of a JSON header (u32), the header, then the sections it names, each
 * aligned to 8 bytes, little-endian. Rows that are areas come first, so that only they carry a radius. A name is
 * stored as 45 bits of hash (32 sorted, 13 beside the row's index): strings are needed for showing only.
 */
export const MAGIC = 0x5a47484b;
export const NO_ADMIN1 = 0xffff;
export const ROW_BITS = 18;
export const ROW_MASK = (1 << ROW_BITS) - 1;
export const PRIMARY_BIT = 1 << ROW_BITS;
export const CHECK_SHIFT = ROW_BITS + 1;

export const GAZETTEER_KINDS = [
  "country",
  "admin1",
  "admin2",
  "town",
] as const satisfies readonly PlaceKind[];
export type GazetteerKind = (typeof GAZETTEER_KINDS)[number];

export const SECTIONS = [
  "geonames",
  "lat",
  "lon",
  "population",
  "nameStart",
  "names",
  "country",
  "admin1",
  "feature",
  "radius",
  "hashes",
  "entries",
] as const;
export type Section = (typeof SECTIONS)[number];

export interface GazetteerHeader {
  /** What a record says it was coded with. */
  readonly version: string;
  /** Where the rows come from: package, version, licence, hash. */
  readonly sources: readonly string[];
  readonly rows: number;
  readonly areas: number;
  readonly hashes: number;
  /** ISO alpha-3 codes, by the number in the section `country`. */
  readonly countries: readonly string[];
  /** GeoNames feature codes with our kind, by the number in the section `feature`. */
  readonly features: readonly (readonly [string, GazetteerKind])[];
  /** Offset from the end of the header, length in bytes. */
  readonly sections: Readonly<Record<Section, readonly [number, number]>>;
}

/** One place as it goes into the file. */
export interface GazetteerRow {
  /** GeoNames id; 0 if the source has none. */
  readonly geonames: number;
  readonly name: string;
  /** Further names to be found by. */
  readonly names: readonly string[];
  readonly kind: GazetteerKind;
  /** GeoNames feature code: PPLC, PPLA, ADM1 … */
  readonly feature: string;
  readonly country: string;
  /** Index of the admin-1 row it lies in; undefined if none is known. */
  readonly admin1?: number;
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
  /** For areas: the radius of a disc of the same size. */
  readonly radiusKm: number;
}

/** The 32 bits that names are sorted by (FNV-1a over UTF-16 units). */
export function sortHash(folded: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < folded.length; index += 1) {
    hash = Math.imul(hash ^ folded.charCodeAt(index), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** 13 more bits, from another mix, so that a word that is no place meets a wrong row once in 10^13 pairs. */
export function checkHash(folded: string): number {
  let hash = 0x9e3779b9 ^ folded.length;
  for (let index = folded.length - 1; index >= 0; index -= 1) {
    hash = Math.imul(hash ^ folded.charCodeAt(index), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  return (hash >>> 8) & 0x1fff;
}

/** Index of the first element that is not less than `wanted`; the length if there is none. */
export function lowerBound(sorted: Uint32Array, wanted: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
