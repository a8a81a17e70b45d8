import type { Tree } from "./tree.ts";

/**
 * The noun that a relative clause tells of: the one that it hangs on, or, where only that agrees with its verb, the one
 * inside ("supporters of the mayor, who was arrested").
 */
export function relativeNoun(tree: Tree, clause: number): number {
  const noun = tree.tokens[clause]!.head;
  const isSingular = tree
    .dependents(clause, "aux", "cop")
    .some((at) => /^(?:was|is|has)$/i.test(tree.tokens[at]!.text));
  if (!isSingular || !/^NNP?S$/.test(tree.tokens[noun]?.xpos ?? "")) return noun;
  const inner = tree
    .dependents(noun, "nmod")
    .filter((child) => child < clause && /^NNP?$/.test(tree.tokens[child]!.xpos));
  return inner.at(-1) ?? noun;
}
