import { createTally } from "../../formats/dataset/summary.ts";
import { writeRows } from "../../formats/dataset/write.ts";
import { EXPORTS, type ExportName } from "../../formats/index.ts";
import type { ExportRow } from "../../formats/row.ts";
import type { Store } from "../../store/index.ts";
import { type ExportWish, exportRows } from "./rows.ts";

/** What a file would be, said before it is written. */
export interface ExportPreview {
  readonly format: ExportName;
  readonly profile: ExportWish["profile"];
  readonly rule?: string;
  /** Instant of the store that this was counted in. */
  readonly snapshot: string;
  /** Events that the filter leaves: what a list on the screen counts. */
  readonly events: number;
  /** Rows looked at, and what of them the file holds and leaves out. */
  readonly rows: number;
  readonly records: number;
  readonly withheld: readonly { readonly reason: string; readonly rows: number }[];
  readonly heldBack: readonly { readonly what: string; readonly times: number }[];
  /** False if only the first rows were looked at: the counts are then theirs, not the file's. */
  readonly exact: boolean;
  /** The first lines of the file; empty for a format that is no text. */
  readonly sample: string;
}

/** Rows that are looked at before somebody waits too long. */
const MOST_ROWS = 2000;
const SAMPLE_ROWS = 5;
const SAMPLE_LENGTH = 20_000;

export async function previewExport(
  store: Store,
  format: ExportName,
  wish: ExportWish,
): Promise<ExportPreview> {
  const tally = createTally();
  const notation = EXPORTS[format];
  const snapshot = new Date().toISOString();
  const events = await store.count(wish.filter);
  const samples: string[] = [];
  let exact = true;
  async function* looked(): AsyncIterable<ExportRow> {
    let seen = 0;
    for await (const row of exportRows(store, wish, tally)) {
      if (seen === MOST_ROWS) {
        exact = false;
        return;
      }
      seen += 1;
      if (samples.length < SAMPLE_ROWS && notation.withheld(row) === undefined)
        samples.push(...notation.records(row));
      yield row;
    }
  }
  await writeRows(looked(), notation, { text: async () => undefined }, tally);
  const { rows, records, withheld, heldBack } = tally.summary();
  const sample = notation.head + samples.slice(0, SAMPLE_ROWS).join(notation.separator);
  return {
    format,
    profile: wish.profile,
    ...(wish.choice === undefined ? {} : { rule: wish.choice.rule }),
    snapshot,
    events,
    rows,
    records,
    withheld: [...withheld].map(([reason, count]) => ({ reason, rows: count })),
    heldBack: [...heldBack].map(([what, times]) => ({ what, times })),
    exact,
    sample: format === "parquet" ? "" : sample.slice(0, SAMPLE_LENGTH),
  };
}
