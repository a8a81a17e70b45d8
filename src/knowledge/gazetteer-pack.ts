import { foldName } from "./gazetteer-fold.ts";
import {
  CHECK_SHIFT,
  checkHash,
  type GazetteerHeader,
  type GazetteerKind,
  type GazetteerRow,
  MAGIC,
  NO_ADMIN1,
  PRIMARY_BIT,
  ROW_MASK,
  SECTIONS,
  type Section,
  sortHash,
} from "./gazetteer-format.ts";

export interface GazetteerAbout {
  readonly version: string;
  readonly sources: readonly string[];
}

/**
 * Packs rows into the bytes that `openGazetteer` reads. Areas (all kinds but towns) must come before towns, and
 * admin-1 rows among the first 65,535. Throws RangeError if they do not, or if there are too many rows.
 */
export function packGazetteer(rows: readonly GazetteerRow[], about: GazetteerAbout): Uint8Array {
  const firstTown = rows.findIndex((row) => row.kind === "town");
  const areas = firstTown < 0 ? rows.length : firstTown;
  if (rows.length > ROW_MASK) throw new RangeError(`${rows.length} rows, more than ${ROW_MASK}`);
  if (rows.slice(areas).some((row) => row.kind !== "town")) throw new RangeError("an area after a town");
  const countries = [...new Set(rows.map((row) => row.country))].sort();
  const features = featuresOf(rows);
  const featureNumber = new Map(features.map(([code, kind], index) => [`${code} ${kind}`, index]));
  const names = packNames(rows);
  const entries = packEntries(rows);
  const parts: Record<Section, ArrayBufferView> = {
    geonames: Uint32Array.from(rows, (row) => row.geonames),
    lat: Float32Array.from(rows, (row) => row.lat),
    lon: Float32Array.from(rows, (row) => row.lon),
    population: Uint32Array.from(rows, (row) => row.population),
    nameStart: names.starts,
    names: names.bytes,
    country: Uint8Array.from(rows, (row) => countries.indexOf(row.country)),
    admin1: Uint16Array.from(rows, (row) => row.admin1 ?? NO_ADMIN1),
    feature: Uint8Array.from(rows, (row) => featureNumber.get(`${row.feature} ${row.kind}`)!),
    radius: Uint16Array.from(rows.slice(0, areas), (row) => Math.max(1, Math.round(row.radiusKm))),
    hashes: entries.hashes,
    entries: entries.entries,
  };
  const counts = { rows: rows.length, areas, hashes: entries.hashes.length };
  return assemble({ ...about, ...counts, countries, features }, parts);
}

function featuresOf(rows: readonly GazetteerRow[]): readonly (readonly [string, GazetteerKind])[] {
  const found = new Map<string, readonly [string, GazetteerKind]>();
  for (const row of rows) found.set(`${row.feature} ${row.kind}`, [row.feature, row.kind]);
  return [...found.keys()].sort().map((key) => found.get(key)!);
}

function packNames(rows: readonly GazetteerRow[]): { starts: Uint32Array; bytes: Uint8Array } {
  const encoded = rows.map((row) => Buffer.from(row.name, "utf8"));
  const starts = new Uint32Array(rows.length + 1);
  encoded.forEach((name, index) => {
    starts[index + 1] = starts[index]! + name.length;
  });
  return { starts, bytes: Buffer.concat(encoded) };
}

function packEntries(rows: readonly GazetteerRow[]): { hashes: Uint32Array; entries: Uint32Array } {
  const pairs: (readonly [number, number])[] = [];
  rows.forEach((row, index) => {
    const primary = foldName(row.name);
    for (const name of new Set([primary, ...row.names.map(foldName)])) {
      if (name === "") continue;
      const flags = name === primary ? PRIMARY_BIT : 0;
      pairs.push([sortHash(name), (index | flags | (checkHash(name) << CHECK_SHIFT)) >>> 0]);
    }
  });
  pairs.sort((a, b) => a[0] - b[0] || (a[1] & ROW_MASK) - (b[1] & ROW_MASK) || a[1] - b[1]);
  return {
    hashes: Uint32Array.from(pairs, (pair) => pair[0]),
    entries: Uint32Array.from(pairs, (pair) => pair[1]),
  };
}

function assemble(
  about: Omit<GazetteerHeader, "sections">,
  parts: Readonly<Record<Section, ArrayBufferView>>,
): Uint8Array {
  const sections: Partial<Record<Section, readonly [number, number]>> = {};
  let length = 0;
  for (const name of SECTIONS) {
    sections[name] = [length, parts[name].byteLength];
    length = aligned(length + parts[name].byteLength);
  }
  const json = JSON.stringify({ ...about, sections });
  const header = Buffer.from(json.padEnd(aligned(Buffer.byteLength(json))), "utf8");
  const file = new Uint8Array(8 + header.length + length);
  const start = new DataView(file.buffer);
  start.setUint32(0, MAGIC, true);
  start.setUint32(4, header.length, true);
  file.set(header, 8);
  for (const name of SECTIONS) {
    const part = parts[name];
    file.set(
      new Uint8Array(part.buffer, part.byteOffset, part.byteLength),
      8 + header.length + sections[name]![0],
    );
  }
  return file;
}

function aligned(length: number): number {
  return Math.ceil(length / 8) * 8;
}
