import { parseHTML } from "linkedom";
import type { Report } from "../record/report.ts";
import { KhaldunError } from "../text/errors.ts";
import { readHtml } from "./html.ts";
import type { PageDocument } from "./html-header.ts";
import { type ReportFields, readText } from "./text.ts";

const PARAGRAPHS = "p,h1,h2,h3,h4,h5,h6,li,blockquote,td,pre,div";

/**
 * A report from a piece of markup (an entry of a feed, a mail, a document) with its title: read like a page; what is
 * too short to be one is its title and its paragraphs.
 */
export function readMarkup(markup: string, name: string, fields: ReportFields): Report {
  const title = fields.title === undefined ? "" : `<h1>${escaped(fields.title)}</h1>`;
  try {
    return readHtml(
      `<!doctype html><html><body><article>${title}${markup}</article></body></html>`,
      name,
      fields,
    );
  } catch (problem) {
    if (!(problem instanceof KhaldunError)) throw problem;
    return readText([fields.title, ...linesOf(markup)].filter(Boolean).join("\n\n"), fields);
  }
}

/** Every paragraph of a piece of markup, in order. */
export function linesOf(markup: string): readonly string[] {
  const { document } = parseHTML(`<!doctype html><html><body>${markup}</body></html>`) as unknown as {
    document: PageDocument;
  };
  const clean = (text: string | null): string => (text ?? "").replace(/\s+/g, " ").trim();
  const leaves = document.body
    .querySelectorAll(PARAGRAPHS)
    .filter((element) => element.querySelector(PARAGRAPHS) === null)
    .map((element) => clean(element.textContent))
    .filter((text) => text !== "");
  return leaves.length > 0 ? leaves : [clean(document.body.textContent)].filter((text) => text !== "");
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
