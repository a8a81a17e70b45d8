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

interface Written {
  readonly reason?: string;
  readonly cells?: readonly CellValue[];
  readonly records: readonly string[];
}

/** All that a row becomes, before anything of it is written: a row that breaks leaves nothing half-written. */
function written(row: ExportRow, notation: Notation, asCells: boolean): Written {
  const reason = notation.withheld(row);
  if (reason !== undefined) return { reason, records: [] };
  return asCells ? { cells: notation.cells!(row), records: [] } : { records: notation.records(row) };
}

function attempt<Value>(make: () => Value): { readonly value: Value } | { readonly problem: unknown } {
  try {
    return { value: make() };
  } catch (problem) {
    return { problem };
  }
}

/**
 * Writes rows as they come, from coded reports, links or a store; holds one buffer. Counts as it goes. A row that cannot
 * be read is told to `onBroken` and left out; without it, it ends the writing.
 */
export async function writeRows(
  rows: AsyncIterable<ExportRow>,
  notation: Notation,
  sink: Sink,
  tally: Tally,
  onBroken?: (row: ExportRow, problem: unknown) => void,
): Promise<void> {
  let held = sink.cells === undefined ? notation.head : "";
  let isFirst = true;
  for await (const row of rows) {
    const made = attempt(() => written(row, notation, sink.cells !== undefined));
    if ("problem" in made) {
      if (onBroken === undefined) throw made.problem;
      onBroken(row, made.problem);
      continue;
    }
    const { reason, cells, records } = made.value;
    tally.row();
    tally.coder(row.coded.coder);
    if (reason !== undefined) tally.withheld(reason);
    if (cells !== undefined) {
      sink.cells?.(cells);
      tally.record();
    }
    for (const record of records) {
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
