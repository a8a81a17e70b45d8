import { loadWordLikeness, type WordLikeness } from "../language/word-likeness.ts";
import { readTable } from "../text/table.ts";
import { averageLink } from "./average-link.ts";
import type { LinkMention } from "./mention.ts";
import { type PairFeatures, pairFeatures } from "./pair-features.ts";
import { stemOf } from "./stem.ts";
import type { Stories } from "./stories.ts";
import { type LinkUse, thresholdOf } from "./uses.ts";

/** Weights of a logistic regression over pair features, fitted on ECB+ train by scripts/fit-pair-weights.ts. */
export interface PairWeights {
  readonly bias: number;
  readonly weights: ReadonlyMap<string, number>;
  /** Of two words, for one of the features. */
  readonly likeness: WordLikeness;
}

const BIAS = "(bias)";

export function loadPairWeights(): PairWeights {
  const rows = readTable("src/linking/data/pair-weights.tsv").map(
    ({ cells }) => [cells.feature!, Number(cells.weight)] as const,
  );
  const weights = new Map(rows);
  return { bias: weights.get(BIAS) ?? 0, weights, likeness: loadWordLikeness() };
}

/** How likely two mentions with these features are one event, 0-1. */
export function probabilityOf(features: PairFeatures, { bias, weights }: PairWeights): number {
  const score = Object.entries(features).reduce(
    (sum, [name, value]) => sum + value * (weights.get(name) ?? 0),
    bias,
  );
  return 1 / (1 + Math.exp(-score));
}

/**
 * What two acts that cannot be one weigh in the mean over a happening: some who are like both must not bring them
 * together. A date, a crowd's country or a "not" that is told parts for good; who somebody is may have been read wrong.
 */
const PARTING: ReadonlyMap<string, number> = new Map([
  ["days-apart", -5],
  ["other-country", -5],
  ["was-and-was-not", -5],
  ["other-speaker", -1],
  ["other-target", -1],
]);

/** How much two mentions speak for one event in the mean over all that tell it: their probability, or what parts them. */
export function likenessOf(features: PairFeatures, weights: PairWeights): number {
  const parting = [...PARTING].flatMap(([name, weight]) => (features[name] === 1 ? [weight] : []));
  return parting.length > 0 ? Math.min(...parting) : probabilityOf(features, weights);
}

/** Features of every pair of mentions whose reports tell one story: the others are never joined. */
export function* pairsOf(
  mentions: readonly LinkMention[],
  { stories, direct, mixed, rarity }: Stories,
  likeness: WordLikeness,
): Iterable<readonly [number, number, PairFeatures]> {
  const storyOf = new Map(stories.flatMap((reports, story) => reports.map((report) => [report, story])));
  const byStory = stories.map((): number[] => []);
  mentions.forEach(({ report }, index) => {
    byStory[storyOf.get(report)!]!.push(index);
  });
  const rarityOfWord = (word: string): number => rarity(stemOf(word));
  for (const members of byStory) {
    for (const [at, one] of members.entries()) {
      for (const other of members.slice(0, at)) {
        const [a, b] = [mentions[one]!, mentions[other]!];
        const context = {
          rarity: rarityOfWord,
          likeness,
          direct: direct[a.report]!.get(b.report) ?? 0,
          mixed: mixed[a.report]!.get(b.report) ?? 0,
        };
        yield [one, other, pairFeatures(a, b, context)];
      }
    }
  }
}

/** Mentions that tell one happening, as lists of their indices. */
export function eventsOf(
  mentions: readonly LinkMention[],
  stories: Stories,
  weights: PairWeights,
  use: LinkUse = "reading",
): readonly (readonly number[])[] {
  const rows = mentions.map((_, index) => new Map([[index, 1]]));
  for (const [a, b, features] of pairsOf(mentions, stories, weights.likeness)) {
    const likeness = likenessOf(features, weights);
    rows[a]!.set(b, likeness);
    rows[b]!.set(a, likeness);
  }
  return averageLink(rows, thresholdOf(use));
}
