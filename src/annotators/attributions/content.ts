import type { ContentSlot } from "../../knowledge/reporting.ts";
import { relation, type Tree } from "../../language/index.ts";
import { isAnothers } from "./further-sayings.ts";
import { followsComma } from "./preceding.ts";
import { hasCase } from "./source.ts";
import { factClauses } from "./that-clauses.ts";

/** The words that a cue governs as its content, and the preposition that leads to them (-1 if none). */
export interface Governed {
  readonly tokens: readonly number[];
  readonly preposition: number;
}

/** Prepositions that lead to what is said: "called for talks", "objected to the ban". */
const PREPOSITIONS = ["for", "to", "against", "at", "on", "with", "about", "by"] as const;

/** What may follow an object and still be said of it: "praised him as a friend", "criticised it for failing". */
const OF_THE_OBJECT = ["as", "for", "over", "of"] as const;

export interface Slots {
  readonly slots: ReadonlySet<ContentSlot>;
  /** The subject is a document, which shows instead of saying. */
  readonly depicts: boolean;
  /** What is said to a hearer ("told him to leave") leaves the hearer out; what is wanted of him does not. */
  readonly keepsObject: boolean;
}

/** The dependents of a verb that fill one of its content slots, with their subtrees. */
export function governedContent(tree: Tree, verb: number, subject: number, wanted: Slots): Governed {
  const heads: number[] = [];
  let preposition = -1;
  const { slots } = wanted;
  for (const child of tree.children(verb)) {
    if (child === subject) continue;
    const kind = relation(tree.tokens[child]!);
    if (fillsClause(tree, child, kind, slots)) heads.push(child);
    else if (fillsObject(tree, child, kind, wanted))
      heads.push(child, ...saidOfObject(tree, verb, child, slots));
    else {
      const marker = markerOf(tree, child, kind, slots);
      if (marker < 0) continue;
      heads.push(child);
      if (preposition < 0) preposition = marker;
    }
  }
  if (heads.length === 0 && slots.has("clause")) heads.push(...factClauses(tree, verb));
  if (heads.length > 0 && slots.has("clause")) heads.push(...goesOnWith(tree, verb));
  if (heads.length > 0 && wanted.keepsObject) heads.push(...objectBefore(tree, verb, subject, heads));
  if (slots.has("of"))
    heads.push(
      ...tree
        .dependents(verb, "obj", "iobj")
        .filter((object) => object !== subject)
        .flatMap((object) =>
          tree.dependents(object, "acl", "nmod").filter((one) => hasCase(tree, one, "of")),
        ),
    );
  const tokens = new Set(heads.flatMap((head) => saidUnder(tree, verb, head)));
  // "called for talks": the preposition is the cue's if nothing of the content stands before it.
  const leads = preposition >= 0 && [...tokens].every((token) => token >= preposition);
  if (leads) tokens.delete(preposition);
  return { tokens: [...tokens], preposition: leads ? preposition : -1 };
}

/**
 * "said the party would appeal and, if it fails, it will sue": a clause that the tree coordinates with the saying, but
 * that has "that" or tells with a modal verb what is to come, is said as well.
 */
function goesOnWith(tree: Tree, verb: number): readonly number[] {
  return tree.dependents(verb, "conj").filter((child) => {
    if (tree.dependents(child, "nsubj").length === 0 || isAnothers(tree, child)) return false;
    if (isClosely(tree, verb, child)) return true;
    const hasThat = tree.dependents(child, "mark").some((mark) => tree.tokens[mark]!.lemma === "that");
    return hasThat || tree.dependents(child, "aux").some((aux) => tree.tokens[aux]!.xpos === "MD");
  });
}

/** "said troops had fired and rebels had shelled the town": no comma parts the two clauses that the verb leads to. */
function isClosely(tree: Tree, verb: number, clause: number): boolean {
  const cc = tree.dependents(clause, "cc").find((at) => at < clause);
  if (cc === undefined || tree.tokens[cc]!.lemma !== "and" || cc < verb) return false;
  const finite = [clause, ...tree.dependents(clause, "aux", "cop")];
  const isTensed = finite.some((at) => /^(?:VB[DZP]|MD)$/.test(tree.tokens[at]!.xpos));
  return isTensed && tree.tokens[cc - 1]?.text !== "," && tree.tokens[cc - 1]?.text !== '"';
}

