import type { PredicateSense, Predicates } from "../../knowledge/predicates.ts";
import { relation, type Token, type Tree } from "../../language/index.ts";
import { type Document, read } from "../../text/document.ts";
import { ATTRIBUTIONS } from "../attributions/layer.ts";
import { isCue } from "./cues.ts";

/** A word that may state an event, with its senses, the most specific and likely first. */
export interface Candidate {
  readonly token: number;
  readonly senses: readonly PredicateSense[];
  /** Tokens that the sense asked for: particle, object of a light verb, compound. */
  readonly extra: readonly number[];
}

/**
 * Verbs and nouns of the text that the lexicon knows, with everything that the sense asks for standing near. `strict`
 * leaves out bare speech and words that only carry another event.
 */
export function candidatesOf(
  document: Document,
  tree: Tree,
  predicates: Predicates,
  { strict }: { readonly strict: boolean } = { strict: true },
): readonly Candidate[] {
  const cues = new Map(read(document, ATTRIBUTIONS).map((one) => [one.cueToken, one]));
  const found = tree.tokens.flatMap((token, index) => {
    const pos =
      token.upos === "VERB" || isSaidOf(tree, index)
        ? "VERB"
        : token.upos === "NOUN" || isEventName(token.text, token.upos)
          ? "NOUN"
          : undefined;
    if (pos === undefined || namesEquipment(tree, index) || isMeasuredBy(tree, index)) return [];
    const senses = sensesAt(tree, index, entriesOf(predicates, token, pos));
    // "asked not to be named": the fullest wording says that this is speech and nothing more.
    const isSettled =
      strict && cues.has(index) && senses[0] !== undefined && isSettledSpeech(senses[0].sense);
    if (isSettled) return [];
    const kept = senses.filter(({ sense }) => !(strict && cues.has(index) && isBareSpeech(sense)));
    if (kept.length === 0) return [];
    return [{ token: index, senses: kept.map((one) => one.sense), extra: kept[0]!.extra }];
  });
  return strict ? withoutDoubles(tree, found) : found;
}

/** "is unwilling", "were baseless": an adjective that is said of somebody is looked up among the verbs. */
function isSaidOf(tree: Tree, index: number): boolean {
  return (
    tree.tokens[index]!.upos === "ADJ" &&
    tree.dependents(index, "cop").length > 0 &&
    tree.dependents(index, "nsubj").length > 0
  );
}

/** "attack helicopters", "assault rifles": a kind of weapon, not what was done with it. */
function namesEquipment(tree: Tree, index: number): boolean {
  const token = tree.tokens[index]!;
  if (relation(token) !== "compound" || token.head < 0) return false;
  return isCue(tree.tokens[token.head]!.lemma.toLowerCase(), "equipment-noun");
}

/** "it would be the deadliest raid in ten years", "marking the deadliest raid": a measure of one that is told, and no other. */
export function isMeasuredBy(tree: Tree, index: number): boolean {
  const isMeasure = tree
    .dependents(index, "amod")
    .some((at) => tree.tokens[at]!.xpos === "JJS" || /est$/i.test(tree.tokens[at]!.text));
  if (!isMeasure) return false;
  const { head, deprel } = tree.tokens[index]!;
  if (deprel === "obj" && /^(?:mark|represent|constitute)$/.test(tree.tokens[head]!.lemma)) return true;
  const [subject] = tree.dependents(index, "nsubj");
  return (
    subject !== undefined &&
    tree.dependents(index, "cop").length > 0 &&
    /^(?:it|this|that)$/i.test(tree.tokens[subject]!.text)
  );
}

/** Senses of the lemma; where the lexicon has no such lemma, of the verb whose form the word is. */
function entriesOf(predicates: Predicates, token: Token, pos: "VERB" | "NOUN"): readonly PredicateSense[] {
  const senses = predicates.senses(token.lemma.toLowerCase(), pos);
  const verb =
    senses.length === 0 && pos === "VERB" ? predicates.verbOf(token.text.toLowerCase()) : undefined;
  return verb === undefined ? senses : predicates.senses(verb, pos);
}

/** A cue of speech is an event of its own only if speaking so is one: accusing, condemning, demanding. */
function isBareSpeech(sense: PredicateSense): boolean {
  return sense.weight < 0.5;
}

function isSettledSpeech(sense: PredicateSense): boolean {
  return sense.with.length > 0 && isBareSpeech(sense);
}

function isEventName(text: string, upos: string): boolean {
  return upos === "PROPN" && isCue(text, "event-name");
}

