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

/** Verbs that only carry an event noun: their subject does what the noun says. */
export const LIGHT =
  /^(?:carry|launch|conduct|stage|hold|mount|make|take|commit|perform|wage|undertake|begin|start|end|continue|resume|lead|sign|issue|give|have|call|open|impose|order|plan|threaten|announce|declare|join|attend|halt|suspend|reject|accept|submit|offer|tender|hand|send|provide|deliver|promise|pledge|express|voice|reach|seek|demand|step|attempt|lead|plot|try|prepare|fight|back)$/;
