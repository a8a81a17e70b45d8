import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import type { DumpName, DumpPlace } from "./gazetteer-dump.ts";
import { foldName } from "./gazetteer-fold.ts";
import { checkHash, type GazetteerKind, lowerBound, sortHash } from "./gazetteer-format.ts";
import { ROW_BYTES, readRow, writeRow } from "./gazetteer-index-format.ts";
import { createNameSorter, type NameEntry, writeAll } from "./gazetteer-index-names.ts";
import { createUnits } from "./gazetteer-index-units.ts";

/** Takes the places of a dump one by one, then their alternate names; what does not fit in memory waits in `folder`. */
export interface IndexBuilder {
  readonly addPlace: (place: DumpPlace) => void;
  /** False if no dump has brought the place. Only after all places. */
  readonly addName: (name: DumpName) => boolean;
  readonly finish: () => BuiltIndex;
  readonly close: () => void;
}

/** What an index is written from (gazetteer-index-write.ts). */
export interface BuiltIndex {
  readonly places: number;
  readonly rows: number;
  readonly countries: readonly string[];
  readonly features: readonly (readonly [string, GazetteerKind])[];
  /** Rows as they go into the file, a stretch at a time; the bytes are overwritten by the next. */
  readonly rowBytes: () => Iterable<Uint8Array>;
  readonly nameBytes: () => Iterable<Uint8Array>;
  readonly entries: () => Iterable<NameEntry>;
  /** Pairs of id and row, by id. */
  readonly ids: { readonly ids: Uint32Array; readonly rows: Uint32Array };
}

const STRETCH = 1 << 14;

/** Memory: 12 bytes a place, the units of administration, and one chunk of names (see createNameSorter). */
export function createIndexBuilder(folder: string, chunk?: number): IndexBuilder {
  const rowFile = openSync(join(folder, "rows"), "w+");
  const nameFile = openSync(join(folder, "names"), "w+");
  const sorter = createNameSorter(folder, chunk);
  const rowBuffer = new DataView(new ArrayBuffer(STRETCH * ROW_BYTES));
  const countries = createNumbers();
  const features = createNumbers();
  const units = createUnits();
  let ids = new Uint32Array(STRETCH);
  let order: BuiltIndex["ids"] | undefined;
  let rows = 0;
  let nameEnd = 0;
  let names: Buffer[] = [];
  const flush = (): void => {
    const filled = (rows % STRETCH || STRETCH) * ROW_BYTES;
    writeAll(rowFile, new Uint8Array(rowBuffer.buffer, 0, filled));
    writeAll(nameFile, Buffer.concat(names));
    names = [];
  };
  const nameRow = (row: number, name: string, isPrimary: boolean): void => {
    const folded = foldName(name);
    if (folded !== "") sorter.add({ hash: sortHash(folded), check: checkHash(folded), row, isPrimary });
  };
  const rowOf = (geonames: number): number | undefined => {
    order ??= sortedIds(ids, rows);
    const at = lowerBound(order.ids, geonames);
    return order.ids[at] === geonames ? order.rows[at] : undefined;
  };
  return {
    addPlace: (dump) => {
      const { place } = dump;
      if (rows === ids.length) ids = grown(ids);
      ids[rows] = place.geonames;
      const name = Buffer.from(place.name, "utf8");
      writeRow(rowBuffer, (rows % STRETCH) * ROW_BYTES, {
        ...place,
        nameStart: nameEnd,
        nameLength: name.length,
        country: countries.of(place.country),
        feature: features.of(`${place.feature} ${place.kind}`),
        // For now the number of its unit: which row that has is known at the end.
        admin1: units.add(rows, dump),
        radiusKm: 0,
      });
      nameEnd += name.length;
      names.push(name);
      nameRow(rows, place.name, true);
      for (const other of place.names) nameRow(rows, other, false);
      rows += 1;
      if (rows % STRETCH === 0) flush();
    },
    addName: ({ geonames, alternate }) => {
      const row = rowOf(geonames);
      if (row !== undefined) nameRow(row, alternate, false);
      return row !== undefined;
    },
    finish: () => {
      if (rows % STRETCH !== 0) flush();
      order ??= sortedIds(ids, rows);
      const live = order;
      const isLive = (row: number): boolean => live.rows[lowerBound(live.ids, ids[row]!)] === row;
      const featureList = features.all().map((key) => {
        const [code, kind] = key.split(" ");
        return [code!, kind as GazetteerKind] as const;
      });
      const measured = units.measured(readRows(rowFile), (feature) => featureList[feature]![1]);
      return {
        places: live.ids.length,
        rows,
        countries: countries.all(),
        features: featureList,
        rowBytes: function* rowBytes() {
          for (const [view, first, count] of readRows(rowFile)) {
            for (let index = 0; index < count; index += 1) {
              const at = index * ROW_BYTES;
              writeRow(view, at, measured(readRow(view, at), first + index));
            }
            yield new Uint8Array(view.buffer, 0, count * ROW_BYTES);
          }
        },
        nameBytes: () => bytesOf(nameFile),
        entries: function* entries() {
          for (const entry of sorter.sorted()) if (isLive(entry.row)) yield entry;
        },
        ids: live,
      };
    },
    close: () => {
      sorter.close();
      closeSync(rowFile);
      closeSync(nameFile);
    },
  };
}

/** Numbers for texts, in the order of their first use. */
export function createNumbers(): { of: (text: string) => number; all: () => readonly string[] } {
  const numbers = new Map<string, number>();
  return {
    of: (text) => {
      const known = numbers.get(text);
      if (known !== undefined) return known;
      numbers.set(text, numbers.size);
      return numbers.size - 1;
    },
    all: () => [...numbers.keys()],
  };
}

/** The ids in order, each with its row; of a place that came twice the later row. */
function sortedIds(ids: Uint32Array, count: number): BuiltIndex["ids"] {
  const keys = new BigUint64Array(count);
  for (let row = 0; row < count; row += 1) keys[row] = (BigInt(ids[row]!) << 32n) | BigInt(row);
  keys.sort();
  const sorted = new Uint32Array(keys.buffer);
  const found = { ids: new Uint32Array(count), rows: new Uint32Array(count) };
  let last = -1;
  for (let index = 0; index < count; index += 1) {
    const id = sorted[index * 2 + 1]!;
    if (last < 0 || found.ids[last] !== id) last += 1;
    found.ids[last] = id;
    found.rows[last] = sorted[index * 2]!;
  }
  return { ids: found.ids.slice(0, last + 1), rows: found.rows.slice(0, last + 1) };
}

function grown(ids: Uint32Array): Uint32Array<ArrayBuffer> {
  const longer = new Uint32Array(ids.length * 2);
  longer.set(ids);
  return longer;
}

/** Stretches of rows: their bytes, the first row's number, how many. */
export type RowStretch = readonly [DataView<ArrayBuffer>, number, number];

function* readRows(file: number): Iterable<RowStretch> {
  const view = new DataView(new ArrayBuffer(STRETCH * ROW_BYTES));
  for (let first = 0; ; first += STRETCH) {
    const count = readSync(file, view, 0, view.byteLength, first * ROW_BYTES) / ROW_BYTES;
    if (count === 0) return;
    yield [view, first, count];
  }
}

function* bytesOf(file: number): Iterable<Uint8Array> {
  const bytes = new Uint8Array(1 << 20);
  for (let offset = 0; ; ) {
    const count = readSync(file, bytes, 0, bytes.length, offset);
    if (count === 0) return;
    offset += count;
    yield bytes.subarray(0, count);
  }
}
