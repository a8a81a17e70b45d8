import { columnsOf } from "../../formats/columns.ts";
import { createTally } from "../../formats/dataset/summary.ts";
import { EXPORTS } from "../../formats/index.ts";
import type { EventFilter, Store } from "../../store/index.ts";
import { exportRows } from "../exports/rows.ts";

/** One record of a table, by column; null where the report says nothing. */
export type TableRecord = Readonly<Record<string, string | number | boolean | null>>;

/**
 * The records of a table in the order in which they were stored, for public readers, as an export has them: what the
 * format cannot hold is left out, and so is what a reviewer rejected.
 */
export async function* tableRecords(
  store: Store,
  format: "acled" | "ucdp",
  filter: EventFilter,
): AsyncIterable<TableRecord> {
  const names = columnsOf(format).map(({ name }) => name);
  const { cells, withheld } = EXPORTS[format];
  const standing: EventFilter = { ...filter, reviewed: ["unreviewed", "accepted", "edited"] };
  for await (const row of exportRows(store, { filter: standing, profile: "public" }, createTally())) {
    if (withheld(row) !== undefined) continue;
    const values = cells!(row);
    yield Object.fromEntries(names.map((name, index) => [name, values[index] ?? null]));
  }
}
