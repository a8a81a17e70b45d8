import { ENTITIES, TOKENS } from "../language/layers.ts";
import { type Document, read } from "../text/document.ts";
import { readTable } from "../text/table.ts";
import { stemOf } from "./stem.ts";

/** What a report is about, for comparing it with others. */
export interface ReportProfile {
  /** Terms (stems and pairs of neighbouring stems) with the weight of their frequency, not yet of their rarity. */
  readonly terms: ReadonlyMap<string, number>;
  /** Day of publication, YYYY-MM-DD. */
  readonly day: string | undefined;
}

const CONTENT = new Set(["NOUN", "PROPN", "VERB", "ADJ", "NUM"]);
/** News says the main thing first: a word of the first two sentences counts half as much again. */
const LEAD_SENTENCES = 2;
const LEAD_WEIGHT = 1.5;
/** Names tell two stories of one kind apart. */
const NAME_WEIGHT = 1.5;
const PAIR_WEIGHT = 0.5;

export function profileOf(document: Document, day: string | undefined): ReportProfile {
  const tokens = read(document, TOKENS);
  const named = new Set(
    read(document, ENTITIES).flatMap(({ first, last }) =>
      Array.from({ length: last - first }, (_, index) => first + index),
    ),
  );
  const counts = new Map<string, number>();
  const weights = new Map<string, number>();
  const add = (term: string, count: number, weight: number): void => {
    counts.set(term, (counts.get(term) ?? 0) + count);
    weights.set(term, Math.max(weights.get(term) ?? 0, weight));
  };
  let before: { readonly index: number; readonly stem: string } | undefined;
  tokens.forEach((token, index) => {
    if (!CONTENT.has(token.upos) || !/[\p{L}\p{N}]/u.test(token.lemma)) return;
    const stem = stemOf(token.lemma);
    const isName = token.upos === "PROPN" || named.has(index);
    add(stem, token.sentence < LEAD_SENTENCES ? LEAD_WEIGHT : 1, isName ? NAME_WEIGHT : 1);
    if (before?.index === index - 1) add(`${before.stem} ${stem}`, 1, PAIR_WEIGHT);
    before = { index, stem };
  });
  const terms = new Map(
    [...counts].map(([term, count]) => [term, (1 + Math.log(count)) * weights.get(term)!]),
  );
  return { terms, day };
}

/**
 * Reports on anything that are thought to stand around those at hand. A store about one happening has no others, and
 * without them the words that all its reports share would count for nothing. Tuned with the threshold of stories.
 */
const REPORTS_AROUND = 400;
/** Stems that such reports have, with the share of those that have them; any other is in none of them. */
let common: ReadonlyMap<string, number> | undefined;

/** How rare a term is among these reports and those around them: ln of how many there are to one that has it. */
export function rarityOf(profiles: readonly ReportProfile[]): (term: string) => number {
  common ??= new Map(
    readTable("src/linking/data/common-stems.tsv").map(({ cells }) => [cells.stem!, Number(cells.share)]),
  );
  const elsewhere = common;
  const counts = new Map<string, number>();
  for (const { terms } of profiles)
    for (const term of terms.keys()) counts.set(term, (counts.get(term) ?? 0) + 1);
  const all = profiles.length + REPORTS_AROUND + 1;
  return (term) => Math.log(all / ((counts.get(term) ?? 1) + REPORTS_AROUND * (elsewhere.get(term) ?? 0)));
}
