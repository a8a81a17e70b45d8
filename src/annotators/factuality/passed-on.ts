import type { Modality } from "../../knowledge/modality.ts";
import { relation, relativeNoun, type Tree } from "../../language/index.ts";
import { isPresupposed } from "./presupposed.ts";
import { changed, type View } from "./view.ts";

/** "were reportedly killed when a raid hit the town": what is only passed on is all that its clause tells. */
export function passedOn(tree: Tree, index: number, view: View, modality: Modality): View {
  if (view.hearsay) return view;
  let at = index;
  // "the reported raid, which killed ten": what is told of it is as open as it is.
  if (tree.tokens[index]!.deprel === "acl:relcl") {
    const noun = relativeNoun(tree, index);
    const word = reportedWord(tree, noun, modality, "amod", "compound");
    if (word !== undefined)
      return changed(view, { certainty: "PR", hearsay: true }, tree.tokens[word]!, "reported only");
  }
  while (PASSED_WITH.test(relation(tree.tokens[at]!)) && tree.tokens[at]!.deprel !== "acl:relcl") {
    if (isTimeBefore(tree, at)) return view;
    at = tree.tokens[at]!.head;
    const adverb = reportedWord(tree, at, modality, "advmod");
    if (adverb === undefined) continue;
    return isPresupposed(tree, index, at)
      ? view
      : changed(view, { certainty: "PR", hearsay: true }, tree.tokens[adverb]!, "reported only");
  }
  return view;
}

function reportedWord(
  tree: Tree,
  index: number,
  modality: Modality,
  ...relations: readonly string[]
): number | undefined {
  return tree
    .dependents(index, ...relations)
    .find((child) => modality.modifiers.get(tree.tokens[child]!.text.toLowerCase()) === "reported");
}

/** Relations by which a word belongs to what its clause tells. */
const PASSED_WITH = /^(?:nsubj|obj|obl|advcl|compound)$/;

/** "after the army had left": known, whatever is only reported to have followed. */
function isTimeBefore(tree: Tree, clause: number): boolean {
  return (
    relation(tree.tokens[clause]!) === "advcl" &&
    tree
      .dependents(clause, "mark", "advmod")
      .some((at) => /^(?:after|since|because|although|though|while)$/i.test(tree.tokens[at]!.text))
  );
}
