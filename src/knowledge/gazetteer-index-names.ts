import { closeSync, openSync, readSync, writeSync } from "node:fs";
import { join } from "node:path";
import { NAME_BYTES } from "./gazetteer-index-format.ts";

/** One name of one row: 32 bits of hash to sort by, 13 more to check, and whether it is the row's first name. */
export interface NameEntry {
  readonly hash: number;
  readonly row: number;
  readonly check: number;
  readonly isPrimary: boolean;
}

/** Collects names in any order and gives them back sorted, with no more than one chunk of them in memory. */
export interface NameSorter {
  readonly add: (entry: NameEntry) => void;
  /** By hash, then row; a name given twice for a row comes once. Read it once. */
  readonly sorted: () => Iterable<NameEntry>;
  readonly close: () => void;
}

const RUN_BUFFER = 1 << 16;
/** 2^20 names: 20 megabytes while they are sorted. */
const CHUNK = 1 << 20;

/** An external merge sort; its runs are files in `folder`, which the caller removes. */
export function createNameSorter(folder: string, chunk = CHUNK): NameSorter {
  const files: number[] = [];
  const hashes = new Uint32Array(chunk);
  const rows = new Uint32Array(chunk);
  const checks = new Uint32Array(chunk);
  let count = 0;
  const spill = (): void => {
    if (count === 0) return;
    const file = openSync(join(folder, `names-${files.length}`), "w+");
    files.push(file);
    writeAll(file, sortedBytes(hashes, rows, checks, count));
    count = 0;
  };
  return {
    add: ({ hash, row, check, isPrimary }) => {
      hashes[count] = hash;
      rows[count] = row;
      checks[count] = check * 2 + Number(isPrimary);
      count += 1;
      if (count === chunk) spill();
    },
    sorted: () => {
      spill();
      return withoutTwins(merge(files.map(createRun)));
    },
    close: () => files.forEach(closeSync),
  };
}

/** Hash and place in the chunk make one exact number (32 + 20 bits), which sorts natively. */
function sortedBytes(hashes: Uint32Array, rows: Uint32Array, checks: Uint32Array, count: number): Uint8Array {
  const keys = new Float64Array(count);
  for (let index = 0; index < count; index += 1) keys[index] = hashes[index]! * 2 ** 21 + index;
  keys.sort();
  const bytes = new Uint8Array(count * NAME_BYTES);
  const view = new DataView(bytes.buffer);
  keys.forEach((key, place) => {
    const index = key % 2 ** 21;
    writeEntry(view, place * NAME_BYTES, hashes[index]!, rows[index]!, checks[index]!);
  });
  return bytes;
}

export function writeEntry(view: DataView, at: number, hash: number, row: number, check: number): void {
  view.setUint32(at, hash, true);
  view.setUint32(at + 4, row, true);
  view.setUint32(at + 8, check, true);
}

interface Run {
  readonly peek: () => NameEntry | undefined;
  readonly next: () => void;
}

function createRun(file: number): Run {
  const view = new DataView(new ArrayBuffer(RUN_BUFFER * NAME_BYTES));
  let offset = 0;
  let filled = 0;
  let at = 0;
  let current: NameEntry | undefined;
  const next = (): void => {
    if (at >= filled) {
      filled = readSync(file, view, 0, view.byteLength, offset);
      offset += filled;
      at = 0;
    }
    if (filled === 0) {
      current = undefined;
      return;
    }
    const check = view.getUint32(at + 8, true);
    current = {
      hash: view.getUint32(at, true),
      row: view.getUint32(at + 4, true),
      check: check >>> 1,
      isPrimary: (check & 1) === 1,
    };
    at += NAME_BYTES;
  };
  next();
  return { peek: () => current, next };
}

function* merge(runs: readonly Run[]): Iterable<NameEntry> {
  for (;;) {
    let least: Run | undefined;
    for (const run of runs) {
      const head = run.peek();
      if (head !== undefined && (least === undefined || head.hash < least.peek()!.hash)) least = run;
    }
    if (least === undefined) return;
    yield least.peek()!;
    least.next();
  }
}

/** Names of one hash together, by row; the same name of the same row once, as its first name if it is that. */
function* withoutTwins(entries: Iterable<NameEntry>): Iterable<NameEntry> {
  let group: NameEntry[] = [];
  for (const entry of entries) {
    if (group[0] !== undefined && group[0].hash !== entry.hash) {
      yield* group.sort(byRow).filter(isFirst);
      group = [];
    }
    group.push(entry);
  }
  yield* group.sort(byRow).filter(isFirst);
}

function byRow(one: NameEntry, other: NameEntry): number {
  return one.row - other.row || one.check - other.check || Number(other.isPrimary) - Number(one.isPrimary);
}

function isFirst(entry: NameEntry, index: number, group: readonly NameEntry[]): boolean {
  const before = group[index - 1];
  return before === undefined || before.row !== entry.row || before.check !== entry.check;
}

/** A write may take less than it was given. */
export function writeAll(file: number, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.byteLength; ) done += writeSync(file, bytes, done);
}
