import type { Tree } from "../../../language/index.ts";
import type { QuantityMention } from "../../quantities/layer.ts";

/** Indices in QUANTITIES of the counts of the given kinds that belong to an event: same clause, same sentence. */
export function quantitiesOf(
  tree: Tree,
  quantities: readonly QuantityMention[],
  token: number,
  kinds: ReadonlySet<string>,
): readonly number[] {
  const { sentence } = tree.tokens[token]!;
  const own = new Set(tree.subtree(token));
  return quantities.flatMap((quantity, index) => {
    if (!kinds.has(quantity.kind) || tree.tokens[quantity.noun]!.sentence !== sentence) return [];
    const governor = quantity.governor >= 0 ? quantity.governor : quantity.noun;
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
