import { relation, type Tree } from "../../../language/index.ts";
import type { EventType } from "../../../ontology/index.ts";

/** The words of a report that can have circumstances of their own. */
export interface Holders {
  /** Tokens that state an event, with its type. */
  readonly triggers: ReadonlyMap<number, EventType>;
  /** Tokens that only say who says so. */
  readonly cues: ReadonlySet<number>;
}

/** A phrase that tells where or when, and the words it hangs on. */
export interface Circumstance {
  /** Index in its layer. */
  readonly index: number;
  readonly head: number;
  /** Words above it, nearest first. */
  readonly chain: readonly number[];
  /** The first word above that states an event or says who says so; else the root of the sentence. */
  readonly holder: number;
  /** Words between it and who says so: the clause that it belongs to. */
  readonly carriers: readonly number[];
}

/** "the August 2020 overthrow", however it was parsed: a date between an article and its noun hangs on the noun. */
export function headInPhrase(tree: Tree, first: number, last: number): number {
  const head = tree.headOf(first, last);
  const before = tree.tokens[first - 1];
  const isInside = before?.deprel === "det" && before.head >= last && before.head < last + 3;
  return isInside && tree.tokens[before.head]!.upos === "NOUN" ? before.head : head;
}

/** `isHolder`: the head itself is the word that it hangs on. */
export function circumstance(
  tree: Tree,
  index: number,
  head: number,
  holders: Holders,
  isHolder = false,
): Circumstance {
  const chain = isHolder ? [head, ...tree.ancestors(head)] : tree.ancestors(head);
  const holder = chain.find((at) => holders.triggers.has(at) || holders.cues.has(at)) ?? chain.at(-1) ?? -1;
  const spoken = chain.findIndex((at) => holders.cues.has(at));
  const stop = holders.triggers.has(holder) ? chain.indexOf(holder) + 1 : spoken < 0 ? chain.length : spoken;
  return { index, head, chain, holder, carriers: chain.slice(0, stop) };
}

/** Verbs above an event in its own clause: "began to withdraw on Monday", "carried out the attack in Goma". */
export function clauseAbove(tree: Tree, token: number, { cues }: Holders): readonly number[] {
  const found: number[] = [];
  let at = token;
  while (tree.tokens[at]!.head >= 0 && found.length < 3) {
    const kind = relation(tree.tokens[at]!);
    if (
      !["obj", "xcomp", "nmod", "obl", "nsubj", "conj", "acl", "compound", "advcl"].includes(kind) ||
      tree.tokens[at]!.deprel === "acl:relcl"
    )
      break;
    at = tree.tokens[at]!.head;
    if (cues.has(at)) break;
    found.push(at);
  }
  return found;
}

/** The one circumstance of an event's sentence, if no other event and no speaker holds it. */
export function loneInSentence(
  tree: Tree,
  token: number,
  all: readonly Circumstance[],
  { triggers, cues }: Holders,
): Circumstance | undefined {
  const { sentence } = tree.tokens[token]!;
  const here = all.filter((one) => tree.tokens[one.head]!.sentence === sentence);
  const only = here.length === 1 ? here[0]! : undefined;
  return only !== undefined && !cues.has(only.holder) && !triggers.has(only.holder) ? only : undefined;
}

/** Prepositions and the like that stand before a word. */
export function prepositionsOf(tree: Tree, head: number): readonly string[] {
  return tree.dependents(head, "case").map((mark) => tree.tokens[mark]!.lemma.toLowerCase());
}
