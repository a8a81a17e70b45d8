import type { GazetteerKind } from "./gazetteer-format.ts";

/**
 * A local index: read by position, never as a whole, so that it may hold every place of GeoNames. After 16 bytes
 * (magic, length of the JSON header, its offset) come the sections that the header names, little-endian: rows of 32
 * bytes, the names they point into, names by hash, GeoNames ids. The last two are sorted and cut into buckets by their
 * first bits; a table of where each bucket starts is all that is kept in memory.
 */
export const INDEX_MAGIC = 0x3247484b;
export const INDEX_START = 16;
export const ROW_BYTES = 32;
export const NAME_BYTES = 12;
export const ID_BYTES = 8;
export const NO_ROW = 0xffffffff;

const BUCKET_SIZE = 8;
const MOST_BUCKET_BITS = 20;

export interface IndexHeader {
  readonly version: string;
  readonly sources: readonly string[];
  readonly places: number;
  /** Row numbers given; a place that came twice has left one of them empty. */
  readonly rows: number;
  readonly countries: readonly string[];
  /** Feature codes with our kind, by number. */
  readonly features: readonly (readonly [string, GazetteerKind])[];
  /** Buckets are cut by this many first bits of a hash, and by ids divided by `idStep`. */
  readonly nameBits: number;
  readonly idStep: number;
  /** Where each section starts in the file, and how many bytes it has. */
  readonly sections: Readonly<Record<IndexSection, readonly [number, number]>>;
}

export type IndexSection = "rows" | "names" | "nameEntries" | "nameBuckets" | "idEntries" | "idBuckets";

/** A place as it lies in the file. */
export interface IndexRow {
  readonly geonames: number;
  readonly lat: number;
  readonly lon: number;
  readonly population: number;
  readonly nameStart: number;
  readonly nameLength: number;
  readonly country: number;
  readonly admin1: number;
  readonly feature: number;
  readonly radiusKm: number;
}

export function writeRow(view: DataView, at: number, row: IndexRow): void {
  view.setUint32(at, row.geonames, true);
  view.setFloat32(at + 4, row.lat, true);
  view.setFloat32(at + 8, row.lon, true);
  view.setUint32(at + 12, row.population, true);
  view.setUint32(at + 16, row.nameStart, true);
  view.setUint32(at + 20, row.admin1, true);
  view.setUint16(at + 24, row.nameLength, true);
  view.setUint16(at + 26, row.country, true);
  view.setUint16(at + 28, row.feature, true);
  view.setUint16(at + 30, row.radiusKm, true);
}

export function readRow(view: DataView, at: number): IndexRow {
  return {
    geonames: view.getUint32(at, true),
    lat: view.getFloat32(at + 4, true),
    lon: view.getFloat32(at + 8, true),
    population: view.getUint32(at + 12, true),
    nameStart: view.getUint32(at + 16, true),
    admin1: view.getUint32(at + 20, true),
    nameLength: view.getUint16(at + 24, true),
    country: view.getUint16(at + 26, true),
    feature: view.getUint16(at + 28, true),
    radiusKm: view.getUint16(at + 30, true),
  };
}

/** About eight names a bucket, and never more than four megabytes of bucket starts. */
export function nameBitsFor(names: number): number {
  return Math.min(MOST_BUCKET_BITS, Math.max(1, Math.ceil(Math.log2(Math.max(2, names / BUCKET_SIZE)))));
}
