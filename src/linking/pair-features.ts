import { loadReporting } from "../knowledge/reporting.ts";
import type { WordLikeness } from "../language/word-likeness.ts";
import { actFeatures } from "./acts.ts";
import type { LinkMention } from "./mention.ts";

/** What two mentions have in common, by name; every value about 0-1. The names stand in data/pair-weights.tsv. */
export type PairFeatures = Readonly<Record<string, number>>;

export interface PairContext {
  /** How rare a stem is among the reports: ln((N + 1) / n). */
  readonly rarity: (stem: string) => number;
  /** Likeness of two words, -1 to 1. */
  readonly likeness: WordLikeness;
  /** Likeness of the two reports, 0-1: directly, and with their neighbours. */
  readonly direct: number;
  readonly mixed: number;
}

/** Verbs and nouns that may stand for anything: being the same word says little. */
const LIGHT = new Set("say tell report announce be have do make take get go come".split(" "));

let sayings: ReadonlySet<string> | undefined;

/** Who says, accuses or denies is what such an act consists of: two who do are two acts. */
function isSaying(lemma: string): boolean {
  sayings ??= new Set((({ verbs, attitudes }) => [...verbs.keys(), ...attitudes.keys()])(loadReporting()));
  return sayings.has(lemma);
}

export function pairFeatures(a: LinkMention, b: LinkMention, context: PairContext): PairFeatures {
  const isSameLemma = a.lemma === b.lemma;
  const isSameStem = a.stem === b.stem;
  const isSameReport = a.report === b.report;
  const share = (one: ReadonlySet<string>, other: ReadonlySet<string>): number | undefined =>
    overlap(one, other, context.rarity);
  const words = share(a.context, b.context) ?? 0;
  const names = share(a.names, b.names);
  const figures = share(a.figures, b.figures);
  const agents = share(a.agent, b.agent);
  const patients = share(a.patient, b.patient);
  const dependents = share(a.dependents, b.dependents);
  const where = share(a.where, b.where);
  const when = share(a.when, b.when);
  const stemmed = (value: number | undefined): number => (isSameStem ? (value ?? 0) : 0);
  return {
    "same-lemma": flag(isSameLemma),
    "same-stem": flag(isSameStem),
    "common-word": flag([...a.words].some((word) => b.words.has(word))),
    "rarity-of-lemma": isSameLemma ? context.rarity(a.stem) / 6 : 0,
    "lemmas-alike": isSameStem ? 0 : context.likeness(a.lemma, b.lemma),
    "light-lemma": flag(isSameLemma && LIGHT.has(a.lemma)),
    "same-part-of-speech": flag(a.isVerb === b.isVerb),
    "both-verbs": flag(a.isVerb && b.isVerb),
    "same-report": flag(isSameReport),
    "same-report-and-lemma": flag(isSameReport && isSameLemma),
    "same-sentence": flag(isSameReport && a.sentence === b.sentence),
    "reports-alike": context.direct,
    "reports-alike-and-stem": stemmed(context.direct),
    "reports-near": context.mixed,
    "words-shared": words,
    "words-shared-and-stem": stemmed(words),
    "names-shared": names ?? 0,
    "names-shared-and-stem": stemmed(names),
    "names-differ": flag(names === 0),
    "figures-shared": flag((figures ?? 0) > 0),
    "figures-differ": flag(figures === 0),
    "agents-shared": flag((agents ?? 0) > 0),
    "agents-differ": flag(agents === 0),
    "agents-shared-and-stem": stemmed(agents),
    "agents-differ-and-saying": flag(agents === 0 && isSaying(a.lemma) && isSaying(b.lemma)),
    "other-speaker": flag(
      a.speakers !== undefined &&
        b.speakers !== undefined &&
        !a.speakers.some((party) => b.speakers!.includes(party)),
    ),
    ...actFeatures(a, b),
    "patients-shared": flag((patients ?? 0) > 0),
    "patients-differ": flag(patients === 0),
    "patients-shared-and-stem": stemmed(patients),
    "dependents-shared": flag((dependents ?? 0) > 0),
    "dependents-differ": flag(dependents === 0),
    "dependents-shared-and-stem": stemmed(dependents),
    "places-shared": flag((where ?? 0) > 0),
    "places-differ": flag(where === 0),
    "times-shared": flag((when ?? 0) > 0),
    "times-differ": flag(when === 0),
    "told-beside": flag(a.context.has(b.lemma) || b.context.has(a.lemma)),
    "sentences-alike": dot(a.vector, b.vector),
    "same-governor": flag(a.governor !== "" && a.governor === b.governor),
    "later-sentence": Math.max(a.sentence, b.sentence) / 10,
    "earlier-sentence": Math.min(a.sentence, b.sentence) / 10,
  };
}

function flag(value: boolean): number {
  return value ? 1 : 0;
}

/** Rarity of the words in common as a share of the smaller set's; undefined if either is empty. */
function overlap(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  rarity: (stem: string) => number,
): number | undefined {
  if (a.size === 0 || b.size === 0) return undefined;
  const sum = (words: Iterable<string>): number =>
    [...words].reduce((total, word) => total + rarity(word), 0);
  return sum([...a].filter((word) => b.has(word))) / (Math.min(sum(a), sum(b)) || 1);
}

function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += a[index]! * b[index]!;
  return sum;
}
