import type { Report } from "../record/report.ts";
import { fail, type KhaldunError } from "../text/errors.ts";

/** Letters below which a guess is worth nothing. */
const FEWEST_LETTERS = 40;
/** Certainty from which a foreign language is refused. */
const CERTAIN = 0.5;
/** Small words that make up a fifth of English prose, and hardly a hundredth of any other language's. */
const SMALL_WORDS = new Set("the of to and that with said from by which their were".split(" "));
const PLAIN_SHARE = 0.12;
const FEWEST_WORDS = 30;

/** A language that is not coded, as a code of two letters, or `und` for one that only its script tells; and the error. */
export interface Foreign {
  readonly language: string;
  readonly error: KhaldunError;
}

/** What a report that is not in English is in; undefined if it is in English, or too short to tell. */
export async function foreignLanguage(report: Report): Promise<Foreign | undefined> {
  const sample = report.blocks
    .filter((block) => block.kind === "body" || block.kind === "headline")
    .map((block) => block.text)
    .join(" ")
    .slice(0, 3000);
  const letters = sample.replace(/[^\p{L}]/gu, "");
  if (letters.length < FEWEST_LETTERS) return undefined;
  if (isPlainEnglish(sample)) return undefined;
  // Half a second to load: only where there is a doubt.
  const { eld } = await import("eld/small");
  const guess = eld.detect(sample);
  if (guess.language === "en" || guess.language === "")
    return isLatin(letters)
      ? undefined
      : { language: "und", error: fail("K201", { language: "another script", confidence: "full" }) };
  const english = guess.getScores().en ?? 0;
  const best = guess.getScores()[guess.language] ?? 0;
  const isUnsure = best < CERTAIN || best - english < 0.1;
  if (isUnsure && isLatin(letters)) return undefined;
  const { language } = guess;
  return { language, error: fail("K201", { language, confidence: best.toFixed(2) }) };
}

/** Enough words, and enough of them English small words, to be sure without a model. */
export function isPlainEnglish(sample: string): boolean {
  const words = sample.toLowerCase().match(/\p{L}+/gu) ?? [];
  const small = words.filter((word) => SMALL_WORDS.has(word)).length;
  return words.length >= FEWEST_WORDS && small >= words.length * PLAIN_SHARE;
}

function isLatin(letters: string): boolean {
  return letters.replace(/[^\p{Script=Latin}]/gu, "").length > letters.length / 2;
}