/**
 * A complement without what stands between the verb and its "that": "said on its website that …", where the parser
 * hangs the adverbial forward.
 */
function saidUnder(tree: Tree, verb: number, head: number): readonly number[] {
  const all = withoutContrast(tree, head, tree.subtree(head));
  if (relation(tree.tokens[head]!) !== "ccomp") return all;
  const that = tree
    .dependents(head, "mark")
    .find((mark) => tree.tokens[mark]!.lemma.toLowerCase() === "that");
  return that === undefined || that < verb ? all : all.filter((index) => index >= that);
}

/** "said the state was to blame, while others had called it a lie": the contrast is the report's, not the speaker's. */
function withoutContrast(tree: Tree, head: number, all: readonly number[]): readonly number[] {
  const contrasts = tree
    .dependents(head, "advcl")
    .filter(
      (clause) => clause > head && followsComma(tree, clause) && tree.dependents(clause, "nsubj").length > 0,
    )
    .filter((clause) =>
      tree
        .dependents(clause, "mark")
        .some((at) => /^(?:while|whereas|although|though)$/i.test(tree.tokens[at]!.text)),
    );
  const apart = new Set(contrasts.flatMap((clause) => tree.subtree(clause)));
  return all.filter((index) => !apart.has(index));
}

function fillsClause(tree: Tree, child: number, kind: string, slots: Slots["slots"]): boolean {
  if (kind === "ccomp" || kind === "parataxis")
    return slots.has("clause") && tree.tokens[child]!.upos !== "PUNCT";
  // "denied ordering the raid", "admitted killing two men"
  if (kind === "xcomp" && tree.tokens[child]!.xpos === "VBG") return slots.has("gerund");
  if (kind === "xcomp" || kind === "advcl") return slots.has("infinitive") && isInfinitive(tree, child);
  return false;
}

function fillsObject(tree: Tree, child: number, kind: string, { slots, depicts }: Slots): boolean {
  if (kind !== "obj") return false;
  const upos = tree.tokens[child]!.upos;
  if (slots.has("target")) return ["NOUN", "PROPN", "PRON"].includes(upos);
  if (slots.has("depicted") && depicts) return upos !== "ADV";
  return upos === "NOUN" && slots.has("object");
}

function saidOfObject(tree: Tree, verb: number, object: number, slots: Slots["slots"]): readonly number[] {
  return tree.children(verb).filter((child) => {
    if (child <= object) return false;
    const kind = relation(tree.tokens[child]!);
    if (kind === "xcomp") return true;
    // "viewed the envoy more kindly than others", "defended it in the interview": a position is on all of this.
    if (kind === "obl" && slots.has("target") && !followsComma(tree, child)) return true;
    return (kind === "obl" || kind === "advcl") && hasCase(tree, child, ...OF_THE_OBJECT);
  });
}

/** The preposition or conjunction of a dependent that fills a slot named after it; -1 if it fills none. */
function markerOf(tree: Tree, child: number, kind: string, slots: Slots["slots"]): number {
  // "accused Chad of responsibility", with two objects: the one with a preposition is none.
  if (!["obl", "advcl", "ccomp", "xcomp", "obj"].includes(kind)) return -1;
  const wanted: string[] = PREPOSITIONS.filter(
    (word) => slots.has(word) && (kind === "obl" || kind === "obj" || word !== "to"),
  );
  if (slots.has("of")) wanted.push("of", "about");
  return (
    tree
      .dependents(child, "case", "mark")
      .find((mark) => wanted.includes(tree.tokens[mark]!.lemma.toLowerCase())) ?? -1
  );
}

/** "urged Chad to withdraw", "accused Chad of shelling": who is to do it, or did it, belongs to what is said. */
function objectBefore(
  tree: Tree,
  verb: number,
  subject: number,
  heads: readonly number[],
): readonly number[] {
  const first = Math.min(...heads);
  return tree
    .dependents(verb, "obj", "iobj", "obl")
    .filter(
      (child) =>
        child !== subject &&
        child > verb &&
        child < first &&
        !heads.includes(child) &&
        (relation(tree.tokens[child]!) !== "obl" || hasCase(tree, child, "on")),
    );
}

function isInfinitive(tree: Tree, index: number): boolean {
  return (
    tree.tokens[index]!.xpos === "VB" ||
    tree.dependents(index, "mark").some((child) => tree.tokens[child]!.lemma === "to")
  );
}
