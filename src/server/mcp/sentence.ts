import type { Report } from "../../record/report.ts";
import { type Quote, quote, type Span } from "../../text/span.ts";

/** Longest sentence that is given whole. */
const LONGEST = 500;

/** Where a sentence ends hardly differs from one language to another. */
const SENTENCES = new Intl.Segmenter("en", { granularity: "sentence" });

/** The sentence of a report in which some words stand; of words in several sentences all of them. */
export function sentenceAround({ text, blocks }: Pick<Report, "text" | "blocks">, words: Span): Quote {
  const block = blocks.find(({ start, end }) => start <= words.start && words.start < end);
  const { start: from, end: to } = block ?? { start: 0, end: text.length };
  const touched = [...SENTENCES.segment(text.slice(from, to))]
    .map(({ index, segment }) => ({ start: from + index, end: from + index + segment.trimEnd().length }))
    .filter(({ start, end }) => start < words.end && words.start < end);
  const sentence = { start: touched[0]?.start ?? words.start, end: touched.at(-1)?.end ?? words.end };
  return quote(text, sentence.end - sentence.start <= LONGEST ? sentence : around(text, words, sentence));
}

/** What stands on either side of the words within an endless sentence, in whole words. */
function around(text: string, words: Span, sentence: Span): Span {
  const before = text.slice(Math.max(sentence.start, words.start - LONGEST / 2), words.start);
  const after = text.slice(words.end, Math.min(sentence.end, words.end + LONGEST / 2));
  return {
    start: words.start - before.replace(/^\S*\s/, "").length,
    end: words.end + after.replace(/\s\S*$/, "").length,
  };
}
