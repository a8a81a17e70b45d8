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

/** A file that grows by groups of rows. A missing value is null. */
export async function openParquet(path: string, format = "csv"): Promise<ParquetFile> {
  const { ParquetWriter, fileWriter, schemaFromColumnData } = await import("hyparquet-writer");
  const columns = columnsOf(format);
  let rows: (readonly CellValue[])[] = [];
  const writer = new ParquetWriter({
    writer: fileWriter(path),
    schema: schemaFromColumnData({ columnData: columnData(columns, []) }),
    createdBy: "khaldun",
  });
  const flush = (): void => {
    if (rows.length > 0) writer.write({ columnData: columnData(columns, rows), rowGroupSize: ROWS_A_GROUP });
    rows = [];
  };
  return {
    add: (cells) => {
      rows.push(cells);
      if (rows.length >= ROWS_A_GROUP) flush();
    },
    close: () => {
      flush();
      writer.finish();
    },
  };
}

function columnData(columns: readonly Column[], rows: readonly (readonly CellValue[])[]): ColumnSource[] {
  return columns.map(({ name, type }, index) => ({
    name,
    type: TYPES[type],
    data: rows.map((row) => (row[index] === "" ? null : (row[index] ?? null))),
  }));
}
