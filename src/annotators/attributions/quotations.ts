import type { Tree } from "../../language/index.ts";
import { contains, overlaps, type Span } from "../../text/span.ts";
import type { Draft } from "./draft.ts";
import { turnsOf } from "./transcripts.ts";

/**
 * Quotation marks: curly, straight, and straight apostrophes in pairs. A straight mark opens only where a word can
 * begin and closes only where one can end, so that a stray mark does not turn a paragraph inside out.
 */
const QUOTATION =
  /“[^”“]*[,.?!]“(?=\s)|“[^”“"\n]*[^\s”“"]"(?![\p{L}\p{N}])|“[^”]*(?:”|$)|(?<=^|[\s([—–-])"[^"”]*”|(?<=^|[\s([—–-])"[^"]*(?:"(?![\p{L}\p{N}])|$)|(?<=^|[\s([—–-])''(?:(?!'').)*(?:''(?!\p{L})|$)/gu;

/** The quotations of a text, with their marks. A paragraph closes what it leaves open; a transcript's have none. */
export function quotationsOf(text: string): readonly Span[] {
  const found: Span[] = [];
  const turns = turnsOf(text).map(({ said }) => said);
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    for (const match of paragraph[0].matchAll(QUOTATION)) {
      if (!/[\p{L}\p{N}]/u.test(match[0])) continue;
      const start = paragraph.index + match.index;
      if (turns.some((turn) => turn.start < start + match[0].length && start < turn.end)) continue;
      found.push({ start, end: start + match[0].trimEnd().length });
    }
  }
  return found;
}

/** Words that may stand between a verb of saying and its quotation: "said in a statement: …". */
const WORDS_BETWEEN = 8;

/**
 * The quotation that stands beside a verb and its subject where the tree shows no content: before them with nothing
 * but marks between, or behind them in the same paragraph after a colon or a comma.
 */
export function quotationBeside(
  text: string,
  quotations: readonly Span[],
  tree: Tree,
  verb: number,
  subject: number,
): readonly Span[] {
  const start = Math.min(
    tree.tokens[verb]!.start,
    ...tree.subtree(subject).map((at) => tree.tokens[at]!.start),
  );
  const end = Math.max(tree.tokens[verb]!.end, ...tree.subtree(subject).map((at) => tree.tokens[at]!.end));
  const beside = quotations.filter((quotation) => {
    if (quotation.end <= start)
      return (
        /^[\s,.–—-]*$/.test(text.slice(quotation.end, start)) && !isFinished(text, tree, quotation, start)
      );
    if (quotation.start < end) return false;
    const between = text.slice(end, quotation.start);
    return /^(?:[^\n.;]*[:,])?\s*$/.test(between) && between.split(/\s+/).length <= WORDS_BETWEEN;
  });
  return beside.slice(0, 1);
}

/** "“… for robbery.” He invited": a full stop inside the marks, and a new sentence behind them. */
function isFinished(text: string, tree: Tree, quotation: Span, start: number): boolean {
  const index = tree.tokenAt(start);
  const opens = tree.tokens[index]?.sentence !== tree.tokens[index - 1]?.sentence;
  return opens && /\.["”']{1,2}$/.test(text.slice(quotation.start, quotation.end));
}

/** Its cue stands inside the quotation: the quoted speaker speaks of others' words. */
export function isInside({ cue }: Draft, quotation: Span): boolean {
  return cue.some((one) => contains(quotation, one));
}

/** A quotation that the content touches belongs to it as a whole, with its marks. */
export function withWholeQuotations(draft: Draft, quotations: readonly Span[]): Draft {
  const touched = quotations.filter(
    (quotation) =>
      draft.content.some((content) => overlaps(content, quotation)) &&
      !draft.cue.some((cue) => contains(quotation, cue)),
  );
  if (touched.length === 0) return draft;
  const apart = draft.content.filter((content) => !touched.some((quotation) => contains(quotation, content)));
  const merged = apart.map((content) => {
    const same = touched.filter((quotation) => overlaps(quotation, content));
    return {
      start: Math.min(content.start, ...same.map((one) => one.start)),
      end: Math.max(content.end, ...same.map((one) => one.end)),
    };
  });
  const left = touched.filter((quotation) => !merged.some((content) => contains(content, quotation)));
  return { ...draft, content: [...merged, ...left].sort((a, b) => a.start - b.start) };
}
