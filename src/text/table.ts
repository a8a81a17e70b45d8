import { readFileSync } from "node:fs";
import { fail } from "./errors.ts";
import { packageFile } from "./package-files.ts";

/** One row of a table file: the cells by column name, and the line it stands on, for messages. */
export interface Row {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/**
 * Reads a lexicon or registry: tab-separated, the first line that is no comment names the columns, `#` starts a
 * comment line, empty lines separate. Missing trailing cells are empty. Throws K403 with the line for a row that
 * has more cells than columns.
 */
export function readTable(relative: string): readonly Row[] {
  return parseTable(readFileSync(packageFile(relative), "utf8"), relative);
}

export function parseTable(content: string, file: string): readonly Row[] {
  const rows: Row[] = [];
  let columns: readonly string[] | undefined;
  content.split("\n").forEach((raw, index) => {
    const line = raw.replace(/\r$/, "");
    if (line.trim() === "" || line.startsWith("#")) return;
    const values = line.split("\t");
    if (columns === undefined) {
      columns = values;
      return;
    }
    if (values.length > columns.length) {
      const reason = `${values.length} cells, but ${columns.length} columns (${columns.join(", ")})`;
      throw fail("K403", { file, line: index + 1, reason });
    }
    const cells: Record<string, string> = {};
    columns.forEach((column, position) => {
      cells[column] = (values[position] ?? "").trim();
    });
    rows.push({ line: index + 1, cells });
  });
  return rows;
}
