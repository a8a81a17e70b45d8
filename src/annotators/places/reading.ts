import type { Entity, Sentence, Token } from "../../language/layers.ts";
import { relation, type Tree } from "../../language/tree.ts";
import { type Candidate, candidatesOf, type PlaceKnowledge } from "./candidates.ts";
import type { Cues } from "./cues.ts";

/** A report as this annotator reads it. */
export interface Reading {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly entities: readonly Entity[];
  readonly tree: Tree;
  readonly knowledge: PlaceKnowledge;
  readonly cues: Cues;
}

/** A stretch of words that names a place, with all the places it may mean. */
export interface FoundName {
  readonly first: number;
  readonly last: number;
  /** The words that were looked up. */
  readonly name: string;
  readonly candidates: readonly Candidate[];
  /** The names head of the language model calls it a location. */
  readonly tagged: boolean;
  /** A word of rank beside it says what is meant: "Donetsk region", "the city of Quebec". */
  readonly wants?: "area" | "town" | "state" | "unit";
  /** ISO alpha-3 of the state that an adjective puts it in: "the Syrian city of Raqqa". */
  readonly within?: string;
  /** A site named after the place, which the name is part of: "St. Cloud Hospital". */
  readonly site?: { readonly first: number; readonly last: number };
}

/** Looks a stretch of words up, with what the words beside it say of its rank. */
export function named(first: number, last: number, name: string, reading: Reading): FoundName {
  const { tokens, cues, tree } = reading;
  const candidates = isArabicArticle(name, tokens[last - 1]!, reading)
    ? []
    : candidatesOf(name, reading.knowledge);
  const next = tokens[last];
  const isModifier = next !== undefined && tree.headOf(first, last) < last && tokens[last - 1]!.head === last;
  const after = isModifier ? next.lemma : "";
  const before = tokens[first - 1]?.lemma === "of" ? (tokens[first - 2]?.lemma ?? "") : "";
  const owned = tokens[last]?.xpos === "POS" ? (tokens[tokens[last - 1]!.head]?.lemma ?? "") : "";
  const beside = tokens[first - 1]?.lemma ?? "";
  const isState = candidates.some(({ kind }) => kind === "country");
  const wants = wantedBy({ after, before, owned, beside }, isState, cues);
  const found = { first, last, name, candidates, tagged: true };
  return wants === undefined ? found : { ...found, wants };
}

/** The "al" of "Al Ahli Hospital" and "al-Ahli Hospital": an article of the name that follows, and no town of that name. */
function isArabicArticle(name: string, { end }: Token, { text }: Reading): boolean {
  return /^(?:al|el|ad|ar|as|ash|at|az)-?$/i.test(name) && /^[- ]?\p{Lu}/u.test(text.slice(end, end + 2));
}

/** Words around a name: after it, before its "of", what it owns, and right before it. */
type Around = Readonly<Record<"after" | "before" | "owned" | "beside", string>>;

function wantedBy(
  { after, before, owned, beside }: Around,
  isState: boolean,
  cues: Reading["cues"],
): FoundName["wants"] {
  const any = (words: readonly string[], cue: Parameters<Reading["cues"]["is"]>[1]): boolean =>
    words.some((word) => cues.is(word, cue));
  if (any([after, before], "rank-noun")) return "area";
  // Towns have presidents too ("the president of Harvard"); of a state's name they say that the state is meant.
  if (isState && any([before, owned], "state-noun")) return "state";
  if (isState && any([before, owned], "unit-noun")) return "unit";
  return any([before, beside], "town-noun") ? "town" : undefined;
}

export function wordsOf(reading: Reading, first: number, last: number): string {
  if (first >= last) return "";
  const start = reading.tokens[first]!.start;
  return reading.text.slice(start, reading.tokens[last - 1]!.end).replace(/\s+/g, " ");
}

/** "Kanal 13", "France 24": the name of something with a number. */
export function isNumbered(last: number, reading: Reading): boolean {
  const next = reading.tokens[last];
  return next?.upos === "NUM" && next.head === last - 1 && /^\d{1,3}$/.test(next.text);
}

/** What is shelled, captured, visited; what something happens in: no person, whatever the names head says. */
export function isPlaceObject(first: number, last: number, reading: Reading): boolean {
  const { tokens, tree, cues } = reading;
  const index = tree.headOf(first, last);
  const head = tokens[index]!;
  const governor = tokens[head.head];
  if (governor === undefined) return false;
  if (relation(head) === "obj") return cues.is(governor.lemma, "place-object-verb");
  return tree
    .dependents(index, "case")
    .some((child) =>
      ["in", "near", "outside", "inside", "into"].includes(tokens[child]!.lemma.toLowerCase()),
    );
}

/** "the village of Confital": the words before say what it is, known or not. */
export function isCalledTown(first: number, last: number, { tokens, cues }: Reading): boolean {
  const isOf = tokens[first - 1]?.lemma === "of" && cues.is(tokens[first - 2]?.lemma ?? "", "town-noun");
  const isWhole = !/^\p{Lu}/u.test(tokens[last]?.text ?? "");
  return isOf && isWhole && tokens.slice(first, last).every((token) => token.upos === "PROPN");
}

/** In, at, near … the place: the words locate something. */
export function isLocated(first: number, last: number, reading: Reading): boolean {
  const { tree, tokens, cues } = reading;
  const head = tree.headOf(first, last);
  return tree
    .dependents(head, "case")
    .some((child) => cues.is(tokens[child]!.lemma, "locative-preposition", "motion-preposition"));
}
