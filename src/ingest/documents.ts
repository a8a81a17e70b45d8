import { convertToHtml } from "mammoth";
import { extractText, getDocumentProxy } from "unpdf";
import type { Report } from "../record/report.ts";
import { fail } from "../text/errors.ts";
import { readMarkup } from "./markup.ts";
import { type ReportFields, readText } from "./text.ts";

/** A Word document as one report. Throws K109 if it is damaged, K102 if it has no text. */
export async function readDocx(bytes: Buffer, name: string, fields: ReportFields): Promise<Report> {
  const { value } = await convertToHtml({ buffer: bytes }).catch((problem: unknown) => {
    throw unreadable(name, "Word document", problem);
  });
  if (value.trim() === "") throw fail("K102", { file: name });
  return readMarkup(value, name, fields);
}

/** The text layer of a PDF as one report. Throws K109 if it is damaged, K102 if it has none (a scan). */
export async function readPdf(bytes: Buffer, name: string, fields: ReportFields): Promise<Report> {
  const pages = await getDocumentProxy(new Uint8Array(bytes))
    .then((document) => extractText(document))
    .catch((problem: unknown) => {
      throw unreadable(name, "PDF", problem);
    });
  const text = pages.text.join("\n").trim();
  if (text === "") throw fail("K102", { file: name });
  return readText(text, fields);
}

function unreadable(file: string, kind: string, problem: unknown): Error {
  return fail(
    "K109",
    { file, kind, reason: problem instanceof Error ? problem.message : String(problem) },
    problem,
  );
}
