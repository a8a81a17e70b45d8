import type { Encoded } from "./encode.ts";
import type { WordRole } from "./event-roles.ts";
import type { Numbers, Runtime } from "./runtime.ts";
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

/** What the heads for events say of a window. */
export interface ToldWindow {
  readonly readings: readonly WordReading[];
  /** Of the words, after the layers that these heads have of their own. */
  readonly vectors: Numbers;
}

/** Readings of the words of one window, whose tags are `upos`; undefined where the model has no such heads. */
export async function tellEvents(
  encoded: Encoded,
  upos: readonly string[],
  runtime: Runtime,
): Promise<ToldWindow | undefined> {
  const { labels } = runtime.description;
  if (labels.event === undefined) return undefined;
  const result = await runtime.events({ shared: encoded.shared, first: encoded.first });
  const floats = (name: string): Float32Array => result[name]!.data as Float32Array;
  const told = {
    event: floats("event"),
    mode: floats("mode"),
    factuality: floats("factuality"),
    phase: floats("phase"),
  };
  return { readings: wordReadings(told, labels, upos), vectors: result.told! };
}

function wordReadings(
  told: Readonly<Record<"event" | "mode" | "factuality" | "phase", Float32Array>>,
  labels: Runtime["description"]["labels"],
  upos: readonly string[],
): readonly WordReading[] {
  const types = labels.event ?? [];
  // The first row is the root's.
  const at = (word: number): number => word + 1;
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
