import type { PredicateSense, Predicates } from "../../knowledge/predicates.ts";
import { EVENT_READINGS, type EventReadings, type Scored, type Tree } from "../../language/index.ts";
import type { EventType } from "../../ontology/index.ts";
import { type Document, read } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";
import { recodedSense, speaksOfSelf } from "./announcing.ts";
import { argumentsOf } from "./arguments/index.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import { proposed, readingOf } from "./ensemble/index.ts";
import { NO_LINE } from "./ensemble/proposed.ts";
import { type World, worldOf } from "./world.ts";

/** What one party does to another in a text, as far as it says so. */
export interface PairReading {
  /** null: nothing. */
  readonly type: EventType | null;
  readonly modes: readonly string[];
  /** 0-1: the type's share of all that could be read. */
  readonly probability: number;
  readonly alternatives: readonly { readonly type: EventType; readonly probability: number }[];
}

const NOTHING: PairReading = { type: null, modes: [], probability: 0.5, alternatives: [] };
/** Less evidence than this is none. */
const LEAST = 0.02;
/** What the model's view of a word counts beside the lexicon's, and from where on its own words count. */
const MODEL = { weight: 1, add: 0.5 };
/** The network's share beside that of the words, and how sure it must be where no word says anything. */
const NETWORK = { weight: 0.4, alone: 0.4 };

/**
 * The event that is asked about by its parties: every word that may state one is weighed by how its arguments meet
 * the two spans and how near it stands to both in the tree. The parties are given, so weaker wordings count too than
 * where the coder has to find them itself.
 */
export function readPair(
  document: Document,
  predicates: Predicates,
  { actor, recipient }: { readonly actor: Span; readonly recipient: Span },
  network: readonly Scored[],
): PairReading {
  const world = worldOf(document);
  const { tree } = world;
  const ends = [tree.range(actor), tree.range(recipient)] as const;
  const sentences = new Set(ends.map(([first]) => tree.tokens[first]?.sentence));
  const totals = new Map<EventType, { score: number; best: number; mode: string }>();
  const taught = read(document, EVENT_READINGS);
  const known = candidatesOf(document, tree, predicates, { strict: false });
  for (const candidate of [...known, ...proposed(known, taught, tree, predicates, MODEL.add)]) {
    if (!sentences.has(tree.tokens[candidate.token]!.sentence)) continue;
    for (const { type, mode, score } of readings(candidate, world, ends, taught)) {
      const known = totals.get(type) ?? { score: 0, best: 0, mode: "" };
      // The model says no mode here: it leaves the lexicon's.
      const isBest = mode !== undefined && score > known.best;
      totals.set(type, {
        score: known.score + score,
        best: isBest ? score : known.best,
        mode: isBest ? mode : known.mode,
      });
    }
  }
  return ranked(totals, network);
}

type Range = readonly [number, number];

function readings(
  candidate: Candidate,
  world: World,
  [actor, recipient]: readonly [Range, Range],
  taught: EventReadings,
): readonly { readonly type: EventType; readonly mode: string | undefined; readonly score: number }[] {
  const { tree } = world;
  const nearness = Math.exp(
    -0.25 * (distance(tree, candidate.token, actor) + distance(tree, candidate.token, recipient)),
  );
  const fits = candidate.senses.map((sense) => {
    const heads = argumentsOf(tree, candidate.token, sense, candidate.extra);
    const doer = heads.actors.some((head) => within(head, actor));
    const target = heads.recipients.some((group) => group.some((head) => within(head, recipient)));
    // The wrong way round: what the one did, the other did not do to it.
    const isDone = heads.actors.some((head) => within(head, recipient));
    const isVictim = heads.recipients.some((group) => group.some((head) => within(head, actor)));
    const fit =
      isDone && isVictim ? 0 : 0.15 + 0.45 * Number(doer) + 0.4 * Number(target) - 0.1 * Number(isDone);
    const actors = heads.actors.map((head) => world.participants.at(head)).filter((index) => index >= 0);
    return { fit: fit * nearness, actors };
  });
  const told = world.factuality.get(candidate.token);
  const speaker = world.attributions[told?.attributions[0] ?? -1];
  const lexicon = candidate.senses.map((sense, rank) => {
    const { fit, actors } = fits[rank]!;
    const isOwnWord = speaksOfSelf(actors, speaker, world);
    const { type, mode } = recodedSense(candidate.token, sense, isOwnWord, world);
    const weight = sense.line === NO_LINE ? 0 : sense.weight;
    return { type, mode, score: weight * fit * 0.6 ** rank * specific(sense) };
  });
  const reading = readingOf(candidate, taught);
  const model = (reading?.types ?? []).map(({ label, probability }) => ({
    type: label as EventType,
    mode: undefined,
    score: MODEL.weight * reading!.probability * probability * fits[0]!.fit,
  }));
  return [...lexicon, ...model];
}

/** A wording of several words is seldom there by chance. */
function specific(sense: PredicateSense): number {
  return sense.with.length > 0 ? 1.4 : 1;
}

function within(head: number, [first, last]: Range): boolean {
  return head >= first && head < last;
}

/** Steps in the tree from a word to the nearest word of a span; 6 if another sentence. */
function distance(tree: Tree, token: number, [first, last]: Range): number {
  if (first >= last) return 6;
  const head = tree.headOf(first, last);
  const up = [token, ...tree.ancestors(token)];
  const other = [head, ...tree.ancestors(head)];
  const meeting = other.findIndex((at) => up.includes(at));
  return meeting < 0 ? 6 : meeting + up.indexOf(other[meeting]!);
}

/** The words' shares and the network's, weighed; where no word says anything, only a network that is sure is believed. */
function ranked(
  totals: ReadonlyMap<EventType, { score: number; mode: string }>,
  network: readonly Scored[],
): PairReading {
  const sum = [...totals.values()].reduce((total, { score }) => total + score, 0);
  const isSaid = [...totals.values()].some(({ score }) => score >= LEAST);
  // What the other does to the one is no word for what the one does to the other, and the network was taught no nothing.
  const isReversed = [...totals.values()].some(({ score }) => score === 0);
  if (!isSaid && (isReversed || (network[0]?.probability ?? 0) < NETWORK.alone)) return NOTHING;
  const weight = network.length === 0 ? 0 : isSaid ? NETWORK.weight : 1;
  const shares = new Map<EventType, number>(
    network.map(({ label, probability }) => [label as EventType, weight * probability]),
  );
  for (const [type, { score }] of isSaid ? totals : [])
    shares.set(type, (shares.get(type) ?? 0) + (1 - weight) * (score / sum));
  const order = [...shares].sort(([, a], [, b]) => b - a);
  const rounded = ([type, share]: readonly [EventType, number]): PairReading["alternatives"][number] => ({
    type,
    probability: Math.round(share * 1000) / 1000,
  });
  const mode = totals.get(order[0]![0])?.mode ?? "";
  return {
    ...rounded(order[0]!),
    modes: mode === "" ? [] : [mode],
    alternatives: order.slice(1, 5).map(rounded),
  };
}
