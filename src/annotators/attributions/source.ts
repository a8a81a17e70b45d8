import type { Reporting } from "../../knowledge/reporting.ts";
import type { Tree } from "../../language/index.ts";
import { ENTITIES, type Entity } from "../../language/layers.ts";
import type { SourceKind } from "../../record/attribution.ts";
import { type Document, read } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";
import { wholeSource } from "./source-extent.ts";
import { kindOf } from "./source-kind.ts";

/** A source phrase: its head token, its characters, and what kind of source it is. */
export interface SourcePhrase {
  readonly head: number;
  readonly span: Span;
  readonly kind: SourceKind;
}

/** Heads that nobody would call a source: dates and expletives. */
const NOBODY = /^(?:it|there|that|this|which|what)$/i;

/**
 * The phrases of a source, one for each coordinated head; each has the characters of the whole source, as it names
 * itself: with its appositions and relative clauses. `cue` and what hangs on it are no part of it.
 */
export function sourcesOf(
  document: Document,
  tree: Tree,
  subject: number,
  reporting: Reporting,
  cue = -1,
): readonly SourcePhrase[] {
  const head = behindPlace(document, tree, subject);
  const heads = [
    head,
    ...tree
      .dependents(head, "conj")
      .filter((index) => ["NOUN", "PROPN", "PRON"].includes(tree.tokens[index]!.upos))
      .filter((index) => !isSecondOffice(tree, head, index) && !isOneName(document, head, index)),
  ];
  const span = relativePronoun(tree, head, cue) ?? wholeSource(read(document, ENTITIES), tree, head, cue);
  const entities = read(document, ENTITIES);
  const cutOff = tree
    .dependents(cue, "nsubj")
    .find((one) => one > head && hasCase(tree, one, "in", "of", "at", "from", "for", "on"));
  const end =
    cutOff === undefined ? span.end : Math.max(span.end, wholeSource(entities, tree, cutOff, cue).end);
  return heads.map((index) => ({
    head: nameBehind(tree, index, entities),
    span: { start: span.start, end },
    kind: kindOf(document, tree, index, reporting),
  }));
}

/** "the Union of Care and Relief Organisations": the row stands inside one name. */
function isOneName(document: Document, head: number, index: number): boolean {
  return read(document, ENTITIES).some((one) => one.first <= head && index < one.last);
}

/** "Awa Toure, director and deputy to the envoy, said": a comma and no article, so one person with two offices. */
function isSecondOffice(tree: Tree, head: number, index: number): boolean {
  if (tree.tokens[head]!.upos !== "PROPN" || tree.dependents(index, "det", "nmod:poss").length > 0)
    return false;
  const isBehindComma = tree.tokens.slice(head, index).some(({ text }) => text === ",");
  const hasOffice = tree.dependents(head, "appos").some((office) => office < index);
  return isBehindComma && hasOffice;
}

/** "Rabat, the foreign minister Awa Toure said": a place line that the parser takes for the speaker. */
function behindPlace(document: Document, tree: Tree, subject: number): number {
  if (tree.tokens[subject + 1]?.text !== ",") return subject;
  const entities = read(document, ENTITIES);
  const isAt = (type: Entity["type"], index: number): boolean =>
    entities.some((one) => one.type === type && one.first <= index && index < one.last);
  if (!isAt("LOC", subject)) return subject;
  return tree.dependents(subject, "appos").find((index) => isAt("PER", index)) ?? subject;
}

/** "Chad's president, Ali Toure, said": the name says who it is better than the office that it explains. */
function nameBehind(tree: Tree, head: number, entities: readonly Entity[]): number {
  if (tree.tokens[head]!.upos !== "NOUN") return head;
  const isPerson = (index: number): boolean =>
    entities.some((one) => one.type === "PER" && one.first <= index && index < one.last);
  return tree.dependents(head, "appos").find(isPerson) ?? head;
}

/** "who", "which": the source as it is written at a cue in its relative clause. */
function relativePronoun(tree: Tree, head: number, cue: number): Span | undefined {
  if (cue < 0 || tree.tokens[cue]!.head !== head) return undefined;
  const pronoun = tree.dependents(cue, "nsubj").find((index) => isRelative(tree, index));
  const token = tree.tokens[pronoun ?? -1];
  return token === undefined ? undefined : { start: token.start, end: token.end };
}

/** A relative pronoun. */
export function isRelative(tree: Tree, index: number): boolean {
  return /^(?:who|which|that)$/i.test(tree.tokens[index]!.text);
}

/** Whether a token can be a source at all: no date, no expletive "it was reported". */
export function canSpeak(tree: Tree, index: number): boolean {
  const token = tree.tokens[index]!;
  if (!["NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"].includes(token.upos)) return false;
  return !(token.upos === "PRON" && NOBODY.test(token.text) && token.text.toLowerCase() !== "it");
}

export function hasCase(tree: Tree, index: number, ...lemmas: readonly string[]): boolean {
  return tree
    .dependents(index, "case", "mark")
    .some((child) => lemmas.includes(tree.tokens[child]!.lemma.toLowerCase()));
}
