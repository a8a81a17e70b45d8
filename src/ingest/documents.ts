import { convertToHtml } from "mammoth";
import { extractText, getDocumentProxy } from "unpdf";
import type { Report } from "../record/report.ts";
import { fail } from "../text/errors.ts";
import { linesOf, readMarkup } from "./markup.ts";
import { isNexis, readNexis } from "./nexis.ts";
import { damaged, type ReadOptions, type ReadResult } from "./result.ts";
import { type ReportFields, readText } from "./text.ts";

/**
 * A Word document as one report, or the articles that a news database put into one. Throws K109 if it is damaged, K102
 * if it has no text.
 */
export async function readDocx(
  bytes: Buffer,
  name: string,
  fields: ReportFields,
  options: ReadOptions,
): Promise<readonly ReadResult[]> {
  const { value } = await convertToHtml({ buffer: bytes }).catch((problem: unknown) => {
    throw damaged(name, "Word document", problem);
  });
  if (value.trim() === "") throw fail("K102", { file: name });
  const lines = linesOf(value);
  return isNexis(lines)
    ? readNexis(lines, name, options)
    : [{ report: readMarkup(value, name, fields), name }];
}

/** The text layer of a PDF as one report. Throws K109 if it is damaged, K102 if it has none (a scan). */
export async function readPdf(bytes: Buffer, name: string, fields: ReportFields): Promise<Report> {
  const pages = await getDocumentProxy(new Uint8Array(bytes))
    .then((document) => extractText(document))
    .catch((problem: unknown) => {
      throw damaged(name, "PDF", problem);
    });
  const text = pages.text.join("\n").trim();
  if (text === "") throw fail("K102", { file: name });
  return readText(text, fields);
}
