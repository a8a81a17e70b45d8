import type { Span } from "../text/span.ts";
import { relation, type Tree } from "./tree.ts";

/** What hangs on a noun but is no part of the phrase that names it. */
const OUTSIDE = new Set([
  "acl",
  "appos",
  "parataxis",
  "conj",
  "cc",
  "punct",
  "cop",
  "nsubj",
  "advcl",
  "ccomp",
  "csubj",
  "dep",
  "aux",
  "mark",
  "discourse",
  "vocative",
  "list",
  "orphan",
  "obl",
]);

/** A noun phrase by its head: token range, half-open, and characters. */
export interface Phrase extends Span {
  readonly first: number;
  readonly last: number;
}

/**
 * The phrase that names what a head noun means: its determiner, modifiers and complements, without its preposition,
 * relative clause, apposition or coordinated neighbours.
 */
export function nounPhrase(tree: Tree, head: number): Phrase {
  const inside = new Set<number>([head]);
  const visit = (index: number): void => {
    for (const child of tree.children(index)) {
      const kind = relation(tree.tokens[child]!);
      const token = tree.tokens[child]!;
      if (OUTSIDE.has(kind) || (index === head && kind === "case" && child < head)) {
        if (
          !(kind === "punct" && token.text === "-") &&
          !(kind === "conj" && index !== head) &&
          !(kind === "cc" && index !== head)
        )
          continue;
      }
      if (index === head && kind === "advmod" && child > head) continue;
      inside.add(child);
      visit(child);
    }
  };
  visit(head);
  let first = head;
  let last = head + 1;
  while (first > 0 && (inside.has(first - 1) || (inside.has(first - 2) && isJoint(tree, first - 1))))
    first -= 1;
  while (last < tree.tokens.length && (inside.has(last) || (inside.has(last + 1) && isJoint(tree, last))))
    last += 1;
  return { first, last, start: tree.tokens[first]!.start, end: tree.tokens[last - 1]!.end };
}

/** Marks that may stand inside a name without belonging to it in the tree. */
function isJoint(tree: Tree, index: number): boolean {
  return /^(?:-|'|"|,|\/|\.)$/.test(tree.tokens[index]?.text ?? "");
}

/** Joins neighbouring tokens to spans: the shape of content that somebody else's words interrupt. */
export function spansOf(tree: Tree, indices: readonly number[]): readonly Span[] {
  const spans: { start: number; end: number }[] = [];
  let previous = Number.NaN;
  for (const index of [...indices].sort((a, b) => a - b)) {
    const token = tree.tokens[index]!;
    const last = spans.at(-1);
    if (last !== undefined && index === previous + 1) last.end = token.end;
    else spans.push({ start: token.start, end: token.end });
    previous = index;
  }
  return spans;
}
