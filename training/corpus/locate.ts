import type { Block, CorpusReport, Words } from "./notation.ts";

export interface Place {
  readonly start: number;
  readonly end: number;
}

/** All places of these words that do not begin or end inside a word. */
export function placesOf(text: string, words: string, from = 0, to = text.length): readonly Place[] {
  const found: Place[] = [];
  for (
    let at = text.indexOf(words, from);
    at >= 0 && at + words.length <= to;
    at = text.indexOf(words, at + 1)
  ) {
    const before = text[at - 1] ?? " ";
    const after = text[at + words.length] ?? " ";
    const joinsBefore = /[\p{L}\p{N}]/u.test(before) && /^[\p{L}\p{N}]/u.test(words);
    const joinsAfter = /[\p{L}\p{N}]/u.test(after) && /[\p{L}\p{N}]$/u.test(words);
    if (!joinsBefore && !joinsAfter) found.push({ start: at, end: at + words.length });
  }
  return found;
}

/** Words in a block: the numbered occurrence, or the first at or after `after`, or the first of the block. */
export function inBlock(report: CorpusReport, block: Block, words: Words, after = 0): Place | undefined {
  const places = placesOf(report.text, words.text, block.start, block.end);
  if (words.occurrence !== undefined) return places[words.occurrence - 1];
  return places.find((place) => place.start >= after) ?? places[0];
}

/** Words near a place: in its own block the nearest; else the last before it; else the first after it. */
export function near(report: CorpusReport, block: Block, words: Words, anchor: Place): Place | undefined {
  if (words.occurrence !== undefined) return inBlock(report, block, words);
  const own = placesOf(report.text, words.text, block.start, block.end);
  if (own.length > 0)
    return own.reduce((best, one) => (distance(one, anchor) < distance(best, anchor) ? one : best));
  const all = placesOf(report.text, words.text);
  return all.filter((place) => place.start < block.start).at(-1) ?? all[0];
}

function distance(one: Place, other: Place): number {
  return Math.max(0, one.start - other.end, other.start - one.end);
}
