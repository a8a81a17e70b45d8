import type { Reporting } from "../../knowledge/reporting.ts";
import { nounPhrase, relation, type Tree } from "../../language/index.ts";
import { ENTITIES, type Entity } from "../../language/layers.ts";
import type { SourceKind } from "../../record/attribution.ts";
import { type Document, read } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";

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
  head: number,
  reporting: Reporting,
  cue = -1,
): readonly SourcePhrase[] {
  const heads = [
    head,
    ...tree
      .dependents(head, "conj")
      .filter((index) => ["NOUN", "PROPN", "PRON"].includes(tree.tokens[index]!.upos)),
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

/** What hangs on a source and is no part of its name: prepositions before it, "even", remarks, the cue. */
const APART = new Set([
  "case",
  "cc",
  "parataxis",
  "advcl",
  "cop",
  "aux",
  "mark",
  "dep",
  "discourse",
  "nsubj",
  "ccomp",
]);
const TIME = /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|week|month|year|today|yesterday)$/;

function wholeSource(entities: readonly Entity[], tree: Tree, head: number, cue: number): Span {
  const inside = new Set(tree.subtree(head));
  const remove = (index: number): void => {
    for (const own of tree.subtree(index)) inside.delete(own);
  };
  if (inside.has(cue)) remove(clauseUnder(tree, cue, head));
  for (const child of tree.children(head)) {
    const token = tree.tokens[child]!;
    const kind = relation(token);
    const isTime = (kind === "nmod" || kind === "obl") && TIME.test(token.text);
    if (token.deprel === "cc:preconj" || isMeasure(tree, head, child)) continue;
    if (APART.has(kind) || isTime || (kind === "advmod" && child < head)) remove(child);
  }
  let first = head;
  let last = head;
  while (inside.has(first - 1)) first -= 1;
  while (inside.has(last + 1)) last += 1;
  first = behindDateline(tree, first, head);
  while (first < head && isMark(tree, first)) first += 1;
  while (last > head && isMark(tree, last)) last -= 1;
  if (tree.tokens[last + 1]?.text === ")" && hasText(tree, first, last, "(")) last += 1;
  [first, last] = withWholeNames(entities, first, last);
  first = withTitle(tree, entities, first);
  if (tree.tokens[last + 1]?.xpos === "POS" && tree.tokens[last + 1]!.head === head) last += 1;
  // The comma that closes an apposition before the verb is as much part of the phrase as the one that opens it.
  const closes = last < cue && tree.tokens[last + 1]?.text === "," && hasText(tree, head, last, ",");
  return { start: tree.tokens[first]!.start, end: tree.tokens[closes ? last + 1 : last]!.end };
}

/** "about 4 in 10", "nearly half". */
function isMeasure(tree: Tree, head: number, child: number): boolean {
  const { upos, text } = tree.tokens[head]!;
  return (
    child < head && relation(tree.tokens[child]!) === "advmod" && (upos === "NUM" || /^half$/i.test(text))
  );
}

/** "GENEVA - The envoy": the place line of an agency is no part of the first source. */
function behindDateline(tree: Tree, first: number, head: number): number {
  if (!/^\p{Lu}{3,}$/u.test(tree.tokens[first]!.text)) return first;
  for (let at = first + 1; at < Math.min(head, first + 8); at += 1)
    if (/^[-–—]+$/.test(tree.tokens[at]!.text) && tree.tokens[at]!.start > tree.tokens[at - 1]!.end)
      return at + 1;
  return first;
}

function hasText(tree: Tree, first: number, last: number, text: string): boolean {
  return tree.tokens.slice(first, last).some((token) => token.text === text);
}

/** A name that the tree cuts through, or that follows its title at once ("pollster" + "Ada Moss"), belongs whole. */
function withWholeNames(entities: readonly Entity[], first: number, last: number): [number, number] {
  const cut = entities.find((one) => one.first < first && first < one.last);
  const next = entities.find(
    (one) => (one.first <= last && last < one.last) || (one.type === "PER" && one.first === last + 1),
  );
  return [cut?.first ?? first, next === undefined ? last : next.last - 1];
}

/**
 * "GOP candidate" + "Ada Moss", "the union's" + "Ada Moss": what stands before a person's name in the same noun phrase
 * says who he is, even where the tree hangs it elsewhere.
 */
function withTitle(tree: Tree, entities: readonly Entity[], first: number): number {
  if (!entities.some((one) => one.type === "PER" && one.first === first)) return first;
  const belongs = (index: number): boolean => {
    const token = tree.tokens[index];
    if (token === undefined || token.sentence !== tree.tokens[first]!.sentence || TIME.test(token.text))
      return false;
    return ["NOUN", "PROPN", "ADJ"].includes(token.upos) || token.xpos === "POS";
  };
  let at = first;
  while (belongs(at - 1)) at -= 1;
  const nearest = tree.tokens[first - 1];
  if (at === first || nearest === undefined) return first;
  const isTitle =
    ["NOUN", "ADJ"].includes(nearest.upos) || nearest.xpos === "POS" || nearest.text.endsWith(".");
  if (!isTitle || nearest.xpos === "NNS") return first;
  if (["DET", "NUM"].includes(tree.tokens[at - 1]?.upos ?? "")) at -= 1;
  return leadsElsewhere(tree, at - 1) ? first : at;
}

/** The phrase is the object of something else ("in the interview Moss said"), not of "according to", nor said to speak. */
function leadsElsewhere(tree: Tree, index: number): boolean {
  const token = tree.tokens[index];
  if (token === undefined || ["VBD", "VBZ"].includes(token.xpos)) return false;
  if (tree.tokens[index - 1]?.text.toLowerCase() === "according") return false;
  return ["ADP", "SCONJ", "VERB", "AUX", "PRON"].includes(token.upos);
}

function isMark(tree: Tree, index: number): boolean {
  return tree.tokens[index]!.upos === "PUNCT";
}

/** The dependent of `head` that the cue stands in: "officials who say …". */
function clauseUnder(tree: Tree, cue: number, head: number): number {
  let at = cue;
  while (tree.tokens[at]!.head >= 0 && tree.tokens[at]!.head !== head) at = tree.tokens[at]!.head;
  return at;
}

/** Whether a token can be a source at all: no date, no expletive "it was reported". */
export function canSpeak(tree: Tree, index: number): boolean {
  const token = tree.tokens[index]!;
  if (!["NOUN", "PROPN", "PRON", "ADJ", "NUM", "DET"].includes(token.upos)) return false;
  return !(token.upos === "PRON" && NOBODY.test(token.text) && token.text.toLowerCase() !== "it");
}

/**
 * Named, unnamed, a document or another outlet. A person without a name is unnamed unless the report points to one
 * office-holder ("the defence minister"); a body such as a ministry is named by what it is.
 */
function kindOf(document: Document, tree: Tree, head: number, reporting: Reporting): SourceKind {
  const token = tree.tokens[head]!;
  const noun = reporting.sourceNouns.get(token.lemma.toLowerCase());
  if (noun === "document") return "document";
  if (noun === "outlet") return "other-outlet";
  const phrase = nounPhrase(tree, head);
  const name = nameIn(read(document, ENTITIES), phrase.first, phrase.last, head);
  if (isOutletName(tree, phrase.first, phrase.last, reporting)) return "other-outlet";
  if (name !== undefined || token.upos === "PROPN") return "named";
  if (token.upos === "PRON") return "named";
  if (tree.dependents(head, "appos", "flat").some((index) => tree.tokens[index]!.upos === "PROPN"))
    return "named";
  if (noun === "body") return "named";
  const definite = tree.dependents(head, "det").some((index) => tree.tokens[index]!.lemma === "the");
  const owned = tree.dependents(head, "nmod:poss").length > 0;
  const plural = token.xpos === "NNS";
  return (definite || owned) && !plural ? "named" : "unnamed";
}

/** A name that is the head of the phrase or hangs flat on it, not one that only modifies it ("a Reuters witness"). */
function nameIn(entities: readonly Entity[], first: number, last: number, head: number): Entity | undefined {
  return entities.find(
    (entity) => entity.first >= first && entity.last <= last && entity.first <= head && head < entity.last,
  );
}

function isOutletName(tree: Tree, first: number, last: number, reporting: Reporting): boolean {
  for (let index = first; index < last; index += 1) {
    const token = tree.tokens[index]!;
    if (token.upos === "PROPN" && reporting.sourceNouns.get(token.text.toLowerCase()) === "outlet")
      return true;
    if (
      /^(?:Reuters|AFP|AP|BBC|CNN|Xinhua|Interfax|TASS|RIA|SANA|IRNA|KCNA|Bloomberg|Jazeera|Arabiya|Anadolu|Yonhap)$/.test(
        token.text,
      )
    )
      return true;
  }
  return false;
}

export function hasCase(tree: Tree, index: number, ...lemmas: readonly string[]): boolean {
  return tree
    .dependents(index, "case", "mark")
    .some((child) => lemmas.includes(tree.tokens[child]!.lemma.toLowerCase()));
}
