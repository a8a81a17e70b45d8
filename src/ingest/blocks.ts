import type { Block, BlockKind } from "../record/report.ts";
import type { Span } from "../text/span.ts";
import { labelOf } from "./line-labels.ts";
import { isWireLine, wireIn } from "./wires.ts";

/** Words of a headline or cross-heading; more is a sentence. */
const HEADING_WORDS = 16;

/** In capitals before a colon or dash these say what kind of report it is, not where it was written. */
const NO_DATELINE =
  /^(?:UPDATED?|BREAKING|WATCH|VIDEO|LIVE|EXCLUSIVE|OPINION|ANALYSIS|EXPLAINER|FACTBOX|NOTE|READ)\b/;
const DATELINE =
  /^(?:\p{Lu}[\p{L}.]+(?: \p{Lu}[\p{L}.]+){0,3} \/ (?=[\p{Lu}“"])|(?:\p{Lu}[\p{Lu}'’.-]+(?:[ ,/]+\p{Lu}[\p{L}'’.-]+)*(?:,\s*[\p{L}.]+\s+\d{1,2}(?:,?\s+\d{4})?|,\s*\d{1,2}\s+\p{L}+(?:\s+\d{4})?)?\s*(?:\([^)]{2,60}\))?\s*(?:(?:-{2,4}|—)\s*|(?:–|-|\ufffd)\s+|(?<=[\p{Lu})]):\s+))|(?:\p{Lu}[\p{L}'’.,-]*\s+){0,4}\(\p{Lu}[^)]{1,29}\)\s*(?:--|—|–|-)\s+)(?=\S)/u;
const AGENCY_IN_BRACKETS =
  /^(?:\p{Lu}[\p{L}'’.-]+,?\s+){1,4}\((?<agency>\p{L}[^)]{1,59})\)\s+(?:\ufffd\s+)?(?=[\p{Lu}“"])/u;
/** No dateline is longer; a longer stretch is not searched. */
const LONGEST_DATELINE = 80;

/**
 * Labels the paragraphs of a plain text. Nothing is deleted: what is no body stays in the text under its own label.
 * Blocks are in order, do not overlap, and leave out only white space. A first line equal to the title is the headline.
 */
export function labelBlocks(text: string, title?: string): readonly Block[] {
  const paragraphs = paragraphsOf(text);
  const kinds = paragraphs.map((_, index) => kindOf(text, paragraphs, index, title));
  const labelled = paragraphs.map((paragraph, index) => block(text, paragraph, kinds[index]!));
  return withDateline(text, labelled);
}

/** A summary or a sentence in large type may stand before the paragraph with the dateline, and no more. */
const LATEST_DATELINE = 3;

/** The blocks with the dateline cut off the paragraph that it opens. */
export function withDateline(text: string, blocks: readonly Block[]): readonly Block[] {
  const first = blocks.filter(({ kind }) => kind === "body").slice(0, LATEST_DATELINE);
  const opened = first.find((one) => splitDateline(text, one).length > 1);
  return opened === undefined
    ? blocks
    : blocks.flatMap((one) => (one === opened ? splitDateline(text, one) : [one]));
}

export function block(text: string, span: Span, kind: BlockKind): Block {
  return { kind, start: span.start, end: span.end, text: text.slice(span.start, span.end) };
}

/** Lines with something on them, without their outer white space. */
function paragraphsOf(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const match of text.matchAll(/[^\n\r\u2028\u2029]+/g)) {
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
  const longest = lengths.reduce((most, length) => Math.max(most, length), 0);
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
    if (last === undefined || /(?:\r\n|[\n\r\u2028\u2029])[^\S\r\n]*[\n\r\u2028\u2029]/.test(gap))
      joined.push(line);
    else joined[joined.length - 1] = { start: last.start, end: line.end };
  }
  return joined;
}

function kindOf(
  text: string,
  paragraphs: readonly Span[],
  index: number,
  title: string | undefined,
): BlockKind {
  const span = paragraphs[index]!;
  const words = text.slice(span.start, span.end);
  if (index === 0 && title !== undefined && words === title.trim()) return "headline";
  const labelled = labelOf(words);
  if (labelled !== undefined) return labelled;
  if (index > 0 && isWireLine(words)) return "credit";
  const next = paragraphs[index + 1];
  if (index === 0)
    return looksLikeHeadline(words, next && text.slice(next.start, next.end)) ? "headline" : "body";
  return looksLikeHeading(words) && next !== undefined ? "cross-heading" : "body";
}

/** A first line may ask, quote or begin with a figure, if what follows is longer than it is. */
function looksLikeHeadline(words: string, next: string | undefined): boolean {
  if (looksLikeHeading(words)) return true;
  return (
    next !== undefined &&
    next.length > words.length &&
    words.split(/\s+/).length <= HEADING_WORDS &&
    /[\p{L}\p{N}?!’'”"]$/u.test(words) &&
    !/[.!?][”"’']$/.test(words) &&
    /^[\p{Lu}\p{N}“"‘']/u.test(words)
  );
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

/** "BEIRUT (AP) A spokesman …", "HAIFA (Lake News / AP - 5th May, 2026) A …": no dash, but an agency stands in the brackets. */
function undashed(start: string): RegExpExecArray | null {
  const found = AGENCY_IN_BRACKETS.exec(start);
  const agency = found?.groups?.agency ?? "";
  return wireIn(agency) !== undefined || /\p{L}(?:News|Press)$/u.test(agency) ? found : null;
}

/** "BEIRUT (AP) - " is where the report was written, not part of its first sentence. */
function splitDateline(text: string, span: Span): readonly Block[] {
  const start = text.slice(span.start, Math.min(span.end, span.start + LONGEST_DATELINE + 1));
  const found = NO_DATELINE.test(start) ? null : (DATELINE.exec(start) ?? undashed(start));
  if (found === null || found[0].length > LONGEST_DATELINE) return [block(text, span, "body")];
  const end = span.start + found[0].trimEnd().length;
  return [
    block(text, { start: span.start, end }, "dateline"),
    block(text, { start: span.start + found[0].length, end: span.end }, "body"),
  ];
}
