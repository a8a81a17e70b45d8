import type { Encoded } from "./encode.ts";
import type { WordRole } from "./event-roles.ts";
import type { ModelDescription } from "./runtime.ts";
import { softmax } from "./softmax.ts";

/** A label with its probability. */
export interface Scored {
  readonly label: string;
  readonly probability: number;
}

/** What the model holds that one word of a window tells of an event; the word's place is 0-based in the window. */
export interface WordReading {
  readonly word: number;
  /** That it states a political event at all. */
  readonly probability: number;
  /** Each given that it does; the likeliest first, what is unlikely left out. */
  readonly types: readonly Scored[];
  readonly modes: readonly Scored[];
  readonly factuality: readonly Scored[];
  readonly phases: readonly Scored[];
  /** What the words near it are to the event; empty where that was not asked. */
  readonly roles: readonly WordRole[];
}

/** Words less likely to state an event than this have no reading. */
export const LEAST = 0.02;
const UNLIKELY = 0.03;
/** Only these state events; the model was taught nothing of the others. */
const STATING: ReadonlySet<string> = new Set(["VERB", "NOUN", "PROPN", "ADJ"]);

/** Readings of the words of one window; none where the model has no such heads. */
export function wordReadings(
  encoded: Encoded,
  labels: ModelDescription["labels"],
  at: (word: number) => number,
  upos: readonly string[],
): readonly WordReading[] {
  const { told } = encoded;
  if (told === undefined || labels.event === undefined) return [];
  const types = labels.event;
  return upos.flatMap((tag, word) => {
    if (!STATING.has(tag)) return [];
    const probabilities = softmax(told.event, at(word) * types.length, types.length);
    const probability = 1 - probabilities[0]!;
    if (probability < LEAST) return [];
    const scored = (scores: Float32Array, names: readonly string[] = []): readonly Scored[] =>
      likely(softmax(scores, at(word) * names.length, names.length), names);
    return [
      {
        word,
        probability,
        types: likely(
          probabilities.slice(1).map((one) => one / probability),
          types.slice(1),
        ),
        modes: scored(told.mode, labels.mode),
        factuality: scored(told.factuality, labels.factuality),
        phases: scored(told.phase, labels.phase),
        roles: [],
      },
    ];
  });
}

function likely(probabilities: Float32Array, labels: readonly string[]): readonly Scored[] {
  return labels
    .map((label, index) => ({ label, probability: probabilities[index]! }))
    .filter((one) => one.probability >= UNLIKELY)
    .sort((a, b) => b.probability - a.probability);
}
