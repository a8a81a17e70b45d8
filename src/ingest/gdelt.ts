import { fail } from "../text/errors.ts";
import { lineCutter } from "./lines.ts";
import type { ReadResult, Reference } from "./result.ts";
import { LONGEST_FILE } from "./result.ts";

/** Where GDELT's tab-separated tables keep what we use, counted from 0; they have no line of titles. */
interface Table {
  readonly url: number;
  /** When GDELT saw it, as YYYYMMDD or YYYYMMDDHHMMSS in UTC. */
  readonly seen: number;
  readonly outlet?: number;
  /** The column that says what kind of address it is; 1 is a web page. */
  readonly kind?: number;
}

/** By their numbers of columns: Events 2.0 and 1.0, Mentions, GKG 2.1 (codebooks of the GDELT project). */
const TABLES: Readonly<Record<number, Table>> = {
  61: { url: 60, seen: 59 },
  58: { url: 57, seen: 56 },
  16: { url: 5, seen: 2, outlet: 4, kind: 3 },
  27: { url: 4, seen: 1, outlet: 3, kind: 2 },
};

/**
 * The addresses in a table of GDELT, each once: GDELT has the texts of none. When GDELT saw a page is not when it was
 * published. Throws K109 for any other table.
 */
export async function* readGdelt(stream: AsyncIterable<Buffer>, name: string): AsyncIterable<ReadResult> {
  const cutter = lineCutter(LONGEST_FILE);
  const known = new Set<string>();
  let first = true;
  const read = function* (lines: ReturnType<typeof cutter.push>): Iterable<ReadResult> {
    for (const { bytes, number } of lines) {
      const cells = bytes?.toString("utf8").replace(/\r$/, "").split("\t") ?? [];
      const table = TABLES[cells.length];
      const item = `${name}:${number}`;
      if (table === undefined) {
        const reason = `a row has ${cells.length} columns; GDELT's tables have ${Object.keys(TABLES).join(", ")}`;
        const error = fail("K109", { file: first ? name : item, kind: "GDELT table", reason });
        if (first) throw error;
        yield { error, name: item };
        continue;
      }
      first = false;
      const reference = referenceOf(cells, table);
      if (reference === undefined || known.has(reference.url)) continue;
      known.add(reference.url);
      yield { reference, name: item };
    }
  };
  for await (const chunk of stream) yield* read(cutter.push(chunk));
  yield* read(cutter.end());
}

/** Undefined where the row rests on something that has no address: a broadcast, a paper. */
function referenceOf(cells: readonly string[], table: Table): Reference | undefined {
  const url = cells[table.url]!.trim();
  const isPage = table.kind === undefined || cells[table.kind]!.trim() === "1";
  if (!isPage || !URL.canParse(url)) return undefined;
  const outlet = table.outlet === undefined ? undefined : cells[table.outlet]!.trim() || undefined;
  const seen = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2}))?$/.exec(cells[table.seen]!.trim());
  const time = seen?.[4] === undefined ? "" : `T${seen[4]}:${seen[5]}:${seen[6]}Z`;
  return {
    url,
    ...(outlet === undefined ? {} : { outlet }),
    ...(seen === null ? {} : { seen: `${seen[1]}-${seen[2]}-${seen[3]}${time}` }),
  };
}
