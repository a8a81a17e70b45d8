import { relation, type Tree } from "../../../language/index.ts";
import type { QuantityMention } from "../../quantities/layer.ts";
import type { Holders } from "./attachment.ts";

/**
 * Indices in QUANTITIES of the counts of the given kinds that belong to an event: same clause, same sentence. What
 * another event counts is that event's ("killed seven and captured 34").
 */
export function quantitiesOf(
  tree: Tree,
  quantities: readonly QuantityMention[],
  token: number,
  kinds: ReadonlySet<string>,
  triggers: Holders["triggers"],
): readonly number[] {
  const { sentence } = tree.tokens[token]!;
  const own = new Set(tree.subtree(token));
  return quantities.flatMap((quantity, index) => {
    if (!kinds.has(quantity.kind) || tree.tokens[quantity.noun]!.sentence !== sentence) return [];
    const governor = quantity.governor >= 0 ? quantity.governor : quantity.noun;
    if (governor !== token && triggers.has(governor) && isBeside(tree, governor, token)) return [];
    return quantity.governor === token || own.has(quantity.noun) || related(tree, token, governor)
      ? [index]
      : [];
  });
}

/** Same clause: one stands above the other, or both hang on one word. */
function related(tree: Tree, a: number, b: number): boolean {
  if (a === b) return true;
  const up = tree.ancestors(a);
  const other = tree.ancestors(b);
  return up.includes(b) || other.includes(a) || (up[0] !== undefined && up[0] === other[0]);
}

/** Two verbs of one list: neither is said of the other. */
function isBeside(tree: Tree, a: number, b: number): boolean {
  const joined = (one: number, other: number): boolean =>
    tree.tokens[one]!.head === other && ["conj", "parataxis"].includes(relation(tree.tokens[one]!));
  const [first, second] = [tree.tokens[a]!.head, tree.tokens[b]!.head];
  return (
    joined(a, b) || joined(b, a) || (first >= 0 && first === second && joined(a, first) && joined(b, second))
  );
}
