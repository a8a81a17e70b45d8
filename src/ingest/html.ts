import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Block, BlockKind, Report } from "../record/report.ts";
import { fail } from "../text/errors.ts";
import { block, withDateline } from "./blocks.ts";
import { headerOf, type PageDocument, type PageElement } from "./html-header.ts";
import { isPlainEnglish } from "./language.ts";
import { labelOf } from "./line-labels.ts";
import { type ReportFields, readText } from "./text.ts";
import { isWireLine } from "./wires.ts";

/** Shorter than this no page holds an article. */
const LEAST_CHARACTERS = 140;
const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/**
 * A report from a saved web page: Readability finds the article, every paragraph keeps its label, the header gives
 * date, outlet and address. Throws K107 if there is no article.
 */
export function readHtml(html: string, file: string, fields: ReportFields = {}): Report {
  const { document } = parseHTML(html) as unknown as { document: PageDocument };
  const header = headerOf(document, html);
  const article = articleOf(document);
  if (article === undefined) throw fail("K107", { file });
  const parts = partsOf(article.content, header.title ?? article.title, article.byline);
  if (parts.reduce((sum, part) => sum + (part.kind === "body" ? part.text.length : 0), 0) < LEAST_CHARACTERS)
    throw fail("K107", { file });
  const { text, blocks } = assemble(parts);
  const words = blocks.flatMap((one) => (one.kind === "body" ? one.text : [])).join(" ");
  // Editions in other languages carry English reports under their own mark.
  const language = isPlainEnglish(words) ? { language: "en" } : {};
  return readText(text, { ...header, ...language, ...fields, blocks });
}

interface Article {
  readonly content: string;
  readonly title: string | undefined;
  readonly byline: string | undefined;
}

function articleOf(document: PageDocument): Article | undefined {
  try {
    // linkedom's document has all that Readability uses, under types of its own.
    const parsed = new Readability(document as never, { charThreshold: 200, keepClasses: true }).parse();
    if (!parsed?.content) return undefined;
    return {
      content: parsed.content,
      title: parsed.title || undefined,
      byline: parsed.byline || undefined,
    };
  } catch {
    return undefined;
  }
}

interface Part {
  readonly kind: BlockKind;
  readonly text: string;
}

