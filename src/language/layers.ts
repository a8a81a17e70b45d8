import { type Layer, layer } from "../text/document.ts";
import type { Span } from "../text/span.ts";
import type { WordReading } from "./event-readings.ts";
import type { WordRole } from "./event-roles.ts";

/** A word of the UD English scheme, with its place in the tree of its sentence. */
export interface Token extends Span {
  /** The word as the model sees it: the slice with quotes, dashes and invisible characters normalised. */
  readonly text: string;
  readonly lemma: string;
  /** Universal part of speech. */
  readonly upos: string;
  /** Penn Treebank tag (VBD, VBN, NNS …): tense and number for the rules. */
  readonly xpos: string;
  /** Index of the head in the document's token list; -1 for the root of a sentence. */
  readonly head: number;
  /** UD 2 relation to the head, with subtype: `nsubj:pass`. */
  readonly deprel: string;
  /** Index of the sentence it belongs to. */
  readonly sentence: number;
}

/** A sentence: its characters and its half-open token range. */
export interface Sentence extends Span {
  readonly first: number;
  readonly last: number;
  /** Token index of its root. */
  readonly root: number;
}

export const ENTITY_TYPES = ["PER", "ORG", "LOC", "MISC"] as const;
export type EntityType = (typeof ENTITY_TYPES)[number];

/** A name. `first`, `last`: half-open token range. */
export interface Entity extends Span {
  readonly type: EntityType;
  readonly first: number;
  readonly last: number;
}

/** One argument of a predicate, PropBank label (ARG0, ARG1, ARGM-TMP …). */
export interface Argument extends Span {
  readonly role: string;
  readonly first: number;
  readonly last: number;
}

export interface Predicate {
  /** Token index of the verb or event noun. */
  readonly token: number;
  readonly arguments: readonly Argument[];
}

/** What a token is to an event, as probabilities. */
export interface TokenRole extends Omit<WordRole, "word"> {
  readonly token: number;
}

/** What the model holds that a word tells of an event. */
export interface EventReading extends Omit<WordReading, "word" | "roles"> {
  readonly token: number;
  /** What the tokens near it are to the event. */
  readonly roles: readonly TokenRole[];
}

export const TOKENS: Layer<readonly Token[]> = layer("tokens");
export const SENTENCES: Layer<readonly Sentence[]> = layer("sentences");
export const ENTITIES: Layer<readonly Entity[]> = layer("entities");
export const PREDICATES: Layer<readonly Predicate[]> = layer("predicates");
/** By token; words that tell nothing are left out. */
export interface EventReadings {
  /** False where the model has no heads for events. */
  readonly isTaught: boolean;
  readonly byToken: ReadonlyMap<number, EventReading>;
}

export const EVENT_READINGS: Layer<EventReadings> = layer("event readings");
/** One unit-length vector a sentence, for comparing reports later. */
export const SENTENCE_VECTORS: Layer<readonly Float32Array[]> = layer("sentence vectors");
