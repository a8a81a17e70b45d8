import { leadsToName } from "./abbreviations.ts";
import type { Encoded } from "./encode.ts";
import { tellEvents, type WordReading } from "./event-readings.ts";
import { withRoles as withEventRoles } from "./event-roles.ts";
import { indicesOf, type Range } from "./range.ts";
import type { Numbers, Runtime } from "./runtime.ts";
import { spanningTree } from "./spanning-tree.ts";
import { tiesOf } from "./ties.ts";
import { type BioScheme, bioScheme, type Stretch, viterbi } from "./viterbi.ts";
import type { Window } from "./windows.ts";

/** Everything decoded of one window. Word indices are 0-based inside the window; head -1 is the root. */
export interface DecodedWindow {
  readonly window: Window;
  /** Words of the window, from 0. */
  readonly sentences: readonly Range[];
  readonly heads: Int32Array;
  readonly deprels: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly lemmaRules: readonly string[];
  readonly entities: readonly Stretch[];
  readonly predicates: readonly { readonly word: number; readonly roles: readonly Stretch[] }[];
  /** Words that may state an event. */
  readonly told: readonly WordReading[];
  readonly vectors: readonly Float32Array[];
}

type Labels = Runtime["description"]["labels"];

/** Schemes for names and roles; made once a model. */
export interface Schemes {
  readonly entity: BioScheme;
  readonly role: BioScheme;
}

export function schemesOf(labels: Labels): Schemes {
  return { entity: bioScheme(labels.entity), role: bioScheme(labels.role) };
}

/** What is decoded beside words, trees and names. */
export interface Wanted {
  readonly roles: boolean;
  readonly events: boolean;
}

/** Sentences and trees from the scores, then one call for labels and roles, and those for events. */
export async function decode(
  window: Window,
  encoded: Encoded,
  runtime: Runtime,
  schemes: Schemes,
  wanted: Wanted,
): Promise<DecodedWindow> {
  const labels = runtime.description.labels;
  const plain = decodeWords(window, encoded, labels, schemes);
  const asked = wanted.roles ? plain.predicates : [];
  const { label, roles } = await runtime.structure({
    words: encoded.words,
    heads: column([0, ...Array.from(plain.heads, (head) => head + 1)]),
    ...pairsOf(plain.heads, asked),
  });
  const told = wanted.events ? await tellEvents(encoded, plain.upos, runtime) : undefined;
  return {
    ...plain,
    told: told === undefined ? [] : await withEventRoles(told, plain.sentences, encoded, runtime),
    deprels: window.words.map((_, word) =>
      bestDeprel(
        label!.data as Float32Array,
        (word + 1) * labels.deprel.length,
        labels.deprel,
        plain.heads[word]! < 0,
      ),
    ),
    predicates: predicatesOf(asked, roles!.data as Float32Array, schemes.role),
  };
}

interface Asked {
  readonly word: number;
  readonly sentence: Range;
}

/** Every word of a predicate's sentence beside the predicate, one sentence after the other, places as the network counts. */
function pairsOf(heads: Int32Array, asked: readonly Asked[]): Readonly<Record<string, Numbers>> {
  const count = asked.reduce((sum, { sentence }) => sum + sentence.last - sentence.first, 0);
  const pairs = { asked: column(count), word: column(count), top: column(count), tie: column(count) };
  let at = 0;
  for (const { word, sentence } of asked) {
    const { tops, codes } = tiesOf(heads, word, sentence);
    for (let index = 0; index < tops.length; index += 1, at += 1) {
      pairs.asked.data[at] = word + 1;
      pairs.word.data[at] = sentence.first + index + 1;
      pairs.top.data[at] = tops[index]! + 1;
      pairs.tie.data[at] = codes[index]!;
    }
  }
  return pairs;
}

function predicatesOf(
  asked: readonly Asked[],
  scores: Float32Array,
  scheme: BioScheme,
): DecodedWindow["predicates"] {
  let from = 0;
  return asked.map(({ word, sentence: { first, last } }) => {
    const roles = viterbi(scores, from * scheme.labels.length, last - first, scheme);
    from += last - first;
    return {
      word,
      roles: roles.map((role) => ({ ...role, first: role.first + first, last: role.last + first })),
    };
  });
}

