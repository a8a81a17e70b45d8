import { parse } from "csv-parse/sync";
import { fail } from "../text/errors.ts";
import { datedFields, writtenDay } from "./dates.ts";
import type { ReadOptions, ReadResult, Reference } from "./result.ts";
import { readText } from "./text.ts";

/** Column titles under which tables of reports keep each field, the likeliest first. */
const COLUMNS = {
  text: ["text", "content", "body", "article", "full_text", "fulltext", "story", "notes"],
  title: ["title", "headline"],
  id: ["id", "stories_id", "article_id", "doc_id", "guid"],
  published: ["published", "publish_date", "publication_date", "pub_date", "date", "event_date"],
  outlet: ["outlet", "source", "media_name", "publication", "publisher"],
  url: ["url", "link"],
} as const;
type Field = keyof typeof COLUMNS;

/** One report a row of a table with a line of column titles, or one address a row of a list without texts. Throws K109 for no table, K110 without a text column. */
export function readCsv(content: string, name: string, options: ReadOptions): readonly ReadResult[] {
  const rows = rowsOf(content, name);
  const titles = Object.keys(rows[0] ?? {});
  const columns = Object.fromEntries(
    Object.entries(COLUMNS).map(([field, names]) => [
      field,
      names
        .map((one) => titles.find((title) => title.trim().toLowerCase() === one))
        .find((one) => one !== undefined),
    ]),
  ) as Readonly<Record<Field, string | undefined>>;
  // A list of a news archive (Media Cloud's stories) has titles and addresses, and no texts.
  if (columns.text === undefined && columns.url !== undefined)
    return rows.flatMap(referencesOf(columns, name));
  if (columns.text === undefined)
    throw fail("K110", { file: name, columns: titles.join(", ") || "none", wanted: COLUMNS.text.join(", ") });
  return rows.map((row, index) => {
    const item = `${name}:${index + 2}`;
    const cell = (field: Field): string | undefined => row[columns[field] ?? ""]?.trim() || undefined;
    const text = cell("text");
    if (text === undefined) return { error: fail("K102", { file: item }), name: item };
    const [title, outlet, url] = [cell("title"), cell("outlet"), cell("url")];
    const report = readText(text, {
      id: cell("id") ?? item,
      ...(title === undefined ? {} : { title }),
      ...(outlet === undefined ? {} : { outlet }),
      ...(url === undefined ? {} : { url }),
      ...datedFields(options, cell("published"), "input"),
    });
    return { report, name: item };
  });
}

type Row = Readonly<Record<string, string>>;

function referencesOf(
  columns: Readonly<Record<Field, string | undefined>>,
  name: string,
): (row: Row, index: number) => readonly ReadResult[] {
  return (row, index) => {
    const item = `${name}:${index + 2}`;
    const cell = (field: Field): string | undefined => row[columns[field] ?? ""]?.trim() || undefined;
    const url = cell("url");
    if (url === undefined || !URL.canParse(url)) {
      const reason = `its address is ${url ?? "missing"}`;
      return [{ error: fail("K109", { file: item, kind: "list of addresses", reason }), name: item }];
    }
    const [title, outlet, written] = [cell("title"), cell("outlet"), cell("published")];
    const language = row.language?.trim() || undefined;
    const day = written === undefined ? undefined : writtenDay(written);
    const reference: Reference = {
      url,
      ...(title === undefined ? {} : { title }),
      ...(outlet === undefined ? {} : { outlet }),
      ...(day === undefined ? {} : { published: day, publishedEvidence: "list" }),
      ...(language === undefined ? {} : { language }),
    };
    return [{ reference, name: item }];
  };
}

function rowsOf(content: string, name: string): readonly Row[] {
  const [line = ""] = content.split("\n", 1);
  const delimiter = ["\t", ";", ","].find((sign) => line.includes(sign)) ?? ",";
  try {
    return parse(content, {
      columns: true,
      delimiter,
      bom: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
  } catch (problem) {
    const reason = problem instanceof Error ? problem.message : String(problem);
    throw fail("K109", { file: name, kind: "table", reason }, problem);
  }
}
