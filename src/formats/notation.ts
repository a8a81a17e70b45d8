import type { ExportRow } from "./row.ts";
import type { CellValue } from "./table.ts";

/** A way of writing rows one after the other: constant memory, however many there are. */
export interface Notation {
  /** What a reader calls it. */
  readonly title: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly head: string;
  readonly separator: string;
  readonly tail: string;
  /** The records that a row becomes: most often one, none if it is withheld. */
  readonly records: (row: ExportRow) => readonly string[];
  /** Why the format cannot hold a row without saying something that the report does not; undefined if it can. */
  readonly withheld: (row: ExportRow) => string | undefined;
  /** For tables: the cells of a row, in the order of the columns; for writers that are no text. */
  readonly cells?: (row: ExportRow) => readonly CellValue[];
}

export const nothingWithheld = (): undefined => undefined;
