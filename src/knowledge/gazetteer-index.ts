import { readSync } from "node:fs";
import { fail } from "../text/errors.ts";
import type { Gazetteer, GazetteerEntry } from "./gazetteer.ts";
import { foldName } from "./gazetteer-fold.ts";
import { checkHash, sortHash } from "./gazetteer-format.ts";
import {
  ID_BYTES,
  INDEX_MAGIC,
  INDEX_START,
  type IndexHeader,
  type IndexSection,
  NAME_BYTES,
  NO_ROW,
  ROW_BYTES,
  readRow,
} from "./gazetteer-index-format.ts";
import { longestMatchIn } from "./gazetteer-match.ts";

type Mutable<Type> = { -readonly [Key in keyof Type]: Type[Key] };

/**
 * A gazetteer over an open file of the index format. Only the header and where the buckets start are read now; a
 * look-up reads its bucket and its rows. Throws K403 if the file is none, or cut short.
 */
export function openIndex(descriptor: number, file: string): Gazetteer {
  const read = (offset: number, length: number): DataView => {
    const view = new DataView(new ArrayBuffer(length));
    if (readSync(descriptor, view, 0, length, offset) < length) {
      throw fail("K403", { file, line: 1, reason: "the index is cut off" });
    }
    return view;
  };
  const header = readHeader(read, file);
  const bytesOf = (section: IndexSection): DataView => read(...header.sections[section]);
  const starts = (section: IndexSection): Uint32Array => new Uint32Array(bytesOf(section).buffer);
  const nameBuckets = starts("nameBuckets");
  const idBuckets = starts("idBuckets");
  const bucket = (section: IndexSection, buckets: Uint32Array, number: number, width: number): DataView => {
    const first = buckets[number] ?? 0;
    const length = Math.max(0, (buckets[number + 1] ?? first) - first);
    return length === 0 ? EMPTY : read(header.sections[section][0] + first * width, length * width);
  };
  const textOf = (start: number, length: number): string =>
    Buffer.from(read(header.sections.names[0] + start, length).buffer).toString("utf8");
  const units = new Map<number, string>();
  const unitName = (row: number): string => {
    const { nameStart, nameLength } = readRow(read(header.sections.rows[0] + row * ROW_BYTES, ROW_BYTES), 0);
    const name = units.get(row) ?? textOf(nameStart, nameLength);
    units.set(row, name);
    return name;
  };
  const make = (row: number, primary: boolean): GazetteerEntry => {
    const found = readRow(read(header.sections.rows[0] + row * ROW_BYTES, ROW_BYTES), 0);
    const [feature, kind] = header.features[found.feature]!;
    const entry: Mutable<GazetteerEntry> = {
      row,
      geonames: found.geonames,
      name: textOf(found.nameStart, found.nameLength),
      kind,
      feature,
      country: header.countries[found.country]!,
      lat: found.lat,
      lon: found.lon,
      population: found.population,
      radiusKm: found.radiusKm,
      primary,
    };
    if (found.admin1 !== NO_ROW) {
      entry.admin1 = units.get(found.admin1) ?? unitName(found.admin1);
      entry.admin1Row = found.admin1;
    }
    return entry;
  };
  const find = (name: string): readonly GazetteerEntry[] => {
    const folded = foldName(name);
    const hash = sortHash(folded);
    const check = checkHash(folded);
    const view = bucket("nameEntries", nameBuckets, hash >>> (32 - header.nameBits), NAME_BYTES);
    const found: GazetteerEntry[] = [];
    for (let at = 0; at < view.byteLength; at += NAME_BYTES) {
      const checked = view.getUint32(at + 8, true);
      if (view.getUint32(at, true) === hash && checked >>> 1 === check) {
        found.push(make(view.getUint32(at + 4, true), (checked & 1) === 1));
      }
    }
    return found.sort((a, b) => Number(a.kind === "town") - Number(b.kind === "town"));
  };
  return Object.freeze({
    version: header.version,
    sources: header.sources,
    size: header.rows,
    find,
    entry: (row: number) => make(row, true),
    rowOf: (geonames: number) => {
      const view = bucket("idEntries", idBuckets, Math.floor(geonames / header.idStep), ID_BYTES);
      for (let at = 0; at < view.byteLength; at += ID_BYTES) {
        if (view.getUint32(at, true) === geonames) return view.getUint32(at + 4, true);
      }
      return undefined;
    },
    longestMatch: (words: readonly string[], index: number) => longestMatchIn(find, words, index),
  });
}

const EMPTY = new DataView(new ArrayBuffer(0));

function readHeader(read: (offset: number, length: number) => DataView, file: string): IndexHeader {
  const start = read(0, INDEX_START);
  if (start.getUint32(0, true) !== INDEX_MAGIC) {
    throw fail("K403", { file, line: 1, reason: "not a gazetteer index" });
  }
  const text = read(Number(start.getBigUint64(8, true)), start.getUint32(4, true));
  return JSON.parse(Buffer.from(text.buffer).toString("utf8")) as IndexHeader;
}
