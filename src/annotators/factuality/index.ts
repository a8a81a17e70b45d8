import type { Modality } from "../../knowledge/modality.ts";
import { relation, TOKENS, type Tree, treeOf } from "../../language/index.ts";
import { ENTITIES, type Entity, type Token } from "../../language/layers.ts";
import { type Annotator, provide } from "../../text/annotator.ts";
import { type Document, read } from "../../text/document.ts";
import { contains, type Span } from "../../text/span.ts";
import { ACTORS, type ActorMention } from "../actors/layer.ts";
import { ATTRIBUTIONS, type AttributionMention } from "../attributions/layer.ts";
import { quotationsOf } from "../attributions/quotations.ts";
import { governors } from "./governors.ts";
import { holders } from "./holders.ts";
import { type EventFactuality, FACTUALITY } from "./layer.ts";
import { ownWords } from "./own-words.ts";
import { passedOn } from "./passed-on.ts";
import { performs } from "./performed.ts";
import { isDefinite, isPresupposed } from "./presupposed.ts";
import { changed, factBankValue, PLAIN, type View } from "./view.ts";

/** Says of every verb and noun that can denote a happening how sure the text is of it, and in whose view. */
export function createFactuality(knowledge: { readonly modality: Modality }): Annotator {
  return {
    name: "factuality",
    requires: [TOKENS, ENTITIES, ACTORS, ATTRIBUTIONS],
    provides: [FACTUALITY],
    annotate: (document) => ({ layers: [provide(FACTUALITY, factualityOf(document, knowledge.modality))] }),
  };
}

/** Words of names of people, places and bodies; other names ("Operation Dawn", "World War") may be happenings. */
function namedWords(entities: readonly Entity[]): ReadonlySet<number> {
  const words = new Set<number>();
  for (const { type, first, last } of entities)
    if (type !== "MISC") for (let index = first; index < last; index += 1) words.add(index);
  return words;
}

function factualityOf(document: Document, modality: Modality): ReadonlyMap<number, EventFactuality> {
  const tokens = read(document, TOKENS);
  const tree = treeOf(tokens);
  const attributions = read(document, ATTRIBUTIONS);
  const actors = read(document, ACTORS);
  const cues = new Set(attributions.map((one) => one.cueToken));
  const quotations = quotationsOf(document.text);
  const names = namedWords(read(document, ENTITIES));
  const held = holders(attributions, tokens);
  const found = new Map<number, EventFactuality>();
  tokens.forEach((token, index) => {
    if (!mayHappen(token) || (token.upos === "PROPN" && names.has(index))) return;
    const holding = held[index]!.filter((one) => attributions[one]!.cueToken !== index);
    const stops = new Set(holding.map((one) => attributions[one]!.cueToken).filter((cue) => cue >= 0));
    const view = passedOn(
      tree,
      index,
      viewOf(tree, index, modality, stops, cues, holding.length > 0),
      modality,
    );
    found.set(index, entry(tree, index, view, holding, attributions, actors, quotations, modality));
  });
  return found;
}

/** Verbs, nouns and whatever else can say that something happens or is so: "is ready", "is over", "the Coup". */
function mayHappen(token: Token): boolean {
  if (["VERB", "NOUN", "ADJ", "AUX", "PROPN"].includes(token.upos)) return true;
  return CLAUSES.test(relation(token)) && token.upos !== "PUNCT";
}

/** Relations of words that head a clause, whatever their part of speech. */
const CLAUSES = /^(?:root|ccomp|xcomp|csubj|advcl|acl|parataxis)$/;

function viewOf(
  tree: Tree,
  index: number,
  modality: Modality,
  stops: ReadonlySet<number>,
  cues: ReadonlySet<number>,
  reported: boolean,
): View {
  const own = ownWords(tree, index, PLAIN, modality, reported);
  // A governor that only attributes ("said", "denied") speaks through its attribution; one that also
  // changes the happening ("threatened to", "foiled") does both.
  const silent = new Set(
    [...stops].filter(
      (cue) => cues.has(cue) && !modality.governors.has(tree.tokens[cue]!.lemma.toLowerCase()),
    ),
  );
  return governors(tree, index, own, modality, silent);
}

