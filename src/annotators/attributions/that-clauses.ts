import type { Tree } from "../../language/index.ts";

/** "that troops had left", with a subject of its own: not "reports that say". */
export function isThatClause(tree: Tree, clause: number): boolean {
  return (
    tree.dependents(clause, "mark").some((mark) => tree.tokens[mark]!.lemma === "that") &&
    tree.dependents(clause, "nsubj", "csubj", "expl").length > 0
  );
}

/** "reminded of the fact that …", "pointed to the fact that …": the clause is what is said, whatever leads to it. */
export function factClauses(tree: Tree, verb: number): readonly number[] {
  return tree
    .dependents(verb, "obj", "obl")
    .filter((noun) => /^(?:fact|possibility|view|idea|notion)$/.test(tree.tokens[noun]!.lemma))
    .flatMap((noun) => tree.dependents(noun, "acl", "ccomp"))
    .filter((clause) => isThatClause(tree, clause));
}
