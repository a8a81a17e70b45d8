import type { Notation } from "../notation.ts";
import type { ExportRow } from "../row.ts";
import type { CellValue } from "../table.ts";
import type { Tally } from "./summary.ts";

/** Where records go: a text stream, a Parquet file, or nowhere when they are only counted. */
export interface Sink {
  readonly text: (text: string) => Promise<void>;
  readonly cells?: (cells: readonly CellValue[]) => void;
}

export const NOWHERE: Sink = { text: async () => undefined };

/** Characters that are gathered before they are written: one write a record is slow. */
const ENOUGH = 1 << 16;

/** Writes rows as they come, from coded reports, links or a store; holds one buffer. Counts as it goes. */
export async function writeRows(
  rows: AsyncIterable<ExportRow>,
  notation: Notation,
  sink: Sink,
  tally: Tally,
): Promise<void> {
  let held = sink.cells === undefined ? notation.head : "";
  let isFirst = true;
  for await (const row of rows) {
    tally.row();
    tally.coder(row.coded.coder);
    const reason = notation.withheld(row);
    if (reason !== undefined) {
      tally.withheld(reason);
      continue;
    }
    if (sink.cells !== undefined) {
      sink.cells(notation.cells!(row));
      tally.record();
      continue;
    }
    for (const record of notation.records(row)) {
      held += isFirst ? record : notation.separator + record;
      isFirst = false;
      tally.record();
    }
    if (held.length < ENOUGH) continue;
    await sink.text(held);
    held = "";
  }
  if (sink.cells === undefined) await sink.text(held + notation.tail);
}