function entry(
  tree: Tree,
  index: number,
  view: View,
  holding: readonly number[],
  attributions: readonly AttributionMention[],
  actors: readonly ActorMention[],
  quotations: readonly Span[],
  modality: Modality,
): EventFactuality {
  const nearest = attributions[holding[0] ?? -1];
  const inner = nearest === undefined ? view : inTheirView(tree, index, view, nearest, modality);
  const value = factBankValue(inner);
  if (nearest !== undefined && vouchedFor(tree, index, view, nearest, quotations)) {
    // Not what he makes of it who denies or doubts what is said about it.
    const taken = factBankValue(view);
    return {
      token: index,
      value: taken,
      outlet: taken,
      phase: view.phase,
      attempt: view.attempt,
      outcome: view.outcome,
      attributions: isBlamed(tree, index, nearest.cueToken) && nearest.stance !== "denies" ? holding : [],
      cues: view.cues,
      rule: ["presupposed", ...view.rules].join(", "),
    };
  }
  const performed = nearest !== undefined && performs(tree, index, nearest, actors);
  const isOwn = (holding.length === 0 && !view.hearsay) || performed;
  // What a video "appears to show" is the report's own impression of it.
  const isImpression =
    nearest?.kind === "document" && /governed by (?:appear|seem)/.test(view.rules.join(", "));
  const outlet = isOwn || isImpression ? factBankValue(view) : "Uu";
  const phase = performed ? "past" : ahead(nearest, view) && !isTold(tree, index) ? "future" : view.phase;
  return {
    token: index,
    value,
    outlet,
    phase,
    attempt: view.attempt,
    outcome: view.outcome,
    attributions: holding,
    cues: view.cues,
    rule: view.rules.join(", ") || (holding.length > 0 ? "attributed" : "plain-statement"),
  };
}

/**
 * How the one who says it takes it: denied, doubted, hoped for. Background of what they say is not what they hope for,
 * and cues that are governors too have had their effect.
 */
function inTheirView(
  tree: Tree,
  index: number,
  view: View,
  { stance, cueToken }: AttributionMention,
  modality: Modality,
): View {
  if (stance === "denies") return { ...view, negated: !view.negated };
  if (stance === "asserts" || !isGovernedBy(tree, index, cueToken)) return view;
  const cue = tree.tokens[cueToken]!;
  if (modality.governors.has(cue.lemma.toLowerCase())) return view;
  const certainty = stance === "expects" || stance === "threatens" || stance === "promises" ? "PS" : "U";
  return changed(view, { certainty }, cue, `stance ${stance}`);
}

/** The word is what the cue governs, or coordinated with it. */
function isGovernedBy(tree: Tree, index: number, cue: number): boolean {
  const token = tree.tokens[index]!;
  if (cue < 0 || token.head < 0) return false;
  if (relation(token) === "conj") return isGovernedBy(tree, token.head, cue);
  return token.head === cue && ["ccomp", "xcomp", "obj", "parataxis"].includes(relation(token));
}

/** Taken for granted in indirect words, with nothing that makes it doubtful or yet to come. */
function vouchedFor(
  tree: Tree,
  index: number,
  view: View,
  nearest: AttributionMention,
  quotations: readonly Span[],
): boolean {
  if (view.certainty !== "CT" || view.negated || view.phase === "future") return false;
  if (nearest.cueToken < 0 || quotations.some((quotation) => contains(quotation, tree.tokens[index]!)))
    return false;
  const claim = claimOf(tree, nearest);
  if (isBlamed(tree, index, nearest.cueToken)) return nearest.stance === "denies" || isDefinite(tree, index);
  return isPresupposed(tree, index, claim);
}

/** The word that heads what is claimed: below the verb that claims it, or above "according to". */
function claimOf(tree: Tree, { cueToken, sourceHead, rule }: AttributionMention): number {
  if (rule === "according to" && sourceHead >= 0) return tree.tokens[sourceHead]!.head;
  return tree.dependents(cueToken, "ccomp", "xcomp", "parataxis", "obj", "advcl")[0] ?? -1;
}

/**
 * "accused Chad of responsibility for the raid", "denied involvement in a raid that killed ten": that it happened is
 * known, whose doing it was is the accuser's word, or what is denied.
 */
function isBlamed(tree: Tree, index: number, cue: number): boolean {
  if (cue < 0 || !/^(?:accuse|charge|blame|suspect|deny)$/.test(tree.tokens[cue]!.lemma)) return false;
  const guilt = tree.tokens[tree.tokens[index]!.head];
  return guilt !== undefined && /^(?:responsib|involve|complicit|role|part|hand|behind)/.test(guilt.lemma);
}

/** "fears that they have killed him": expected or hoped for, but told as past. */
function isTold(tree: Tree, index: number): boolean {
  const isPerfect = tree
    .dependents(index, "aux")
    .some((at) => tree.tokens[at]!.lemma === "have" && /^VB[PZD]$/.test(tree.tokens[at]!.xpos));
  return isPerfect || (tree.tokens[index]!.xpos === "VBD" && relation(tree.tokens[index]!) !== "xcomp");
}

/** What somebody threatens, promises or asks for has not happened yet, whatever its form. */
function ahead(nearest: AttributionMention | undefined, view: View): boolean {
  if (nearest === undefined || view.phase !== "past" || view.cues.length === 0) return false;
  return ["threatens", "promises", "asks", "expects", "hopes"].includes(nearest.stance);
}
