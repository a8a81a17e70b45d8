import type { Span } from "../../../../src/text/span.ts";

/** The words of a stretch of text in the order of reading, as far as its language parts them. */
export function wordsOf(text: string, { start, end }: Span, language: string | undefined): readonly Span[] {
  const parts = new Intl.Segmenter(language, { granularity: "word" }).segment(text.slice(start, end));
  return [...parts]
    .filter(({ isWordLike }) => isWordLike)
    .map(({ index, segment }) => ({ start: start + index, end: start + index + segment.length }));
}

/** Words that are chosen: from one to another, by their places in the list. */
export interface Chosen {
  readonly first: number;
  readonly last: number;
}

/** The words that a selection touches; undefined if it touches none. */
export function chosenIn(words: readonly Span[], { start, end }: Span): Chosen | undefined {
  const first = words.findIndex((word) => word.end > start);
  const last = words.findLastIndex((word) => word.start < end);
  return first === -1 || last < first ? undefined : { first, last };
}

/** One word, so many further on; never past the ends. */
export function moved(words: readonly Span[], { first, last }: Chosen, by: number): Chosen {
  const from = by > 0 ? last : first;
  const at = Math.max(0, Math.min(from + by, words.length - 1));
  return { first: at, last: at };
}

/** So many words more, or fewer, at the end; one stays. */
export function grown(words: readonly Span[], { first, last }: Chosen, by: number): Chosen {
  return { first, last: Math.max(first, Math.min(last + by, words.length - 1)) };
}

export function spanOf(words: readonly Span[], { first, last }: Chosen): Span {
  return { start: words[first]!.start, end: words[last]!.end };
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** The word on the next line (or the one before: `by` -1) that stands nearest below; the same one where there is no line. */
export function onLine(boxes: readonly Box[], { first }: Chosen, by: 1 | -1): Chosen {
  const here = boxes[first]!;
  const middle = (box: Box) => (box.left + box.right) / 2;
  const isBeyond = (box: Box) => (by > 0 ? box.top >= here.bottom - 1 : box.bottom <= here.top + 1);
  const beyond = boxes.flatMap((box, index) => (isBeyond(box) ? [{ box, index }] : []));
  const nearest = by > 0 ? beyond[0] : beyond.at(-1);
  if (nearest === undefined) return { first, last: first };
  const line = beyond.filter(({ box }) => box.top < nearest.box.bottom && box.bottom > nearest.box.top);
  const distance = ({ box }: { readonly box: Box }) => Math.abs(middle(box) - middle(here));
  const { index } = line.reduce((a, b) => (distance(b) < distance(a) ? b : a));
  return { first: index, last: index };
}
