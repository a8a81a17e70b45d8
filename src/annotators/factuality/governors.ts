import type { EmbeddingEffect, Modality } from "../../knowledge/modality.ts";
import { relation, type Token, type Tree } from "../../language/index.ts";
import { clauseView, isInfinitive } from "./clauses.ts";
import { governed } from "./effects.ts";
import { ownWords } from "./own-words.ts";
import { changed, type View } from "./view.ts";

/** Relations by which a word governs a happening: its complement, its object, the noun it is said of. */
const COMPLEMENTS = new Set([
  "xcomp",
  "ccomp",
  "obj",
  "nmod",
  "obl",
  "acl",
  "advcl",
  "csubj",
  "nsubj",
  "compound",
  "parataxis",
]);

/** Steps up the tree that still bear on a happening. */
const REACH = 6;

/**
 * What the words above a happening say of it: tried to, failed to, plans to, if. Goes up from complement to
 * governor until the sentence ends or a clause begins that stands for itself.
 */
export function governors(
  tree: Tree,
  index: number,
  start: View,
  modality: Modality,
  stopAt: ReadonlySet<number>,
): View {
  let view = start;
  let at = index;
  let linked = true;
  for (let step = 0; step < REACH; step += 1) {
    const token = tree.tokens[at]!;
    view = clauseView(tree, at, view);
    if (token.head < 0) break;
    const governor = tree.tokens[token.head]!;
    const kind = relation(token);
    if (kind === "conj") {
      view = sharedWords(tree, at, view, modality);
      at = token.head;
      continue;
    }
    if (stopAt.has(token.head) || !COMPLEMENTS.has(kind) || kind === "parataxis") break;
    if (token.deprel === "acl:relcl" && !isThatClause(tree, at)) break;
    if (kind === "nmod" && isOccasion(tree, at)) break;
    // What stands in a clause of its own ("a deal to settle claims that it spied") is not what is settled.
    // "a plot to bomb the court was foiled": what is done to the plan is done to what is planned.
    const isPlan = linked && step > 0 && token.deprel === "nsubj:pass";
    const direct =
      step === 0 || isPlan || ["xcomp", "ccomp", "obj"].includes(kind) || (linked && isInfinitive(tree, at));
    linked = linked && (["xcomp", "obj"].includes(kind) || (kind !== "nmod" && isInfinitive(tree, at)));
    const effect = direct ? effectOf(tree, at, token.head, modality) : undefined;
    if (effect === "answers") break;
    if (effect === "plans" && token.deprel === "nsubj:pass")
      view = changed(view, { certainty: "PR", phase: "future" }, governor, "scheduled");
    else if (effect !== undefined) {
      view = governed(view, effect, governor, token);
      view = endedBy(tree, token.head, view, effect, modality);
    } else if (direct && isHeadlineFuture(tree, at))
      view = changed(view, { certainty: "PR", phase: "future" }, token, "future");
    else if (direct && isUnrealised(tree, at, kind))
      view = changed(view, { certainty: "PS", phase: "future" }, governor, "purpose");
    if (effect !== undefined && kind === "advcl") view = changed(view, {}, governor, "purpose");
    if (kind === "nsubj" || kind === "advcl" || (kind === "obl" && effect === undefined)) break;
    if (effect !== undefined && ["xcomp", "ccomp", "obj"].includes(kind))
      view = inheritedFrom(tree, token.head, view, modality, effect);
    at = token.head;
  }
  return view;
}

/** "planned to bomb the court but were stopped": the plan ends with the passive that is coordinated with it. */
function endedBy(
  tree: Tree,
  governor: number,
  view: View,
  effect: EmbeddingEffect,
  modality: Modality,
): View {
  if (effect !== "plans" && effect !== "attempt" && effect !== "wants") return view;
  const end = tree
    .dependents(governor, "conj")
    .find(
      (one) =>
        tree.dependents(one, "aux:pass").length > 0 &&
        tree.dependents(one, "cc").some((cc) => tree.tokens[cc]!.lemma === "but") &&
        ENDINGS.has(modality.governors.get(tree.tokens[one]!.lemma.toLowerCase()) ?? "able"),
    );
  return end === undefined ? view : governed(view, "foils", tree.tokens[end]!, tree.tokens[governor]!);
}

