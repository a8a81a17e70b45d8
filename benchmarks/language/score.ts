import { SENTENCES, TOKENS, type Token } from "../../src/language/index.ts";
import { type Document, read } from "../../src/text/document.ts";
import type { Span } from "../../src/text/span.ts";
import type { GoldDocument } from "./conllu.ts";

/** Right answers, answers given, answers wanted. */
export interface Tally {
  hits: number;
  found: number;
  gold: number;
}

export type Tallies = Record<"sentences" | "tokens" | "upos" | "lemmas" | "uas" | "las", Tally>;

export function emptyTally(): Tally {
  return { hits: 0, found: 0, gold: 0 };
}

export function emptyTallies(): Tallies {
  return {
    sentences: emptyTally(),
    tokens: emptyTally(),
    upos: emptyTally(),
    lemmas: emptyTally(),
    uas: emptyTally(),
    las: emptyTally(),
  };
}

/** Per cent. */
export function f1({ hits, found, gold }: Tally): number {
  return (200 * hits) / Math.max(1, found + gold);
}

export function keyOf({ start, end }: Span): string {
  return `${start}-${end}`;
}

/** Adds the members of `found` that are in `gold`. */
export function addSets(tally: Tally, found: ReadonlySet<string>, gold: ReadonlySet<string>): void {
  for (const one of found) if (gold.has(one)) tally.hits += 1;
  tally.found += found.size;
  tally.gold += gold.size;
}

/** Words count only with equal characters, arcs only if the head's characters are equal too (CoNLL 2018). */
export function addDocument(tallies: Tallies, gold: GoldDocument, document: Document): void {
  const tokens = read(document, TOKENS);
  addSets(
    tallies.sentences,
    new Set(read(document, SENTENCES).map(keyOf)),
    new Set(gold.sentences.map(keyOf)),
  );
  const mine = new Map(tokens.map((token) => [keyOf(token), token]));
  for (const tally of [tallies.tokens, tallies.upos, tallies.lemmas, tallies.uas, tallies.las]) {
    tally.found += tokens.length;
    tally.gold += gold.words.length;
  }
  for (const word of gold.words) {
    const token = mine.get(keyOf(word));
    if (token === undefined) continue;
    tallies.tokens.hits += 1;
    if (token.upos === word.upos) tallies.upos.hits += 1;
    if (token.lemma === word.lemma) tallies.lemmas.hits += 1;
    if (headKey(tokens, token.head) !== headKey(gold.words, word.head)) continue;
    tallies.uas.hits += 1;
    if (universal(token.deprel) === universal(word.deprel)) tallies.las.hits += 1;
  }
}

function headKey(words: readonly (Span | Token)[], head: number): string {
  return head < 0 ? "root" : keyOf(words[head]!);
}

/** The relation without its subtype. */
function universal(deprel: string): string {
  return deprel.replace(/:.*/, "");
}
