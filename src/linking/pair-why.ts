import { decidedPairs } from "./decided.ts";
import { likenessOf, type PairWeights, pairsOf, probabilityOf } from "./events.ts";
import { mentionOf } from "./material.ts";
import type { PairFeatures } from "./pair-features.ts";
import type { LinkWindow, WindowMention } from "./place.ts";
import { STORY_THRESHOLD, storiesOf } from "./stories.ts";
import { type LinkUse, thresholdOf } from "./uses.ts";

/** One thing that two mentions have in common or not, and what it adds to the log-odds of their being one event. */
export interface PairEvidence {
  readonly feature: string;
  readonly value: number;
  readonly effect: number;
}

/** Why two mentions were joined, or why not. */
export interface PairWhy {
  readonly joined: boolean;
  readonly why: string;
  /** Their reports, 0-1: how alike, with the nearest reports of either. */
  readonly reportsAlike: number;
  /** Of the two alone, 0-1; absent if their reports tell different stories. */
  readonly probability?: number;
  /** Over all pairs of what tells either happening; what is joined is at least `threshold` in the mean. */
  readonly meanProbability?: number;
  readonly threshold: number;
  /** What speaks for it and against it, the strongest first. */
  readonly evidence: readonly PairEvidence[];
}

/** Undefined if one of the two is not among the mentions of the window. */
export async function whyPair(
  window: LinkWindow,
  first: string,
  second: string,
  weights: PairWeights,
  use: LinkUse = "reading",
): Promise<PairWhy | undefined> {
  const reports = [...window.reports].sort((a, b) => (a.key < b.key ? -1 : 1));
  const indexOf = new Map(reports.map(({ key }, index) => [key, index]));
  const { mentions } = await window.mentions(reports.map(({ key }) => key));
  const [a, b] = [first, second].map((event) => mentions.find(({ material }) => material.event === event));
  if (a === undefined || b === undefined) return undefined;
  const stories = storiesOf(
    reports.map(({ terms, day }) => ({ terms: new Map(Object.entries(terms)), day })),
    decidedPairs(
      reports.map(({ key }) => key),
      window.decisions,
    ),
  );
  const sides = [tellersOf(a, mentions), tellersOf(b, mentions)] as const;
  const all = [...new Set(sides.flat())];
  const pairs = [
    ...pairsOf(
      all.map(({ material, report }) => mentionOf(material, indexOf.get(report)!)),
      stories,
      weights.likeness,
    ),
  ];
  const between = pairs.filter(
    ([one, other]) =>
      (sides[0].includes(all[one]!) && sides[1].includes(all[other]!)) ||
      (sides[1].includes(all[one]!) && sides[0].includes(all[other]!)),
  );
  const own = pairs.find(([one, other]) => [all[one], all[other]].every((it) => it === a || it === b));
  const likely = between.map(([, , features]) => likenessOf(features, weights));
  const joined = a.happening !== undefined && a.happening === b.happening;
  const facts = {
    joined,
    reportsAlike: rounded(stories.mixed[indexOf.get(a.report)!]!.get(indexOf.get(b.report)!) ?? 0),
    threshold: thresholdOf(use),
    ...(own === undefined ? {} : { probability: rounded(probabilityOf(own[2], weights)) }),
    ...(likely.length === 0
      ? {}
      : {
          // What cannot be one event weighs more than nothing, which a reader need not know.
          meanProbability: rounded(Math.max(0, likely.reduce((sum, one) => sum + one, 0) / likely.length)),
        }),
    evidence: own === undefined ? [] : evidenceOf(own[2], weights),
  };
  return { ...facts, why: inWords(facts) };
}

/** All mentions that tell the happening of one, itself among them. */
function tellersOf(one: WindowMention, mentions: readonly WindowMention[]): readonly WindowMention[] {
  return mentions.filter(
    (other) => other === one || (one.happening !== undefined && other.happening === one.happening),
  );
}

function evidenceOf(features: PairFeatures, { bias, weights }: PairWeights): readonly PairEvidence[] {
  const told = Object.entries(features).map(([feature, value]) => ({
    feature,
    value: rounded(value),
    effect: rounded(value * (weights.get(feature) ?? 0)),
  }));
  return [{ feature: "(bias)", value: 1, effect: rounded(bias) }, ...told]
    .filter(({ effect }) => effect !== 0)
    .sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect));
}

function inWords({
  joined,
  reportsAlike,
  probability,
  meanProbability,
  threshold,
  evidence,
}: Omit<PairWhy, "why">): string {
  const begins = joined ? "joined" : "not joined";
  if (probability === undefined)
    return `${begins}: their reports tell different stories (alike ${reportsAlike}, from ${STORY_THRESHOLD} on in the mean over a story)`;
  const side = evidence.filter(({ effect, feature }) => feature !== "(bias)" && effect > 0 === joined);
  const said = side
    .slice(0, 3)
    .map(({ feature }) => feature)
    .join(", ");
  const strongest = said === "" ? "" : `; most for that: ${said}`;
  if (!joined && probability >= threshold)
    return `${begins}: alone they would be (${probability}), but not with the others that tell either (${meanProbability} in the mean, from ${threshold} on)${strongest}`;
  return `${begins}: ${probability} likely to be one event, ${meanProbability} in the mean over all that tell either, from ${threshold} on${strongest}`;
}

function rounded(value: number): number {
  return Math.round(value * 1000) / 1000;
}
