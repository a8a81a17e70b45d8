import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Block, BlockKind, Report } from "../record/report.ts";
import { fail } from "../text/errors.ts";
import { block, labelBlocks } from "./blocks.ts";
import { headerOf, type PageDocument } from "./html-header.ts";
import { type ReportFields, readText } from "./text.ts";

/** Shorter than this no page holds an article. */
const LEAST_CHARACTERS = 140;

/**
 * A report from a saved web page: Readability finds the article, every paragraph keeps its label, the header gives
 * date, outlet and address. Throws K107 if there is no article.
 */
export function readHtml(html: string, file: string, fields: ReportFields = {}): Report {
  const { document } = parseHTML(html) as unknown as { document: PageDocument };
  const header = headerOf(document, html);
  const article = articleOf(document);
  if (article === undefined) throw fail("K107", { file });
  const parts = partsOf(article.content, header.title ?? article.title);
  if (parts.reduce((sum, part) => sum + (part.kind === "body" ? part.text.length : 0), 0) < LEAST_CHARACTERS)
    throw fail("K107", { file });
  const { text, blocks } = assemble(parts);
  return readText(text, { ...header, ...fields, blocks });
}

function articleOf(document: PageDocument): { content: string; title: string | undefined } | undefined {
  try {
    // linkedom's document has all that Readability uses, under types of its own.
    const parsed = new Readability(document as never, { charThreshold: 200, keepClasses: true }).parse();
    return parsed?.content ? { content: parsed.content, title: parsed.title ?? undefined } : undefined;
  } catch {
    return undefined;
  }
}

interface Part {
  readonly kind: BlockKind;
  readonly text: string;
}

const PARAGRAPHS = "h1,h2,h3,h4,h5,h6,p,li,blockquote,figcaption,pre,td,dt,dd,address";

/** The paragraphs of an article in order, labelled by what they are. */
function partsOf(content: string, title: string | undefined): readonly Part[] {
  const { document } = parseHTML(`<!doctype html><html><body>${content}</body></html>`) as unknown as {
    document: PageDocument;
  };
  const parts: Part[] = title === undefined ? [] : [{ kind: "headline", text: clean(title) }];
  for (const element of document.querySelectorAll(PARAGRAPHS)) {
    if (element.querySelector(PARAGRAPHS) !== null && element.tagName !== "LI") continue;
    const text = clean(element.textContent ?? "");
    if (text === "" || (title !== undefined && /^H[1-3]$/.test(element.tagName) && text === clean(title)))
      continue;
    parts.push({ kind: kindOf(element, text), text });
  }
  return parts;
}

function kindOf(element: PageDocument["body"], text: string): BlockKind {
  if (element.tagName === "FIGCAPTION" || element.closest("figcaption,figure") !== null) return "caption";
  if (/byline|author/i.test(element.getAttribute("class") ?? "") && text.length < 120) return "byline";
  if (/^H[1-6]$/.test(element.tagName)) return element.tagName === "H1" ? "headline" : "cross-heading";
  const [labelled] = labelBlocks(`.\n${text}\n.`).slice(1);
  if (labelled !== undefined && ["teaser", "credit", "byline", "promo", "caption"].includes(labelled.kind))
    return labelled.kind;
  const linked = element
    .querySelectorAll("a")
    .reduce((sum, link) => sum + clean(link.textContent ?? "").length, 0);
  return linked > text.length * 0.8 ? "teaser" : "body";
}

function clean(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

/** One text of all parts, an empty line between them, with the blocks that point into it. */
function assemble(parts: readonly Part[]): { text: string; blocks: readonly Block[] } {
  let text = "";
  const spans = parts.map((part) => {
    if (text !== "") text += "\n\n";
    const start = text.length;
    text += part.text;
    return { kind: part.kind, start, end: text.length };
  });
  const lead = spans.findIndex((span) => span.kind === "body");
  const blocks = spans.flatMap((span, index) =>
    index === lead ? withDateline(text, span) : [block(text, span, span.kind)],
  );
  return { text, blocks };
}

/** The plain-text labeller knows datelines; the lead paragraph goes through it. */
function withDateline(text: string, span: { start: number; end: number }): readonly Block[] {
  const words = text.slice(span.start, span.end);
  const labelled = labelBlocks(words);
  if (labelled[0]?.kind !== "dateline") return [block(text, span, "body")];
  return labelled.map((one) =>
    block(
      text,
      { start: one.start + span.start, end: one.end + span.start },
      one.kind === "dateline" ? "dateline" : "body",
    ),
  );
}
