import { readTable } from "../text/table.ts";

export const COLUMN_TYPES = ["string", "integer", "number", "boolean"] as const;
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** One column or field of an export, as its data file describes it; docs/export-NAME.md shows the same. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  /** What the target's own documentation says it holds. */
  readonly meaning: string;
  /** What we put there, or "empty: " and why nothing. */
  readonly filled: string;
}

const cache = new Map<string, readonly Column[]>();

/** The columns of a format in their order, from `src/formats/data/NAME.columns.tsv`. */
export function columnsOf(format: string): readonly Column[] {
  const known = cache.get(format);
  if (known !== undefined) return known;
  const columns = readTable(`src/formats/data/${format}.columns.tsv`).map(({ cells }) => ({
    name: cells.column!,
    type: cells.type as ColumnType,
    meaning: cells.meaning!,
    filled: cells.filled!,
  }));
  cache.set(format, columns);
  return columns;
}

export const isLeftEmpty = ({ filled }: Column): boolean => filled.startsWith("empty: ");
