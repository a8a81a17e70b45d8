import type { Tree } from "../../../language/index.ts";

/** Of these words those that stand with one of the prepositions. */
export function withCase(
  tree: Tree,
  heads: readonly number[],
  ...prepositions: readonly string[]
): readonly number[] {
  return heads.filter((head) =>
    tree
      .dependents(head, "case")
      .some((mark) => prepositions.includes(tree.tokens[mark]!.lemma.toLowerCase())),
  );
}

/** "Thailand and Cambodia": each head of a coordination is a participant. */
export function coordinated(tree: Tree, heads: readonly number[]): readonly number[] {
  const joined = heads.flatMap((head) => [
    head,
    // "two outlets, Alpha Radio and Beta": the names that follow may be joined to each other.
    ...[head, ...tree.dependents(head, "appos", "flat")]
      .flatMap((part) => tree.dependents(part, "conj"))
      .filter((other) => ["NOUN", "PROPN", "PRON", "NUM"].includes(tree.tokens[other]!.upos)),
  ]);
  return [...new Set(joined)];
}
