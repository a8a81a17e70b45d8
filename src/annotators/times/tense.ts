import type { Tree } from "../../language/tree.ts";

/** Words after which what follows lies ahead. */
const AHEAD =
  /^(?:will|shall|would|expect|plan|schedule|due|set|intend|aim|vow|pledge|promise|prepare|propose|hope|to-be|upcoming|planned|next)$/;

/** The direction in time of the clause that a token stands in: of its nearest verb and that verb's auxiliaries. */
export function tenseAt(tree: Tree, index: number): "past" | "future" {
  const path = [index, ...tree.ancestors(index)];
  for (const at of path) {
    const token = tree.tokens[at]!;
    if (token.upos !== "VERB" && token.upos !== "AUX" && token.deprel !== "root") continue;
    const auxiliaries = tree.dependents(at, "aux").map((child) => tree.tokens[child]!.lemma);
    if (auxiliaries.some((lemma) => lemma === "will" || lemma === "shall")) return "future";
    if (
      token.xpos === "VBD" ||
      auxiliaries.some((lemma) => lemma === "have" || lemma === "be" || lemma === "do")
    ) {
      return AHEAD.test(token.lemma) ? "future" : "past";
    }
    if (AHEAD.test(token.lemma)) return "future";
    if (token.xpos === "VB" || token.xpos === "VBG") {
      const governor = tree.tokens[token.head];
      if (governor !== undefined && AHEAD.test(governor.lemma)) return "future";
    }
    if (token.upos === "VERB" && (token.xpos === "VBN" || token.xpos === "VBD")) return "past";
  }
  return "past";
}
