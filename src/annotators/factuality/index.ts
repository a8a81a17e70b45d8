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
import { type EventFactuality, FACTUALITY } from "./layer.ts";
import { ownWords } from "./own-words.ts";
import { isPresupposed } from "./presupposed.ts";
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
    const view = viewOf(tree, index, modality, stops, cues, holding.length > 0);
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

/** For each word the attributions whose content holds it, the innermost (smallest) first. */
function holders(
  attributions: readonly AttributionMention[],
  tokens: readonly Token[],
): readonly (readonly number[])[] {
  const held: number[][] = tokens.map(() => []);
  const size = ({ content }: AttributionMention): number =>
    content.reduce((sum, span) => sum + span.end - span.start, 0);
  const bySize = attributions
    .map((one, at) => ({ one, at, size: size(one) }))
    .sort((a, b) => a.size - b.size);
  for (const { one, at } of bySize) {
    for (const span of one.content) {
      for (let index = firstFrom(tokens, span.start); tokens[index] !== undefined; index += 1) {
        if (tokens[index]!.start >= span.end) break;
        const known = held[index]!;
        if (contains(span, tokens[index]!) && known.at(-1) !== at) known.push(at);
      }
    }
  }
  return held;
}

/** The first token that starts at an offset or after it. */
function firstFrom(tokens: readonly Token[], offset: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

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
    return {
      token: index,
      value,
      outlet: value,
      phase: view.phase,
      attempt: view.attempt,
      outcome: view.outcome,
      attributions: [],
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
  const phase = performed ? "past" : ahead(nearest, view) ? "future" : view.phase;
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
  const claim = tree.dependents(nearest.cueToken, "ccomp", "xcomp", "parataxis", "obj", "advcl")[0] ?? -1;
  return isPresupposed(tree, index, claim);
}

/** What somebody threatens, promises or asks for has not happened yet, whatever its form. */
function ahead(nearest: AttributionMention | undefined, view: View): boolean {
  if (nearest === undefined || view.phase !== "past" || view.cues.length === 0) return false;
  return ["threatens", "promises", "asks", "expects", "hopes"].includes(nearest.stance);
}

/** Acts that are done by being announced. */
const DECISIONS =
  /^(?:announce|suspend|ban|expel|withdraw|impose|cut|sever|recall|close|declare|order|appoint|dismiss|sack|fire|lift|cancel|end|halt|drop|leave|quit|join|recognise|recognize|grant|approve|sanction|accuse|condemn|reject|extend|postpone|initiate|file|lodge|summon|revoke|freeze|invite|sign|ratify|pardon|open|reopen|resume|restore|downgrade|urge|demand|denounce|deplore|thank|congratulate)$/;

/** "The government said it was suspending …": it performs its own decision by announcing it. */
function performs(
  tree: Tree,
  index: number,
  attribution: AttributionMention,
  actors: readonly ActorMention[],
): boolean {
  const token = tree.tokens[index]!;
  if (token.upos !== "VERB" || !DECISIONS.test(token.lemma) || attribution.kind === "unnamed") return false;
  if (attribution.stance !== "asserts" || token.xpos === "VB") return false;
  const subject = tree.dependents(index, "nsubj")[0];
  if (subject === undefined || attribution.sourceHead < 0) return false;
  const word = tree.tokens[subject]!;
  // In a quotation that goes on, others of the speaker's government are not the speaker.
  if (attribution.cueToken < 0 && !/^(?:i|we)$/i.test(word.text)) return false;
  if (/^(?:it|they|he|she|we)$/.test(word.text.toLowerCase()))
    return tree.tokens[attribution.sourceHead]!.start < word.start;
  const source = actors.find((one) => one.head === attribution.sourceHead);
  const doer = actors.find((one) => one.head === subject);
  return (
    source !== undefined &&
    doer !== undefined &&
    source.country !== undefined &&
    source.country === doer.country &&
    source.sector === "GOV" &&
    doer.sector === "GOV"
  );
}
