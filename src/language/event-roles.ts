import { type Encoded, padded } from "./encode.ts";
import type { ToldWindow, WordReading } from "./event-readings.ts";
import type { Numbers, Runtime } from "./runtime.ts";
import { softmax } from "./softmax.ts";

/** What a word near an event is to it, as probabilities. The word's place is 0-based in the window. */
export interface WordRole {
  readonly word: number;
  readonly actor: number;
  readonly recipient: number;
  readonly place: number;
  readonly time: number;
}

/** Words less likely to state an event are not asked who and whom. */
const ASKED = 0.3;
/** Words that are less likely to be anything to an event are left out. */
const LEAST = 0.03;

/**
 * The readings of a window with what the words near each are to it: those of its sentence and of the one before, as the
 * network was taught. One call for the whole window.
 */
export async function withRoles(
  { readings, vectors }: ToldWindow,
  sentences: readonly { readonly first: number; readonly last: number }[],
  encoded: Encoded,
  runtime: Runtime,
): Promise<readonly WordReading[]> {
  const { labels, limits } = runtime.description;
  const asked = readings.filter((one) => one.probability >= ASKED);
  if (labels.eventRole === undefined || asked.length === 0) return readings;
  const near = asked.map((one) => nearOf(one.word, sentences, limits.roleReach ?? 0));
  const longest = Math.max(...near.map(({ first, last }) => last - first));
  const rows = near.map(({ first, last }) => Array.from({ length: last - first }, (_, at) => first + at + 1));
  const { roles } = await runtime.eventRoles({
    words: encoded.words,
    told: vectors,
    asked: vector(asked.map((one) => one.word + 1)),
    positions: padded(rows, longest, 0),
    mask: padded(
      rows.map((row) => row.map(() => 1)),
      longest,
      0,
    ),
  });
  const scores = roles!.data as Float32Array;
  const byWord = new Map(
    asked.map((one, row) => [one.word, rolesOf(scores, row * longest, near[row]!, labels.eventRole!)]),
  );
  return readings.map((one) => ({ ...one, roles: byWord.get(one.word) ?? [] }));
}

function nearOf(
  word: number,
  sentences: readonly { readonly first: number; readonly last: number }[],
  reach: number,
): { readonly first: number; readonly last: number } {
  const own = sentences.findIndex(({ first, last }) => word >= first && word < last);
  const begin = sentences[Math.max(0, own - 1)]!.first;
  return {
    first: Math.max(begin, word + 1 - reach, 0),
    last: Math.min(sentences[own]!.last, word + 1 + reach),
  };
}

function rolesOf(
  scores: Float32Array,
  row: number,
  near: { readonly first: number; readonly last: number },
  labels: readonly string[],
): readonly WordRole[] {
  const at = (label: string): number => labels.indexOf(label);
  const [actor, recipient, place, time] = [at("actor"), at("recipient"), at("place"), at("time")];
  return Array.from({ length: near.last - near.first }, (_, index) => {
    const own = softmax(scores, (row + index) * labels.length, labels.length);
    return {
      word: near.first + index,
      actor: own[actor]!,
      recipient: own[recipient]!,
      place: own[place]!,
      time: own[time]!,
    };
  }).filter((one) => Math.max(one.actor, one.recipient, one.place, one.time) >= LEAST);
}

function vector(values: readonly number[]): Numbers {
  return { dims: [values.length], data: BigInt64Array.from(values, BigInt) };
}
