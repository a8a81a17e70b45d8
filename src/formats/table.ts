import { columnsOf } from "./columns.ts";
import type { Notation } from "./notation.ts";
import type { ExportRow } from "./row.ts";

export type CellValue = string | number | boolean | undefined;

/** How each column is filled; a column without a function stays empty, and its data file says why. */
export type Cells = Readonly<Record<string, (row: ExportRow) => CellValue>>;

export interface TableStyle {
  readonly separator: string;
  readonly hasHead: boolean;
  /** How a missing value is written. */
  readonly missing: string;
  /** Text of one cell. */
  readonly escape: (text: string) => string;
}

/** Several values in one cell can be taken apart again: the sign that joins does not occur inside. */
export function joint(values: readonly (string | undefined)[], sign: string): string {
  const other = sign === "|" ? "/" : ",";
  return values.map((value) => (value ?? "").replaceAll(sign, other)).join(sign);
}

/** A text that a spreadsheet would run as a formula is kept a text by a leading apostrophe. */
export function noFormula(text: string): string {
  return /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
}

/** RFC 4180. */
export const COMMAS: TableStyle = {
  separator: ",",
  hasHead: true,
  missing: "",
  escape: (text) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text),
};

/** Tab-separated without quoting: tabs and line ends inside a cell become blanks. */
export const TABS: TableStyle = {
  separator: "\t",
  hasHead: true,
  missing: "",
  escape: (text) => text.replace(/[\t\r\n]+/g, " "),
};

interface TableParts {
  readonly format: string;
  readonly title: string;
  readonly extension: string;
  readonly style: TableStyle;
  readonly cells: Cells;
  readonly withheld: Notation["withheld"];
}

/** A table with the columns of its data file. */
export function tableNotation({ format, title, extension, style, cells, withheld }: TableParts): Notation {
  const columns = columnsOf(format);
  const fill = columns.map(({ name }) => cells[name] ?? (() => undefined));
  const cellsOf = (row: ExportRow): readonly CellValue[] => fill.map((one) => one(row));
  const line = (values: readonly CellValue[]): string =>
    `${values.map((value) => written(value, style)).join(style.separator)}\n`;
  return {
    title,
    extension,
    mediaType: style.separator === "," ? "text/csv" : "text/tab-separated-values",
    head: style.hasHead ? line(columns.map(({ name }) => name)) : "",
    separator: "",
    tail: "",
    records: (row) => (withheld(row) === undefined ? [line(cellsOf(row))] : []),
    withheld,
    cells: cellsOf,
  };
}

function written(value: CellValue, style: TableStyle): string {
  if (value === undefined || value === "") return style.missing;
  return typeof value === "string" ? style.escape(noFormula(value)) : String(value);
}
