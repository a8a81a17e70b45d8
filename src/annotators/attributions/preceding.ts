import { relation, type Tree } from "../../language/index.ts";

/** Verbs whose object is the hearer and no part of what is said. */
export const TO_A_HEARER =
  /^(?:tell|ask|inform|remind|assure|brief|notify|advise|convince|persuade|warn|teach|reassure)$/;

/** "Y, X said", "as X said, Y": the verb hangs on the clause it reports, or closes a sentence that states it. */
export function precedingClause(tree: Tree, verb: number, subject: number): readonly number[] {
  const token = tree.tokens[verb]!;
  const hasObject = tree.dependents(verb, "obj").length > 0 && !TO_A_HEARER.test(token.lemma.toLowerCase());
  const cut = tree.dependents(verb, "nsubj").find((index) => index < subject);
  if (cut !== undefined && tree.dependents(cut, "acl").length > 0) return tree.subtree(cut);
  if (token.head < 0 || subject < 0 || hasObject) return [];
  const kind = relation(token);
  if (
    kind === "advcl" &&
    tree.dependents(verb, "mark", "advmod").some((one) => tree.tokens[one]!.lemma === "as")
  )
    return without(tree, token.head, verb);
  if (isContactRelative(tree, verb, subject)) return without(tree, tree.tokens[token.head]!.head, verb);
  const isTrailing = subject > token.head || verb > token.head;
  if (
    kind !== "parataxis" &&
    !(
      isTrailing &&
      (kind === "conj" || kind === "dep" || kind === "advcl") &&
      commaBefore(tree, Math.min(subject, verb))
    )
  )
    return [];
  if (kind === "conj" && tree.dependents(verb, "cc").length > 0) return [];
  // "…, when she cited it": a clause with a conjunction of its own tells a circumstance.
  if (kind === "advcl" && tree.dependents(verb, "mark").length > 0) return [];
  return without(tree, token.head, verb);
}

/**
 * "The talks, officials said, had failed", with "said" read as a relative clause: English has none that follows a comma
 * without a relative pronoun, so it is a parenthesis in the clause of the noun.
 */
function isContactRelative(tree: Tree, verb: number, subject: number): boolean {
  const token = tree.tokens[verb]!;
  if (token.deprel !== "acl:relcl" || tree.tokens[token.head]!.head < 0) return false;
  const isRelative = tree
    .subtree(verb)
    .some(
      (index) => index < verb && /^(?:who|whom|whose|which|that|where|when)$/i.test(tree.tokens[index]!.text),
    );
  return !isRelative && subject < verb && followsComma(tree, verb);
}

/** A comma stands before the clause; the tree may hang it inside. */
export function followsComma(tree: Tree, verb: number): boolean {
  const first = tree.subtree(verb)[0]!;
  return tree.tokens[first]!.text === "," || tree.tokens[first - 1]?.text === ",";
}

/** The clause that the verb hangs on, without what belongs to the verb. */
function without(tree: Tree, clause: number, verb: number): readonly number[] {
  const mine = new Set(tree.subtree(verb));
  return tree.subtree(clause).filter((index) => !mine.has(index));
}

function commaBefore(tree: Tree, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 8); at -= 1) {
    if (/^[,"”]$/.test(tree.tokens[at]!.text)) return true;
    if (tree.tokens[at]!.upos === "VERB") return false;
  }
  return false;
}
