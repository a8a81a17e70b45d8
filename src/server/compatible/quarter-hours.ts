import { createHash } from "node:crypto";
import { createTally } from "../../formats/dataset/summary.ts";
import { zipStream } from "../../formats/dataset/zip.ts";
import { EXPORTS } from "../../formats/index.ts";
import type { Store } from "../../store/index.ts";
import { exportRows } from "../exports/rows.ts";

/** The files of one quarter of an hour, by the ending of their name in GDELT 2. */
export const QUARTER_FILES = { export: "gdelt", mentions: "gdelt-mentions" } as const;
export type QuarterFile = keyof typeof QUARTER_FILES;

const QUARTER = 15 * 60_000;
/** Reports that are read at a time. */
const PART = 200;

/** The end of a quarter of an hour as its files are called: 20260506121500. */
export function stampOf(end: number): string {
  return new Date(end).toISOString().replace(/\D/g, "").slice(0, 14);
}

/** The end of the last quarter that is over. */
export function lastQuarter(now: number): number {
  return Math.floor(now / QUARTER) * QUARTER;
}

/** The end that a stamp names; undefined if it is none, or of a quarter that is not over. */
export function endOf(stamp: string, now: number): number | undefined {
  const parts = /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)00$/.exec(stamp);
  if (parts === null) return undefined;
  const [, year, month, day, hour, minute] = parts;
  const end = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00Z`);
  return end % QUARTER === 0 && end <= now ? end : undefined;
}

/**
 * One file of a quarter, packed: the events of the reports that were coded for the first time in it, with the values that
 * they had when it ended. It never changes: the same stamp gives the same bytes for ever.
 */
export async function quarterFile(store: Store, end: number, file: QuarterFile): Promise<Uint8Array> {
  const name = `${stampOf(end)}.${file}.CSV`;
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipStream([{ name, content: linesOf(store, end, file) }])) chunks.push(chunk);
  return Buffer.concat(chunks);
}

async function* linesOf(store: Store, end: number, file: QuarterFile): AsyncIterable<Uint8Array> {
  const [from, asOf] = [end - QUARTER, end].map((instant) => new Date(instant).toISOString());
  const notation = EXPORTS[QUARTER_FILES[file]];
  const reports = await store.firstCoded(from!, asOf!);
  for (let at = 0; at < reports.length; at += PART) {
    // What is coded at the very end belongs to the next quarter.
    const filter = { reports: reports.slice(at, at + PART), asOf: new Date(end - 1).toISOString() };
    for await (const row of exportRows(store, { filter, profile: "public" }, createTally())) {
      if (notation.withheld(row) !== undefined) continue;
      for (const record of notation.records(row)) yield Buffer.from(record + notation.separator);
    }
  }
}

/** A line of the list: length in bytes, MD5 and address, as GDELT's own list has them. */
export function listLine(bytes: Uint8Array, address: string): string {
  return `${bytes.length} ${createHash("md5").update(bytes).digest("hex")} ${address}\n`;
}