function sensesAt(
  tree: Tree,
  index: number,
  senses: readonly PredicateSense[],
): readonly { sense: PredicateSense; extra: readonly number[] }[] {
  if (senses.length === 0) return [];
  const near = senses.some((sense) => sense.with.length > 0) ? neighbours(tree, index) : [];
  return senses
    .filter((sense) => !sense.needsInfinitive || hasInfinitive(tree, index))
    .filter((sense) => !sense.needsNoObject || tree.dependents(index, "obj", "ccomp").length === 0)
    .flatMap((sense) => {
      const extra = sense.with.map((wanted) => near.find((at) => matches(tree, at, wanted)) ?? -1);
      if (extra.includes(-1) || (sense.needsObject && !isPlainObject(tree, index, extra[0]!))) return [];
      return [{ sense, extra }];
    })
    .sort((a, b) => b.sense.with.length - a.sense.with.length || b.sense.weight - a.sense.weight);
}

/** "called a strike", not "called the strike a crime" nor "called for calm after the strike". */
function isPlainObject(tree: Tree, verb: number, object: number): boolean {
  return (
    tree.tokens[object]!.head === verb &&
    relation(tree.tokens[object]!) === "obj" &&
    tree.dependents(verb, "xcomp").length === 0 &&
    tree.dependents(verb, "obj").length === 1 &&
    tree.dependents(object, "case").length === 0
  );
}

/** "asked the council to send inspectors": parsers hang the infinitive on the verb or on whom it is said to. */
function hasInfinitive(tree: Tree, index: number): boolean {
  const addressed = tree.dependents(index, "obj", "iobj").flatMap((child) => tree.dependents(child, "acl"));
  return [...tree.dependents(index, "xcomp", "ccomp", "advcl"), ...addressed].some(
    (at) =>
      at > index &&
      tree.dependents(at, "mark").some((mark) => tree.tokens[mark]!.text.toLowerCase() === "to"),
  );
}

function matches(tree: Tree, index: number, wanted: string): boolean {
  const token = tree.tokens[index]!;
  if (token.text.toLowerCase() === wanted) return true;
  // "according to" is no accord, "following" no follower.
  return relation(token) !== "case" && token.lemma.toLowerCase() === wanted;
}

/** Dependents, their case markers, and their own modifiers: where particles and objects stand. */
function neighbours(tree: Tree, index: number): readonly number[] {
  // The "to" of "to protest" is no preposition.
  const direct = tree.children(index).filter((child) => relation(tree.tokens[child]!) !== "mark");
  // "on the other hand, they called": a preposition that stands before the verb is none of its own.
  const isBefore = (at: number): boolean =>
    at < index && relation(tree.tokens[at]!) === "case" && tree.tokens[index]!.upos === "VERB";
  const inner = direct.flatMap((child) =>
    tree
      .dependents(child, "case", "amod", "compound", "nmod", "conj", "fixed", "obj", "obl", "advmod")
      .filter((at) => !isBefore(at)),
  );
  // "ordered the envoy to leave": parsers hang the infinitive on the envoy as often as on the order.
  const infinitives = tree
    .dependents(index, "obj")
    .flatMap((child) => tree.dependents(child, "acl"))
    .filter((child) => tree.tokens[child]!.xpos === "VB");
  const head = tree.tokens[index]!;
  // "peace talks": the word that the sense names may also be the head of a compound.
  // "abuses committed by soldiers": the noun is what was committed.
  const isOfNoun =
    relation(head) === "compound" || (relation(head) === "acl" && /^(?:commit|perpetrate)$/.test(head.lemma));
  const above = isOfNoun && head.head >= 0 ? [head.head] : [];
  return [...direct, ...inner, ...infinitives, ...above];
}

/**
 * "carried out an attack", "imposed sanctions": verb and noun tell one event. The noun goes, and its own
 * modifiers are read through the verb's `extra`.
 */
function withoutDoubles(tree: Tree, candidates: readonly Candidate[]): readonly Candidate[] {
  const taken = new Set(candidates.flatMap((candidate) => candidate.extra));
  return candidates.filter((candidate) => {
    if (taken.has(candidate.token)) return false;
    const token = tree.tokens[candidate.token]!;
    // "declared a state of emergency": the noun's own words are the verb's.
    const above = candidates.find((other) => other.token === token.head);
    if (token.upos === "NOUN" && above?.extra.some((at) => at >= 0 && candidate.extra.includes(at)))
      return false;
    if (token.upos !== "VERB" || !isCue(token.lemma, "support-verb")) return true;
    // The light verb's own weaker reading gives way to the event noun that it carries.
    const object = tree
      .dependents(candidate.token, "obj")
      .find((child) => candidates.some((other) => other.token === child));
    return object === undefined || candidate.senses[0]!.with.length > 0;
  });
}