/** What a passive does to a plan that it ends: "stopped" is in the lexicon for what fails. */
const ENDINGS: ReadonlySet<EmbeddingEffect> = new Set<EmbeddingEffect>(["foils", "fails", "cancels"]);

/**
 * A verb without a subject of its own shares modals, negation and mood with the first of the coordination: "may arrest
 * and deport", "to talk and sign".
 */
function sharedWords(tree: Tree, at: number, view: View, modality: Modality): View {
  const token = tree.tokens[at]!;
  const first = tree.tokens[token.head]!;
  if (token.upos !== "VERB" || first.upos !== "VERB" || token.xpos !== "VB") return view;
  if (tree.dependents(at, "nsubj", "aux").length > 0) return view;
  return ownWords(tree, token.head, view, modality);
}

/** Negation and modals of the governor hold for what it governs: "did not try to", "may begin to". */
function inheritedFrom(
  tree: Tree,
  governor: number,
  view: View,
  modality: Modality,
  effect: EmbeddingEffect,
): View {
  if (!["VERB", "ADJ"].includes(tree.tokens[governor]!.upos)) return view;
  const above = ownWords(tree, governor, { ...view, cues: [], rules: [] }, modality);
  if (above.cues.length === 0) return view;
  const merged = { ...above, cues: [...view.cues, ...above.cues], rules: [...view.rules, ...above.rules] };
  // "did not foil", "has not refused", "do not plan to": the happening is open then, not certain.
  const isOpen = effect === "foils" || effect === "fails" || effect === "wants" || effect === "cancels";
  return isOpen ? { ...merged, certainty: above.negated === view.negated ? merged.certainty : "U" } : merged;
}

/** "Rivals to resume talks": a sentence without a finite verb and without a full stop says "will" with "to". */
function isHeadlineFuture(tree: Tree, at: number): boolean {
  const token = tree.tokens[at]!;
  const governor = tree.tokens[token.head];
  if (relation(token) !== "acl" || !isInfinitive(tree, at) || governor === undefined || governor.head >= 0)
    return false;
  if (!["NOUN", "PROPN"].includes(governor.upos) || tree.dependents(token.head, "cop").length > 0)
    return false;
  return !tree.dependents(token.head, "punct").some((mark) => /^[.?!]$/.test(tree.tokens[mark]!.text));
}

/** "to talk" with nothing that says whether it came to that: after nouns and adjectives, or to say what for. */
function isUnrealised(tree: Tree, at: number, kind: string): boolean {
  return ["xcomp", "acl", "advcl", "csubj", "ccomp"].includes(kind) && isInfinitive(tree, at);
}