interface PlainWindow extends Omit<DecodedWindow, "deprels" | "predicates" | "told"> {
  readonly predicates: readonly Asked[];
}

function decodeWords(window: Window, encoded: Encoded, labels: Labels, schemes: Schemes): PlainWindow {
  const { width } = encoded;
  const at = (word: number): number => word + 1;
  const count = window.words.length;
  const pick = (scores: Float32Array, names: readonly string[]): readonly string[] =>
    window.words.map((_, word) => names[argmax(scores, at(word) * names.length, names.length)]!);
  const upos = pick(encoded.upos, labels.upos);
  const sentences = sentencesOf(window, (word) => encoded.start[at(word)]! > 0);
  const heads = new Int32Array(count);
  for (const { first, last } of sentences) {
    const score = (dependent: number, head: number): number =>
      encoded.arc[at(first + dependent - 1) * width + (head === 0 ? 0 : first + head)]!;
    const tree = spanningTree(last - first, score);
    for (let index = 1; index <= last - first; index += 1) {
      heads[first + index - 1] = tree[index] === 0 ? -1 : first + tree[index]! - 1;
    }
  }
  return {
    window,
    sentences,
    heads,
    upos,
    xpos: pick(encoded.xpos, labels.xpos),
    lemmaRules: pick(encoded.lemma, labels.lemma),
    entities: sentences.flatMap(({ first, last }) =>
      viterbi(encoded.entity, at(first) * labels.entity.length, last - first, schemes.entity).map(
        (found) => ({
          ...found,
          first: found.first + first,
          last: found.last + first,
        }),
      ),
    ),
    predicates: sentences.flatMap((sentence) =>
      indicesOf(sentence)
        .filter((word) => encoded.predicate[at(word)]! > 0 && upos[word] !== "AUX")
        .map((word) => ({ word, sentence })),
    ),
    vectors: sentences.map((sentence) => meanVector(encoded, at, sentence)),
  };
}

/**
 * A sentence starts where a paragraph begins and where the model says so, but never between a title and its name, nor
 * behind a comma that ends more than a greeting.
 */
function sentencesOf(window: Window, starts: (word: number) => boolean): readonly Range[] {
  const { words, breaks } = window;
  const firsts = [0];
  for (let word = 1; word < words.length; word += 1) {
    const before = words[word - 1]!.text;
    const goesOn = leadsToName(before) || (before === "," && word - firsts.at(-1)! > GREETING);
    if (breaks.has(word) || (starts(word) && !goesOn)) firsts.push(word);
  }
  return firsts.map((first, index) => ({ first, last: firsts[index + 1] ?? words.length }));
}

/** Words of the longest greeting, its comma included: "Dear Mr. and Mrs. Ode,". */
const GREETING = 6;

/** Mean of the word vectors, brought to unit length. */
function meanVector(encoded: Encoded, at: (word: number) => number, sentence: Range): Float32Array {
  const size = encoded.words.dims[2]!;
  const data = encoded.words.data as Float32Array;
  const mean = new Float32Array(size);
  for (let word = sentence.first; word < sentence.last; word += 1) {
    const base = at(word) * size;
    for (let index = 0; index < size; index += 1) mean[index]! += data[base + index]!;
  }
  const length = Math.hypot(...mean) || 1;
  return mean.map((value) => value / length);
}

/** `root` is for roots and for nothing else. */
function bestDeprel(scores: Float32Array, base: number, names: readonly string[], isRoot: boolean): string {
  if (isRoot) return "root";
  let best = -1;
  for (let index = 0; index < names.length; index += 1) {
    if (names[index] !== "root" && (best < 0 || scores[base + index]! > scores[base + best]!)) best = index;
  }
  return names[best]!;
}

function argmax(values: Float32Array, base: number, count: number): number {
  let best = 0;
  for (let index = 1; index < count; index += 1)
    if (values[base + index]! > values[base + best]!) best = index;
  return best;
}

/** Whole numbers for the network, or room for that many. */
function column(values: readonly number[] | number): { dims: readonly number[]; data: Int32Array } {
  const data = typeof values === "number" ? new Int32Array(values) : Int32Array.from(values);
  return { dims: [data.length], data };
}