/** Elements that begin and end a paragraph; all others are part of the line they stand in. */
const BLOCK_TAGS = new Set(
  (
    "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIGCAPTION FIGURE FOOTER FORM H1 H2 H3 H4 H5 H6 " +
    "HEADER HR LI MAIN NAV OL P PRE SECTION TABLE TBODY TD TFOOT TH THEAD TR UL"
  ).split(" "),
);
const UNREAD_TAGS = new Set(["SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "IFRAME", "SVG"]);

/** The paragraphs of an article in order, labelled by what they are. */
function partsOf(content: string, title: string | undefined, byline: string | undefined): readonly Part[] {
  const { document } = parseHTML(`<!doctype html><html><body>${content}</body></html>`) as unknown as {
    document: PageDocument;
  };
  const parts: Part[] = title === undefined ? [] : [{ kind: "headline", text: clean(title) }];
  if (byline !== undefined && byline.length < 120 && /\p{L}{3}/u.test(byline))
    parts.push({ kind: "byline", text: clean(byline) });
  const paragraphs = paragraphsIn(document.body);
  const linkedShare = paragraphs.filter(isLinked).length / paragraphs.length;
  const isAboutLinks = linkedShare > PAGE_OF_LINKS && linkedShare < NOTHING_BUT_LINKS;
  let inList = false;
  for (const paragraph of paragraphs) {
    const { element, text } = paragraph;
    if (title !== undefined && /^H[1-3]$/.test(element.tagName) && text === clean(title)) continue;
    inList = TEASER_HEADING.test(text) || (inList && !isSentence(text));
    // A page whose own lines are mostly links (a list of offers, of documents) has no teasers among them.
    const isTeaser = inList || paragraph.isPopup || (!isAboutLinks && isLinked(paragraph));
    const kind = kindOf(element, text);
    parts.push({ kind: isTeaser && (kind === "body" || kind === "cross-heading") ? "teaser" : kind, text });
  }
  return parts.filter((part) => part.text !== "");
}

/** Above this share of linked lines, links are what the page is about. */
const PAGE_OF_LINKS = 0.3;
/** From this share on the page is no report but an index of reports. */
const NOTHING_BUT_LINKS = 0.9;
/** What stands over a list of other reports. */
const TEASER_HEADING =
  /^(?:more (?:from|on|great|about|in|like|stories|news|coverage|to read)\b.{0,60}|related\b.{0,40}|read (?:also|more|next)\b.{0,20}|(?:also|further) read(?:ing)?.{0,20}|(?:most|recently) (?:read|popular|viewed|shared)\b.{0,20}|(?:editors?[’']?s? |our )?(?:picks?|recommend(?:ed|ations?))\b.{0,30}|(?:top|trending|latest|other) (?:stories|news|articles|videos|headlines)\b.{0,20}|you (?:may|might) (?:also )?(?:like|be interested)\b.{0,20}|don[’']t miss.{0,20}|what to read next)\s*:?$/i;

function isSentence(text: string): boolean {
  return text.length > 60 && /[.!?…]["'”’)]?$/.test(text);
}

function isLinked({ element, text }: Paragraph): boolean {
  const linked = element
    .querySelectorAll("a")
    .reduce((sum, link) => sum + clean(link.textContent ?? "").length, 0);
  return linked > text.length * 0.8;
}

interface Paragraph {
  /** The nearest element that makes a paragraph. */
  readonly element: PageElement;
  readonly text: string;
  /** What a page shows only to who points at a word: never a part of the sentence that it hangs on. */
  readonly isPopup?: true;
}

const POPUP =
  /(?:rollover|tooltip|popover|pop-?up|hover-?card)[\w-]*-?(?:block|text|content|body|box)(?:$|\s)/i;

/** Every run of text between two paragraph borders, so that no word is lost and none is told twice. */
function paragraphsIn(root: PageElement): readonly Paragraph[] {
  const found: Paragraph[] = [];
  let open = "";
  let popups: readonly Paragraph[] = [];
  const close = (element: PageElement): void => {
    const text = clean(open);
    if (text !== "") found.push({ element, text });
    found.push(...popups);
    open = "";
    popups = [];
  };
  const walk = (element: PageElement, paragraph: PageElement): void => {
    for (const child of element.childNodes) {
      if (child.nodeType === TEXT_NODE) open += child.textContent ?? "";
      if (child.nodeType !== ELEMENT_NODE || UNREAD_TAGS.has(child.tagName)) continue;
      if (POPUP.test(child.getAttribute("class") ?? "")) {
        const text = clean(child.textContent ?? "");
        if (text !== "") popups = [...popups, { element: child, text, isPopup: true }];
      } else if (child.tagName === "BR") {
        if (child.nextElementSibling?.tagName === "BR") close(paragraph);
        else open += " ";
      } else if (BLOCK_TAGS.has(child.tagName)) {
        close(paragraph);
        walk(child, child);
        close(child);
      } else walk(child, paragraph);
    }
  };
  walk(root, root);
  close(root);
  return found;
}

function kindOf(element: PageElement, text: string): BlockKind {
  if (element.tagName === "FIGCAPTION" || element.closest("figcaption,figure") !== null) return "caption";
  if (/byline|author/i.test(element.getAttribute("class") ?? "") && text.length < 120) return "byline";
  if (/^H[1-6]$/.test(element.tagName)) {
    if (element.tagName === "H1") return "headline";
    return labelOf(text) ?? "cross-heading";
  }
  return labelOf(text) ?? (isWireLine(text) ? "credit" : "body");
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
  const blocks = spans.map((span) => block(text, span, span.kind));
  return { text, blocks: withDateline(text, blocks) };
}
