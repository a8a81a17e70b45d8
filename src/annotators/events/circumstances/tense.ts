import { relation, type Tree } from "../../../language/index.ts";

/** "has accused", "have since fled": English dates no present perfect by a day that is over. */
export function isPerfect(tree: Tree, token: number): boolean {
  return tree.dependents(token, "aux").some((child) => /^(?:has|have|'ve)$/i.test(tree.tokens[child]!.text));
}

/** "denies", "are seeking": told of the day of writing, whatever the verb beside it is dated. */
export function isPresent(tree: Tree, token: number): boolean {
  const finite = [token, ...tree.dependents(token, "aux", "cop")];
  return finite.some((at) => /^VB[PZ]$/.test(tree.tokens[at]!.xpos)) && !isPerfect(tree, token);
}

/** "ruled out", "was seized", "have fled". */
export function isPast(tree: Tree, token: number): boolean {
  if (isPerfect(tree, token) || tree.tokens[token]!.xpos === "VBD") return true;
  return tree
    .dependents(token, "aux", "cop")
    .some((at) => tree.tokens[at]!.xpos === "VBD" && !isModal(tree, at));
}

function isModal(tree: Tree, at: number): boolean {
  return /^(?:would|could|might|should)$/i.test(tree.tokens[at]!.text);
}

/** "withdrew", "was seized", not "had seized" or "seizing". */
export function isSimplePast(tree: Tree, token: number): boolean {
  const finite = [token, ...tree.dependents(token, "aux", "cop")];
  return (
    finite.some((at) => tree.tokens[at]!.xpos === "VBD" && !isModal(tree, at)) &&
    !tree.dependents(token, "aux").some((at) => tree.tokens[at]!.lemma === "have")
  );
}

/** A verb whose clause names its own subject: "…, and officials suspect a gang". */
export function hasOwnSubject(tree: Tree, token: number): boolean {
  return tree.dependents(token, "nsubj").length > 0;
}

/** The verb that a coordinated one is joined to: "fired critics and muzzled the press"; -1 for none. */
export function firstConjunct(tree: Tree, token: number): number {
  const own = tree.tokens[token]!;
  return relation(own) === "conj" ? own.head : -1;
}
