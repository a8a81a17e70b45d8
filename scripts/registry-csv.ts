/** Rows of a CSV file by column name; quoted cells may hold commas, doubled quotes and line breaks. */
export function readCsv(content: string): readonly Readonly<Record<string, string>>[] {
  const rows: string[][] = [[]];
  const pattern = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/gy;
  for (let match = pattern.exec(content); match !== null; match = pattern.exec(content)) {
    rows.at(-1)!.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? "");
    if (match[3] === "" || pattern.lastIndex >= content.length) break;
    if (match[3] !== ",") rows.push([]);
  }
  const [columns = [], ...lines] = rows;
  return lines.map((cells) =>
    Object.fromEntries(columns.map((column, index) => [column, (cells[index] ?? "").trim()])),
  );
}
