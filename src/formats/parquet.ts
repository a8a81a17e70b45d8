import type { ColumnSource } from "hyparquet-writer";
import { type Column, columnsOf } from "./columns.ts";
import { CSV } from "./csv.ts";
import type { Notation } from "./notation.ts";
import type { CellValue } from "./table.ts";

/** Rows held before they are written as one group: the memory of the whole export. */
const ROWS_A_GROUP = 10_000;

const TYPES = { string: "STRING", integer: "INT32", number: "DOUBLE", boolean: "BOOLEAN" } as const;

/** Parquet with the columns of our CSV. It is no text: `records` counts, `openParquet` writes. */
export const PARQUET: Notation = {
  ...CSV,
  title: "Parquet, the columns of csv",
  extension: "parquet",
  mediaType: "application/vnd.apache.parquet",
  head: "",
  records: () => [""],
};

export interface ParquetFile {
  readonly add: (cells: readonly CellValue[]) => void;
  readonly close: () => void;
}

/**
 * A file that grows by groups of rows; a missing value is null. What is alive between two groups is what the file's end
 * says of each: a tenth of a megabyte a group.
 */
export async function openParquet(path: string, format = "csv"): Promise<ParquetFile> {
  const { ParquetWriter, fileWriter, schemaFromColumnData } = await import("hyparquet-writer");
  const columns = columnsOf(format);
  // Gathered by column, as they are written: gathered by row, every value would be held twice.
  let held: Cells[] = columns.map(() => []);
  const sources = (): ColumnSource[] => columns.map((column, index) => sourceOf(column, held[index]!));
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: schemaFromColumnData({ columnData: sources() }),
    createdBy: "khaldun",
  });
  const flush = (): void => {
    if (held[0]!.length > 0) writer.write({ columnData: sources(), rowGroupSize: ROWS_A_GROUP });
    held = columns.map(() => []);
  };
  return {
    add: (cells) => {
      held.forEach((column, index) => {
        column.push(cells[index] === "" ? null : (cells[index] ?? null));
      });
      if (held[0]!.length >= ROWS_A_GROUP) flush();
    },
    close: () => {
      flush();
      writer.finish();
    },
  };
}

type Cells = (CellValue | null)[];

/** A group has one page a column: an index of pages says nothing and would be kept until the file ends. */
function sourceOf({ name, type }: Column, data: Cells): ColumnSource {
  return { name, type: TYPES[type], data, offsetIndex: false };
}
