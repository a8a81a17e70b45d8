import { CODED_BLOCKS, type Report } from "../record/report.ts";
import { fingerprintsOf, shinglesOf } from "./copies.ts";
import type { LinkMaterial } from "./material.ts";

/** Below it a word is more often a small word of its language than one that tells a story. */
const FEWEST_LETTERS = 6;
const NAME_WEIGHT = 1.5;
const FIGURE_WEIGHT = 1;
const WORD_WEIGHT = 0.5;
/** Small words of any language begin most sentences: a capital there is no sign of a name. */
const AFTER_A_STOP = /(?:^|[.!?:;…。！？؟]["'»”’)\]]*\s*|["'«“‘([]\s*|\n\s*)$/u;

/**
 * What linking needs of a report in a language that we cannot read: fingerprints for its copies, and for its story the
 * names, figures and long words as they are written. It has no mentions of events.
 */
export function foreignMaterial(report: Report): LinkMaterial {
  const prints = [...fingerprintsOf([...shinglesOf(report.text)])].filter(Number.isFinite);
  const text = report.blocks
    .filter(({ kind }) => CODED_BLOCKS.has(kind))
    .map((block) => block.text)
    .join("\n");
  return {
    prints: prints.map((print) => print | 0),
    terms: termsOf(text, report.language),
    mentions: [],
  };
}

function termsOf(text: string, language: string): LinkMaterial["terms"] {
  const words = new Intl.Segmenter(segmentedAs(language), { granularity: "word" });
  const counts = new Map<string, { readonly count: number; readonly weight: number }>();
  for (const { segment, index, isWordLike } of words.segment(text)) {
    const weight = isWordLike ? weightOf(segment, text.slice(Math.max(0, index - 12), index)) : 0;
    if (weight === 0) continue;
    const term = segment.toLowerCase();
    const known = counts.get(term);
    counts.set(term, { count: (known?.count ?? 0) + 1, weight: Math.max(known?.weight ?? 0, weight) });
  }
  return Object.fromEntries(
    [...counts].map(([term, { count, weight }]) => [
      term,
      Math.round((1 + Math.log(count)) * weight * 1e4) / 1e4,
    ]),
  );
}

function weightOf(word: string, before: string): number {
  if (/^\p{N}/u.test(word)) return word.length > 1 ? FIGURE_WEIGHT : 0;
  const letters = [...word].length;
  if (/^\p{Lu}/u.test(word) && letters > 2 && !AFTER_A_STOP.test(before)) return NAME_WEIGHT;
  // Scripts that write a word in two or three characters have no small words of six letters.
  const isDense = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(word);
  return letters >= (isDense ? 2 : FEWEST_LETTERS) ? WORD_WEIGHT : 0;
}

/** A language that the runtime does not know is cut as English is: at spaces. */
function segmentedAs(language: string): string {
  try {
    return Intl.Segmenter.supportedLocalesOf([language])[0] ?? "en";
  } catch {
    return "en";
  }
}
