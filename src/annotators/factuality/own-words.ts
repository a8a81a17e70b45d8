import type { Modality } from "../../knowledge/modality.ts";
import { relation, type Tree } from "../../language/index.ts";
import { changed, type View } from "./view.ts";

const NEGATIONS = /^(?:not|never|n't|neither|nor|hardly|barely|no longer)$/;

/** What the words that hang on the happening's own word say: not, may, allegedly, attempted, no. */
export function ownWords(tree: Tree, index: number, start: View, modality: Modality, reported = false): View {
  let view = tenseOf(tree, index, start);
  for (const child of tree.children(index)) {
    const token = tree.tokens[child]!;
    const lemma = token.lemma.toLowerCase();
    const kind = relation(token);
    if (
      NEGATIONS.test(lemma) ||
      (kind === "det" && lemma === "no") ||
      (kind === "nsubj" && /^(?:nobody|none|neither)$/.test(lemma)) ||
      (kind === "nsubj" && hasNo(tree, child))
    ) {
      view = changed(view, { negated: !view.negated }, token, `negation ${lemma}`);
    } else if (kind === "aux") {
      view = auxiliary(tree, index, view, child, reported);
    } else if (["advmod", "amod", "compound", "nmod"].includes(kind)) {
      const known = modality.modifiers.get(token.text.toLowerCase()) ?? modality.modifiers.get(lemma);
      // "Nearly 40 died": what is almost so is the number, not the dying.
      const effect = known === "almost" && tree.tokens[index]!.upos !== "VERB" ? undefined : known;
      if (effect !== undefined) view = modified(view, effect, token);
    }
  }
  return view;
}

function hasNo(tree: Tree, index: number): boolean {
  return tree.dependents(index, "det").some((child) => tree.tokens[child]!.lemma.toLowerCase() === "no");
}

/** Present tense and progressives are going on; everything else is told as past until a word says otherwise. */
function tenseOf(tree: Tree, index: number, view: View): View {
  const token = tree.tokens[index]!;
  const auxiliaries = tree.dependents(index, "aux");
  const progressive = token.xpos === "VBG" && auxiliaries.some((child) => tree.tokens[child]!.lemma === "be");
  const present =
    progressive &&
    auxiliaries.some(
      (child) => /^VB[ZP]$/.test(tree.tokens[child]!.xpos) && tree.tokens[child]!.lemma === "be",
    );
  const perfect =
    progressive &&
    auxiliaries.some(
      (child) => tree.tokens[child]!.lemma === "have" && /^VB[ZP]$/.test(tree.tokens[child]!.xpos),
    );
  if (present || perfect || isLasting(tree, index)) return { ...view, phase: "ongoing" };
  return view;
}

/** "has moved closer to them in its war against": somebody's fight that goes with a present still goes on. */
function isLasting(tree: Tree, index: number): boolean {
  const { upos, lemma, head } = tree.tokens[index]!;
  if (upos !== "NOUN" || !/^(?:war|fight|battle|struggle|campaign|conflict|insurgency)$/.test(lemma))
    return false;
  if (tree.dependents(index, "nmod:poss").length === 0 || head < 0) return false;
  return [head, ...tree.dependents(head, "aux"), ...tree.dependents(tree.tokens[head]!.head, "aux")].some(
    (one) => /^VB[ZP]$/.test(tree.tokens[one]?.xpos ?? ""),
  );
}

/** `reported`: inside somebody's words, where "would" is the future of the past. */
function auxiliary(tree: Tree, index: number, view: View, child: number, reported: boolean): View {
  const token = tree.tokens[child]!;
  const perfect = tree.dependents(index, "aux").some((other) => tree.tokens[other]!.lemma === "have");
  switch (token.lemma.toLowerCase()) {
    case "may":
    case "might":
    case "could":
    case "can":
      return changed(
        view,
        { certainty: "PS", phase: perfect ? "past" : "future" },
        token,
        `modal ${token.lemma}`,
      );
    case "will":
    case "wo":
    case "shall":
    case "'ll":
      return changed(view, { certainty: "PR", phase: "future" }, token, "future");
    case "would":
    case "'d":
      if (token.xpos !== "MD") return view;
      return reported
        ? changed(view, { certainty: "PR", phase: "future" }, token, "future")
        : changed(view, { certainty: "U", phase: "future" }, token, "modal would");
    case "should":
    case "must":
    case "ought":
      return changed(
        view,
        { certainty: "U", phase: perfect ? "past" : "future" },
        token,
        `modal ${token.lemma}`,
      );
    default:
      return view;
  }
}

function modified(view: View, effect: string, cue: { start: number; end: number }): View {
  switch (effect) {
    case "attempt":
      return changed(view, { attempt: true, outcome: "failed" }, cue, "attempted");
    case "almost":
      return changed(view, { negated: !view.negated }, cue, "almost");
    case "cancelled":
      return changed(view, { negated: !view.negated }, cue, "cancelled");
    case "reported":
      return changed(view, { certainty: "PR", hearsay: true }, cue, "reported only");
    case "possible":
      return changed(view, { certainty: "PS" }, cue, "possible");
    case "probable":
      return changed(view, { certainty: "PR" }, cue, "probable");
    case "future":
      return changed(view, { certainty: "PR", phase: "future" }, cue, "planned");
    case "ongoing":
      return changed(view, { phase: "ongoing" }, cue, "ongoing");
    default:
      return view;
  }
}
