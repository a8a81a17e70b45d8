import { parse } from "csv-parse/sync";
import { fail } from "../text/errors.ts";
import { datedFields, writtenDay } from "./dates.ts";
import {
  COLUMN_FIELDS,
  type ColumnField,
  type ReadOptions,
  type ReadResult,
  type Reference,
} from "./result.ts";
import { readText } from "./text.ts";

/**
 * Column titles under which tables of reports keep each field, the likeliest first. Case and what stands between the
 * words make no difference: "Full text" is "full_text".
 */
const COLUMNS: Readonly<Record<ColumnField, readonly string[]>> = {
  text: [
    ..."text content body article full_text fulltext article_text article_body body_text story notes".split(
      " ",
    ),
  ],
  title: ["title", "headline", "article_title"],
  id: ["id", "stories_id", "article_id", "doc_id", "guid"],
  published:
    "published publish_date publication_date date_published published_at pub_date date event_date".split(" "),
  outlet: ["outlet", "source", "media_name", "publication", "publisher", "newspaper", "source_name"],
  url: ["url", "link", "web_address", "article_url", "source_url"],
};
type Columns = Readonly<Partial<Record<ColumnField, string>>>;

/**
 * One report a row of a table with a line of column titles, or one address a row of a list without texts. Throws K109
 * for no table, K110 without a text column, K530 for a column that is named and not there.
 */
export function readCsv(content: string, name: string, options: ReadOptions): readonly ReadResult[] {
  const rows = rowsOf(content, name);
  const titles = Object.keys(rows[0] ?? {});
  const columns = columnsOf(titles, options.columns ?? {}, name);
  // A list of a news archive (Media Cloud's stories) has titles and addresses, and no texts.
  if (columns.text === undefined && columns.url !== undefined)
    return rows.flatMap(referencesOf(columns, name));
  if (columns.text === undefined)
    throw fail("K110", { file: name, columns: titles.join(", ") || "none", wanted: COLUMNS.text.join(", ") });
  return rows.map((row, index) => {
    const item = `${name}:${index + 2}`;
    const cell = (field: ColumnField): string | undefined => row[columns[field] ?? ""]?.trim() || undefined;
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

/** Which column holds which field: the one that the user names, else one with a usual title. */
function columnsOf(titles: readonly string[], named: Columns, name: string): Columns {
  const found = COLUMN_FIELDS.flatMap((field): readonly (readonly [ColumnField, string])[] => {
    const wanted = named[field] === undefined ? COLUMNS[field] : [named[field]];
    const title = wanted
      .map((one) => titles.find((candidate) => bareTitle(candidate) === bareTitle(one)))
      .find((one) => one !== undefined);
    if (title === undefined && named[field] !== undefined)
      throw fail("K530", { file: name, column: named[field], columns: titles.join(", ") || "none" });
    return title === undefined ? [] : [[field, title]];
  });
  return Object.fromEntries(found);
}

function bareTitle(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "_");
}

function referencesOf(columns: Columns, name: string): (row: Row, index: number) => readonly ReadResult[] {
  return (row, index) => {
    const item = `${name}:${index + 2}`;
    const cell = (field: ColumnField): string | undefined => row[columns[field] ?? ""]?.trim() || undefined;
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
