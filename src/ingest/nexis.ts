import { fail } from "../text/errors.ts";
import { datedFields, writtenDay } from "./dates.ts";
import type { ReadOptions, ReadResult } from "./result.ts";
import { readText } from "./text.ts";

/** The line after every article of a Word export, and the one before every article of an older HTML export. */
const END = /^End of Document$/i;
const START = /^\d+ of \d+ DOCUMENTS?$/i;
const FIELD = /^(SECTION|LENGTH|BYLINE|DATELINE|HIGHLIGHT|HEADLINE|GRAPHIC)\s*:\s*(.*)$/i;
/** What follows the text: index terms, dates of the database, rights. */
const AFTER =
  /^(?:Classification$|Load-Date\s*:|LANGUAGE\s*:|SUBJECT\s*:|PUBLICATION-TYPE\s*:|Graphic$|Notes$)/i;
const RIGHTS = /^(?:Copyright\b|©|All Rights Reserved)/i;

/** Seen from lines that only this database's exports have. */
export function isNexis(lines: readonly string[]): boolean {
  const has = (pattern: RegExp): boolean => lines.some((line) => pattern.test(line));
  return (has(END) || has(START)) && has(/^LENGTH\s*:\s*\d/i) && has(/^Load-Date\s*:/i);
}

/**
 * The articles of an export from Nexis Uni or Lexis Advance (Word) or of the older LexisNexis (HTML), given as lines.
 * The day is that of publication, not the Load-Date, on which it came into the database.
 */
export function readNexis(
  lines: readonly string[],
  name: string,
  options: ReadOptions,
): readonly ReadResult[] {
  return articlesOf(lines).map((article, index): ReadResult => {
    const item = `${name}#${index + 1}`;
    const fields = fieldsOf(article);
    if (fields.text.length === 0) return { error: fail("K102", { file: item }), name: item };
    const { title, byline, outlet } = fields;
    const report = readText(
      [title, byline === undefined ? undefined : `By ${byline.replace(/^by\s+/i, "")}`, ...fields.text]
        .filter(Boolean)
        .join("\n\n"),
      {
        id: item,
        ...(title === undefined ? {} : { title }),
        ...(outlet === undefined ? {} : { outlet }),
        ...datedFields(options, fields.day, "nexis"),
      },
    );
    return { report, name: item };
  });
}

/** Without the cover page, which lists the articles and has no length of one. */
function articlesOf(lines: readonly string[]): readonly (readonly string[])[] {
  const articles: string[][] = [[]];
  for (const line of lines) {
    if (END.test(line) || START.test(line)) articles.push([]);
    else articles.at(-1)!.push(line);
  }
  return articles.filter((article) => article.some((line) => /^LENGTH\s*:/i.test(line)));
}

interface Fields {
  readonly title: string | undefined;
  readonly byline: string | undefined;
  readonly outlet: string | undefined;
  readonly day: string | undefined;
  readonly text: readonly string[];
}

/** Before the fields stand title, outlet and day (Word), or outlet, day and title (HTML). */
function fieldsOf(article: readonly string[]): Fields {
  const firstField = article.findIndex((line) => FIELD.test(line));
  const head = article.slice(0, firstField).filter((line) => !RIGHTS.test(line));
  const dayAt = head.findIndex((line) => writtenDay(line) !== undefined);
  const given = (name: string): string | undefined =>
    article.map((line) => FIELD.exec(line)).find((found) => found?.[1]?.toUpperCase() === name)?.[2] ||
    undefined;
  const outletAt = dayAt < 0 ? 0 : dayAt - 1;
  const title = given("HEADLINE") ?? (outletAt > 0 ? head[outletAt - 1] : head[dayAt + 1]);
  const lastField = article.findLastIndex((line) => FIELD.test(line) && !/^GRAPHIC/i.test(line));
  const bodyAt = article.findIndex((line) => /^Body$/i.test(line));
  const rest = article.slice(Math.max(bodyAt, lastField) + 1);
  const end = rest.findIndex((line) => AFTER.test(line) || /^GRAPHIC\s*:/i.test(line));
  return {
    title,
    byline: given("BYLINE"),
    outlet: head[outletAt],
    day: head[dayAt],
    text: (end < 0 ? rest : rest.slice(0, end)).filter((line) => !RIGHTS.test(line)),
  };
}
