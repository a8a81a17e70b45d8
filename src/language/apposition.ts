import type { Tree } from "./tree.ts";

/**
 * "signed a truce with the army, Awa Toure, a leader of one group, said": who speaks last stands behind a comma, and
 * parsers take him for another name of the noun before it. Nobody who is so called stands behind a preposition.
 */
export function isStraySpeaker(tree: Tree, index: number): boolean {
  const { deprel, head } = tree.tokens[index]!;
  if (deprel !== "appos" || head > index || !standsInPhrase(tree, head)) return false;
  let next = tree.subtree(index).at(-1)! + 1;
  while (tree.tokens[next]?.upos === "PUNCT") next += 1;
  return (
    /^VB[DPZ]$/.test(tree.tokens[next]?.xpos ?? "") &&
    tree.dependents(next, "nsubj", "nsubj:pass").length === 0 &&
    tree.ancestors(index).includes(next)
  );
}

function standsInPhrase(tree: Tree, noun: number): boolean {
  return tree
    .dependents(noun, "case")
    .some((at) => !/^(?:according|to)$/i.test(tree.tokens[at]!.text) && tree.tokens[at]!.xpos !== "POS");
}
