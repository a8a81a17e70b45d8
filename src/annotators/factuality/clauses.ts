import { relation, type Tree } from "../../language/index.ts";
import { changed, type View } from "./view.ts";

const QUESTION_WORD = /^(?:who|whom|whose|what|which|when|where|why|how)$/;

/** What the kind of clause says of its verb: a condition, a question, an order, a time that is still to come. */
export function clauseView(tree: Tree, index: number, view: View): View {
  return awaited(
    tree,
    index,
    ahead(
      tree,
      index,
      without(tree, index, ordered(tree, index, asked(tree, index, conditional(tree, index, view)))),
    ),
  );
}

/** "ahead of a visit": what others prepare for has not come yet. */
function awaited(tree: Tree, index: number, view: View): View {
  if (tree.tokens[index]!.upos !== "NOUN") return view;
  const cases = tree.dependents(index, "case");
  const mark = [...cases, ...cases.map((at) => at - 1)].find(
    (at) => lemmaOf(tree, Math.max(0, at)) === "ahead",
  );
  if (mark === undefined || lemmaOf(tree, mark + 1) !== "of") return view;
  return changed(view, { certainty: "PR", phase: "future" }, tree.tokens[mark]!, "ahead of");
}

/** "if rebels attack", "should rebels attack", "in the event of an attack": nothing is said to happen. */
function conditional(tree: Tree, index: number, view: View): View {
  const kind = relation(tree.tokens[index]!);
  const supposing = supposition(tree, index, kind);
  if (supposing >= 0)
    return changed(view, { certainty: "U", phase: "hypothetical" }, tree.tokens[supposing]!, "condition");
  if (kind !== "advcl" && kind !== "ccomp" && kind !== "csubj") return view;
  const mark = tree
    .dependents(index, "mark", "advmod")
    .find((child) => /^(?:if|unless|whether|should|provided|lest)$/.test(lemmaOf(tree, child)));
  if (mark === undefined) return view;
  const lemma = lemmaOf(tree, mark);
  const phase = lemma === "whether" ? view.phase : "hypothetical";
  return changed(view, { certainty: "U", phase }, tree.tokens[mark]!, `condition ${lemma}`);
}

/** The word that makes a condition without "if": an auxiliary before its subject, or "event" and "case"; -1 if none. */
function supposition(tree: Tree, index: number, kind: string): number {
  if (kind === "advcl" && tree.dependents(index, "mark").length === 0) {
    const auxiliary = tree.dependents(index, "aux", "aux:pass", "cop")[0];
    const subject = tree.dependents(index, "nsubj")[0] ?? -1;
    const isInverted = auxiliary !== undefined && auxiliary < subject;
    return isInverted && /^(?:should|were|had)$/i.test(tree.tokens[auxiliary]!.text) ? auxiliary : -1;
  }
  const { head } = tree.tokens[index]!;
  if (kind !== "nmod" || !/^(?:event|case)$/.test(lemmaOf(tree, head))) return -1;
  return tree.dependents(head, "case").some((one) => lemmaOf(tree, one) === "in") ? head : -1;
}

/** "Did they leave?" asks; "Why did they leave?" takes for granted that they did. */
function asked(tree: Tree, index: number, view: View): View {
  const token = tree.tokens[index]!;
  if (token.head >= 0 || token.upos !== "VERB") return view;
  const mark = tree.dependents(index, "punct").find((child) => tree.tokens[child]!.text === "?");
  if (mark === undefined) return view;
  if (tree.subtree(index).some((child) => child < index && QUESTION_WORD.test(lemmaOf(tree, child))))
    return view;
  return changed(view, { certainty: "U" }, tree.tokens[mark]!, "question");
}

/** "Leave the city!", "please sign". */
function ordered(tree: Tree, index: number, view: View): View {
  const token = tree.tokens[index]!;
  if (token.xpos !== "VB" || !["root", "parataxis"].includes(relation(token))) return view;
  if (tree.dependents(index, "nsubj", "aux", "mark", "expl").length > 0) return view;
  return changed(view, { certainty: "U", phase: "future" }, token, "order");
}

/** "without firing", "instead of leaving", "stopped short of leaving": did not. */
function without(tree: Tree, index: number, view: View): View {
  if (tree.tokens[index]!.upos !== "VERB") return view;
  const marks = tree.dependents(index, "mark", "case");
  const mark = marks.find(
    (child) =>
      /^(?:without|instead|rather)$/.test(lemmaOf(tree, child)) ||
      (lemmaOf(tree, child) === "of" && lemmaOf(tree, child - 1) === "short"),
  );
  return mark === undefined
    ? view
    : changed(view, { negated: !view.negated }, tree.tokens[mark]!, lemmaOf(tree, mark));
}

/** "until they leave", "when talks resume": present in form, yet to come. */
function ahead(tree: Tree, index: number, view: View): View {
  const token = tree.tokens[index]!;
  if (relation(token) !== "advcl" || !/^VB[ZP]$/.test(token.xpos)) return view;
  const mark = tree
    .dependents(index, "mark", "advmod")
    .find((child) => /^(?:until|till|before|once|when|after)$/.test(lemmaOf(tree, child)));
  if (mark === undefined || tree.dependents(index, "aux").length > 0) return view;
  const isFuture = tree
    .dependents(token.head, "aux")
    .some((child) => /^(?:will|shall|would|'ll)$/.test(lemmaOf(tree, child)));
  if (!isFuture && !/^(?:until|till|before)$/.test(lemmaOf(tree, mark))) return view;
  return changed(
    view,
    { certainty: "PR", phase: "future" },
    tree.tokens[mark]!,
    `time ${lemmaOf(tree, mark)}`,
  );
}

export function isInfinitive(tree: Tree, index: number): boolean {
  const token = tree.tokens[index]!;
  const isBase =
    token.xpos === "VB" ||
    tree.dependents(index, "aux", "aux:pass", "cop").some((one) => tree.tokens[one]!.xpos === "VB");
  return isBase && tree.dependents(index, "mark").some((child) => lemmaOf(tree, child) === "to");
}

function lemmaOf(tree: Tree, index: number): string {
  return tree.tokens[index]!.lemma.toLowerCase();
}
