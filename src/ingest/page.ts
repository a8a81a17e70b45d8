import { isFactiva, readFactiva } from "./factiva.ts";
import { readHtml } from "./html.ts";
import { linesOf } from "./markup.ts";
import { isNexis, readNexis } from "./nexis.ts";
import type { ReadOptions, ReadResult } from "./result.ts";
import type { ReportFields } from "./text.ts";

/** A saved page: one report, or the articles that a news database put into one file. Throws K107. */
export function readPage(
  html: string,
  name: string,
  given: ReportFields,
  options: ReadOptions,
): readonly ReadResult[] {
  if (isFactiva(html)) return readFactiva(html, name, options);
  if (/Load-Date\s*:/i.test(html)) {
    const lines = linesOf(html);
    if (isNexis(lines)) return readNexis(lines, name, options);
  }
  return [{ report: readHtml(html, name, given), name }];
}
