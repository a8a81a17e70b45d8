import type { TimeContext } from "./context.ts";
import type { Meaning } from "./interval.ts";
import { type CompiledRule, compile } from "./rule.ts";
import { EXPLICIT_RULES } from "./rules-explicit.ts";
import { LENGTH_RULES } from "./rules-length.ts";
import { RELATIVE_RULES } from "./rules-relative.ts";

/** An expression found in a sentence: offsets inside it, and what it means. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly meaning: Meaning;
  readonly rule: string;
}

const RULES: readonly CompiledRule[] = compile([...EXPLICIT_RULES, ...RELATIVE_RULES, ...LENGTH_RULES]);

/** Most sentences have no time: this tells them apart cheaply. */
const HINT =
  /\d|day|week|month|year|decade|centur|night|morning|afternoon|evening|hour|minute|spring|summer|autumn|fall|winter|quarter|now|current|present|recent|late|once|soon|previous|former|future|ago|dail|annual|january|february|march|april|may|june|july|august|september|october|november|december|\b(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b/i;

/**
 * The expressions of a sentence, left to right; of overlapping ones the longest, then the rule named first.
 * `contextAt` gives what an expression at an offset counts from; it sees the meanings found before it.
 */
export function findTimes(
  sentence: string,
  contextAt: (offset: number, before: readonly Found[]) => TimeContext,
): readonly Found[] {
  if (!HINT.test(sentence)) return [];
  const text = sentence.replace(/[–—‐‑−]/g, "-").replace(/\s/g, " ");
  const matches = RULES.flatMap((rule) =>
    [...text.matchAll(rule.expression)].map((match) => ({
      rule,
      match,
      start: match.index,
      end: match.index + match[0].trimEnd().length,
    })),
  ).sort((a, b) => a.start - b.start || b.end - a.end);
  const found: Found[] = [];
  let at = 0;
  for (const { rule, match, start, end } of matches) {
    if (start < at) continue;
    const meaning = rule.resolve(match.groups ?? {}, contextAt(start, found));
    if (meaning === undefined) continue;
    found.push({ start, end, meaning, rule: rule.id });
    at = end;
  }
  return found;
}
