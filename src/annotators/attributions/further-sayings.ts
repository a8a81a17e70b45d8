import type { Reporting } from "../../knowledge/reporting.ts";
import { relation, type Tree } from "../../language/index.ts";
import { followsComma } from "./preceding.ts";

/** What one has in mind is told as one tells of anything else: "said she was tired and wanted a change". */
export const IS_THOUGHT =
  /^(?:want|hope|wish|think|believe|know|feel|see|hear|fear|expect|plan|intend|love|like|hate|prefer|decide|learn|find|hold|consider|continue|remember|forget|offer|back|support|share|attack|commit|push)$/;

/**
 * The content without what the same speaker goes on to say with another verb, which the parser likes to hang inside:
 * "said it was late and called for talks", "…, adding that it was late".
 */
export function withoutFurtherSayings(
  tree: Tree,
  verb: number,
  content: readonly number[],
  reporting: Reporting,
): readonly number[] {
  const inside = new Set(content);
  for (const index of content) {
    const token = tree.tokens[index]!;
    if (token.upos !== "VERB" || index < verb || token.head < 0 || !inside.has(token.head)) continue;
    const lemma = token.lemma.toLowerCase();
    if (IS_THOUGHT.test(lemma)) continue;
    if (!reporting.verbs.has(lemma) && !reporting.attitudes.has(lemma)) continue;
    if (goesOnWith(tree, verb, index)) for (const own of tree.subtree(index)) inside.delete(own);
  }
  return [...inside];
}

function goesOnWith(tree: Tree, verb: number, index: number): boolean {
  const token = tree.tokens[index]!;
  const isParticiple = token.xpos === "VBG" && tree.dependents(index, "mark").length === 0;
  if (relation(token) === "advcl")
    return (isParticiple || isContrast(tree, index)) && followsComma(tree, index);
  if (relation(token) !== "conj" || token.xpos !== tree.tokens[verb]!.xpos) return false;
  return (
    (tree.dependents(index, "nsubj").length === 0 || isAnothers(tree, index)) &&
    isSaid(tree, verb, token.head)
  );
}

/** "…, while a nurse said that": the other side's word. */
function isContrast(tree: Tree, index: number): boolean {
  const isMarked = tree
    .dependents(index, "mark")
    .some((at) => /^(?:while|whereas)$/i.test(tree.tokens[at]!.text));
  return isMarked && isAnothers(tree, index);
}

/** "A said ten had died and B said twenty had": what somebody else goes on to say. */
export function isAnothers(tree: Tree, index: number): boolean {
  const [subject] = tree.dependents(index, "nsubj");
  return (
    subject !== undefined &&
    tree.tokens[index]!.lemma === "say" &&
    ["NOUN", "PROPN"].includes(tree.tokens[subject]!.upos)
  );
}

/** The clause that is said, or one in a row with it: what goes on deeper down ("those who left and said so") is part of it. */
function isSaid(tree: Tree, verb: number, clause: number): boolean {
  const token = tree.tokens[clause]!;
  return token.head === verb || relation(token) === "conj";
}
