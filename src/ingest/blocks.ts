import type { Block, BlockKind } from "../record/report.ts";
import type { Span } from "../text/span.ts";
import { wireIn } from "./wires.ts";

/** Words of a headline or cross-heading; more is a sentence. */
const HEADING_WORDS = 16;

const TEASER =
  /^(?:read (?:also|more|next)|see also|related(?: (?:news|stories|articles))?|also read|watch|listen|more on this(?: story)?|don't miss|you may also like|in (?:pictures|case you missed it))\s*[:|–—-]/i;
const PROMO =
  /^(?:sign up|subscribe|follow us|join our|download (?:our|the) app|click here|get (?:our|the) newsletter|support our|this article (?:was|is) sponsored|advertisement\b|share this)/i;
const CREDIT =
  /^\(?(?:source|sources|credit|originally published (?:by|in|on)|first published (?:by|in|on)|this (?:story|article|report) (?:first|originally) appeared|additional reporting by|reporting by|editing by|with inputs from)\b\s*:?/i;
const BYLINE =
  /^(?:by|words by|story by)\s+\p{Lu}[\p{L}'’.-]+(?:\s+(?:and\s+)?\p{Lu}[\p{L}'’.-]+){0,6}(?:\s*[,|–—-].{0,60})?$/u;
const CAPTION =
  /^(?:photo|picture|image|photograph|file photo|photo credit|caption)\s*:|\[(?:file|photo|image|[^\]]{1,40}\/(?:reuters|ap|afp|epa|getty)[^\]]*)[:\]]|^(?:\(?photo by|photograph by)/i;
const DATELINE =
  /^(?:\p{Lu}[\p{Lu}'’.-]+(?:[ ,/]+\p{Lu}[\p{L}'’.]+)*(?:,\s*[\p{L}.]+\s+\d{1,2}(?:,?\s+\d{4})?|,\s*\d{1,2}\s+\p{L}+(?:\s+\d{4})?)?\s*(?:\([^)]{2,30}\))?\s*(?:--|—|–|-|\ufffd)\s+)(?=\S)/u;

/**
 * Labels the paragraphs of a plain text. Nothing is deleted: what is no body stays in the text under its own label.
 * Blocks are in order, do not overlap, and leave out only white space.
 */
export function labelBlocks(text: string): readonly Block[] {
  const paragraphs = paragraphsOf(text);
  const kinds = paragraphs.map((_, index) => kindOf(text, paragraphs, index));
  return paragraphs.flatMap((paragraph, index) => {
    const kind = kinds[index]!;
    const isLead = kind === "body" && !kinds.slice(0, index).includes("body");
    return isLead ? splitDateline(text, paragraph) : [block(text, paragraph, kind)];
  });
}

export function block(text: string, span: Span, kind: BlockKind): Block {
  return { kind, start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}

/** Lines with something on them, without their outer white space. */
function paragraphsOf(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(/[^\n]+/g)) {
    const line = match[0];
    const kept = line.trim();
    if (kept === "") continue;
    const start = match.index + line.indexOf(kept);
    found.push({ start, end: start + kept.length });
  }
  return isWrapped(found) ? joinWrapped(text, found) : found;
}

/** A text wrapped at a fixed width has one paragraph over several lines; an empty line ends it. */
function isWrapped(lines: readonly Span[]): boolean {
  if (lines.length < 4) return false;
  const lengths = lines.map((line) => line.end - line.start);
  const longest = Math.max(...lengths);
  return (
    longest >= 40 &&
    longest <= 130 &&
    lengths.filter((length) => length > longest * 0.75).length / lengths.length > 0.6
  );
}

function joinWrapped(text: string, lines: readonly Span[]): readonly Span[] {
  const joined: Span[] = [];
  for (const line of lines) {
    const last = joined.at(-1);
    const gap = last === undefined ? "\n\n" : text.slice(last.end, line.start);
    if (last === undefined || /\n[^\S\n]*\n/.test(gap)) joined.push(line);
    else joined[joined.length - 1] = { start: last.start, end: line.end };
  }
  return joined;
}

function kindOf(text: string, paragraphs: readonly Span[], index: number): BlockKind {
  const span = paragraphs[index]!;
  const words = text.slice(span.start, span.end);
  if (TEASER.test(words)) return "teaser";
  if (PROMO.test(words)) return "promo";
  if (CREDIT.test(words) && words.length < 160) return "credit";
  if (/^[(–—-]?\s*\(?[\w .&/-]{2,30}\)?$/.test(words) && wireIn(words) !== undefined && index > 0)
    return "credit";
  if (BYLINE.test(words)) return "byline";
  if (CAPTION.test(words) && words.length < 300) return "caption";
  if (!looksLikeHeading(words)) return "body";
  const isLast = index === paragraphs.length - 1;
  if (index === 0) return "headline";
  return isLast ? "body" : "cross-heading";
}

/** Short, no final stop, no quotation that runs on: a line above text, not a part of it. */
function looksLikeHeading(words: string): boolean {
  const count = words.split(/\s+/).length;
  return (
    count <= HEADING_WORDS &&
    !/[.?!…:;,"”'’)]$/.test(words) &&
    !/^[“"‘'\-•*\d]/.test(words) &&
    /^\p{Lu}/u.test(words)
  );
}

/** "BEIRUT (AP) - " is where the report was written, not part of its first sentence. */
function splitDateline(text: string, span: Span): readonly Block[] {
  const found = DATELINE.exec(text.slice(span.start, span.end));
  if (found === null || found[0].length > 80) return [block(text, span, "body")];
  const end = span.start + found[0].trimEnd().length;
  return [
    block(text, { start: span.start, end }, "dateline"),
    block(text, { start: span.start + found[0].length, end: span.end }, "body"),
  ];
}
