import { closeSync, openSync, writeSync } from "node:fs";
import type { BuiltIndex } from "./gazetteer-index-build.ts";
import {
  ID_BYTES,
  INDEX_MAGIC,
  INDEX_START,
  type IndexHeader,
  type IndexSection,
  NAME_BYTES,
  nameBitsFor,
} from "./gazetteer-index-format.ts";
import { writeAll, writeEntry } from "./gazetteer-index-names.ts";
import type { GazetteerAbout } from "./gazetteer-pack.ts";

const STRETCH = 1 << 14;
/** Ids of about 64 numbers share a bucket, more if there would be over a million buckets. */
const LEAST_ID_STEP = 64;
const MOST_ID_BUCKETS = 2 ** 20;

/** Writes a built index to a new file, front to back, in one pass over what the builder holds. */
export function writeIndex(built: BuiltIndex, about: GazetteerAbout, file: string): void {
  const descriptor = openSync(file, "w");
  try {
    writeAll(descriptor, new Uint8Array(INDEX_START));
    const sections: Partial<Record<IndexSection, readonly [number, number]>> = {};
    let end = INDEX_START;
    const section = (name: IndexSection, parts: Iterable<Uint8Array>): void => {
      const start = end;
      for (const bytes of parts) {
        writeAll(descriptor, bytes);
        end += bytes.byteLength;
      }
      sections[name] = [start, end - start];
    };
    section("rows", built.rowBytes());
    section("names", built.nameBytes());
    // How many names there are is known when they have been merged: the bits of a bucket are chosen by the rows.
    const nameBits = nameBitsFor(built.rows * 2);
    const nameBuckets = new Uint32Array(2 ** nameBits + 1);
    section("nameEntries", nameParts(built, nameBuckets, nameBits));
    section("nameBuckets", [summed(nameBuckets)]);
    const lastId = built.ids.ids.at(-1) ?? 0;
    const idStep = Math.max(LEAST_ID_STEP, Math.ceil(lastId / MOST_ID_BUCKETS));
    const idBuckets = new Uint32Array(Math.floor(lastId / idStep) + 2);
    section("idEntries", idParts(built.ids, idBuckets, idStep));
    section("idBuckets", [summed(idBuckets)]);
    const header: IndexHeader = {
      ...about,
      places: built.places,
      rows: built.rows,
      countries: built.countries,
      features: built.features,
      nameBits,
      idStep,
      sections: sections as IndexHeader["sections"],
    };
    const json = Buffer.from(JSON.stringify(header), "utf8");
    writeAll(descriptor, json);
    const start = new DataView(new ArrayBuffer(INDEX_START));
    start.setUint32(0, INDEX_MAGIC, true);
    start.setUint32(4, json.length, true);
    start.setBigUint64(8, BigInt(end), true);
    // Last of all: a file without it is none.
    writeSync(descriptor, start, 0, INDEX_START, 0);
  } finally {
    closeSync(descriptor);
  }
}

/** The names in their order; counts on the way how many fall into each bucket. */
function* nameParts(built: BuiltIndex, buckets: Uint32Array, bits: number): Iterable<Uint8Array> {
  const view = new DataView(new ArrayBuffer(STRETCH * NAME_BYTES));
  let filled = 0;
  for (const { hash, row, check, isPrimary } of built.entries()) {
    buckets[(hash >>> (32 - bits)) + 1]! += 1;
    writeEntry(view, filled, hash, row, check * 2 + Number(isPrimary));
    filled += NAME_BYTES;
    if (filled < view.byteLength) continue;
    yield new Uint8Array(view.buffer);
    filled = 0;
  }
  yield new Uint8Array(view.buffer, 0, filled);
}

function* idParts(
  { ids, rows }: BuiltIndex["ids"],
  buckets: Uint32Array,
  step: number,
): Iterable<Uint8Array> {
  const view = new DataView(new ArrayBuffer(STRETCH * ID_BYTES));
  let filled = 0;
  for (const [index, id] of ids.entries()) {
    buckets[Math.floor(id / step) + 1]! += 1;
    view.setUint32(filled, id, true);
    view.setUint32(filled + 4, rows[index]!, true);
    filled += ID_BYTES;
    if (filled < view.byteLength) continue;
    yield new Uint8Array(view.buffer);
    filled = 0;
  }
  yield new Uint8Array(view.buffer, 0, filled);
}

/** How many come in each bucket, made into where each starts. */
function summed(counts: Uint32Array): Uint8Array {
  for (let index = 1; index < counts.length; index += 1) counts[index]! += counts[index - 1]!;
  return new Uint8Array(counts.buffer);
}