function effectOf(tree: Tree, at: number, head: number, modality: Modality): EmbeddingEffect | undefined {
  const token = tree.tokens[at]!;
  const governor = tree.tokens[head]!;
  const kind = relation(token);
  const lemma = governor.lemma.toLowerCase();
  // "marched for the release of": what a protest is for has not happened; what it is against has.
  const asked = ["obl", "nmod"].includes(kind) && hasCase(tree, at, "for") ? `${lemma} for` : lemma;
  const effect = modality.governors.get(asked) ?? modality.governors.get(lemma);
  if (effect === undefined) return undefined;
  if (governor.upos === "NOUN" && !["acl", "nmod", "compound", "ccomp"].includes(kind)) return undefined;
  if (kind === "nmod" && governor.upos !== "NOUN") return undefined;
  const isPassive = token.deprel === "nsubj:pass" || token.deprel === "csubj:pass";
  switch (effect) {
    case "foils":
      return isKeptFrom(tree, at, kind, isPassive) ? effect : undefined;
    case "cancels":
      return kind === "obj" || isPassive ? effect : undefined;
    case "plans":
    case "decides":
    case "wants":
      // "fears that they have killed him": open, but not to come.
      if (effect === "wants" && governor.upos === "NOUN" && isThatClause(tree, at)) return "seems";
      return isAhead(tree, at, kind, isPassive) || isSaidToBe(governor, kind) ? effect : undefined;
    case "doubts":
      return isSaidToBe(governor, kind) || kind === "obj" || kind === "ccomp" || kind === "csubj"
        ? effect
        : undefined;
    case "believes":
      return isSaidToBe(governor, kind) || kind === "ccomp" || kind === "csubj" || kind === "xcomp"
        ? effect
        : undefined;
    case "fails":
      return isFailed(tree, at, kind, governor.lemma) ? effect : undefined;
    case "answers":
      return token.upos === "NOUN" && (kind === "obj" || isPassive || isAnswered(tree, at, kind))
        ? effect
        : undefined;
    case "succeeds":
      return isInfinitive(tree, at) || !["nsubj", "obl", "advcl"].includes(kind) ? effect : undefined;
    default:
      return kind === "nsubj" || kind === "obl" || kind === "advcl" ? undefined : effect;
  }
}

/** "retaliated for the raid", "protested against the raid". */
function isAnswered(tree: Tree, at: number, kind: string): boolean {
  return kind === "obl" && hasCase(tree, at, "for", "to", "against", "over", "at", "about");
}

/** "asked to hold a meeting over the raid": what gives occasion is there, whatever comes of the meeting. */
function isOccasion(tree: Tree, at: number): boolean {
  return (
    hasCase(tree, at, "over", "after", "following", "since") &&
    tree.dependents(at, "det").some((child) => tree.tokens[child]!.lemma.toLowerCase() === "the")
  );
}

/** "fears that", "the claim that", which parsers also take for a relative clause. */
function isThatClause(tree: Tree, at: number): boolean {
  return tree.dependents(at, "mark").some((mark) => tree.tokens[mark]!.lemma.toLowerCase() === "that");
}

/** "an attack is possible", "a strike seems unlikely": an adjective of chance says it of its subject. */
function isSaidToBe(governor: Token, kind: string): boolean {
  return (
    kind === "nsubj" &&
    /^(?:un)?likely$|^(?:possible|probable|doubtful|inevitable|imminent)$/i.test(governor.lemma)
  );
}

function isFailed(tree: Tree, at: number, kind: string, lemma: string): boolean {
  if (kind === "nsubj" || kind === "obl") return false;
  if (kind === "advcl") return isInfinitive(tree, at);
  return kind === "obj" || kind === "nmod" ? /^(?:stop|cease)$/.test(lemma) : true;
}

function isKeptFrom(tree: Tree, at: number, kind: string, isPassive: boolean): boolean {
  if (kind === "nsubj") return isPassive;
  if (kind === "obl") return hasCase(tree, at, "from", "against");
  if (kind === "advcl") return hasCase(tree, at, "from", "to");
  return ["obj", "ccomp", "xcomp", "acl", "csubj"].includes(kind);
}

/** "plans to attack", "threatened an attack", "a plan to", "talks are planned": not "plans were attacked". */
function isAhead(tree: Tree, at: number, kind: string, isPassive: boolean): boolean {
  const token = tree.tokens[at]!;
  if (kind === "xcomp" || kind === "acl" || kind === "advcl")
    return !["VBD", "VBN"].includes(token.xpos) && (kind !== "advcl" || isInfinitive(tree, at));
  if (kind === "ccomp" || kind === "csubj") return !["VBD", "VBN"].includes(token.xpos);
  if (kind === "obl" || kind === "nmod") return hasCase(tree, at, "for", "of", "on", "against");
  return kind === "obj" || isPassive;
}

function hasCase(tree: Tree, index: number, ...lemmas: readonly string[]): boolean {
  return tree.dependents(index, "case", "mark").some((child) => lemmas.includes(tree.tokens[child]!.lemma));
}
