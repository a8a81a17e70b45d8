import { relation, type Tree } from "../../language/index.ts";
import { cueOf } from "./cue.ts";
import type { Draft } from "./draft.ts";
import { piecesOf } from "./pieces.ts";

/** Adverbs by which a report says that it only passes something on. */
const HEARSAY = /^(?:reportedly|allegedly|purportedly|supposedly|seemingly)$/;

/**
 * What seems, is expected or is asked without anybody who says so: "the army appears to have left", "is expected to
 * resign", "asked whether …", "reportedly". They have no source.
 */
export function impressions(text: string, tree: Tree): readonly Draft[] {
  return tree.tokens.flatMap((token, index) => {
    const draft = HEARSAY.test(token.text.toLowerCase()) ? hearsay(tree, index) : ofVerb(text, tree, index);
    return draft === undefined ? [] : [draft];
  });
}

const STANCES: Readonly<Record<string, Draft["stance"]>> = {
  ask: "asks",
  seem: "asserts",
  appear: "asserts",
};

function ofVerb(text: string, tree: Tree, index: number): Draft | undefined {
  const token = tree.tokens[index]!;
  if (token.upos !== "VERB") return undefined;
  const lemma = token.lemma.toLowerCase();
  const isPassive =
    token.xpos === "VBN" && tree.dependents(index, "nsubj").every((one) => isPassiveSubject(tree, one));
  const seems = lemma === "seem" || lemma === "appear";
  if (!seems && !(isPassive && (lemma === "expect" || lemma === "ask"))) return undefined;
  const governed = tree
    .children(index)
    .filter(
      (child) =>
        ["xcomp", "ccomp"].includes(relation(tree.tokens[child]!)) ||
        (lemma === "ask" && isQuestion(tree, index, child)) ||
        (lemma === "ask" && isAbout(tree, child)),
    );
  if (governed.length === 0) return undefined;
  const subject = lemma === "ask" ? [] : tree.dependents(index, "nsubj", "nsubj:pass");
  const preposition =
    lemma === "ask" ? tree.dependents(governed[0]!, "case").filter((one) => one > index)[0] : undefined;
  const tokens = [...subject, ...governed]
    .flatMap((one) => tree.subtree(one))
    .filter((one) => one !== preposition);
  return made(
    tree,
    index,
    [cueOf(text, tree, index, preposition)],
    tokens,
    `impression ${lemma}`,
    STANCES[lemma] ?? "expects",
  );
}

function hearsay(tree: Tree, adverb: number): Draft | undefined {
  const token = tree.tokens[adverb]!;
  if (token.head < 0 || tree.tokens[token.head]!.upos !== "VERB") return undefined;
  const tokens = tree.subtree(token.head).filter((one) => one !== adverb);
  return made(
    tree,
    adverb,
    [{ start: token.start, end: token.end }],
    tokens,
    `impression ${token.lemma}`,
    "asserts",
  );
}

function made(
  tree: Tree,
  cueToken: number,
  cue: Draft["cue"],
  tokens: readonly number[],
  rule: string,
  stance: Draft["stance"],
): Draft | undefined {
  const content = piecesOf(tree, tokens);
  if (content.length === 0) return undefined;
  return { source: [], sourceHead: -1, cue, cueToken, content, kind: "unnamed", stance, rule };
}

function isPassiveSubject(tree: Tree, index: number): boolean {
  return tree.tokens[index]!.deprel === "nsubj:pass";
}

/** "Asked if it was late", where the tree hangs the question on the answer. */
function isQuestion(tree: Tree, verb: number, child: number): boolean {
  return (
    relation(tree.tokens[child]!) === "advcl" &&
    child > verb &&
    tree.dependents(child, "mark", "advmod").some((one) => /^(?:if|whether)$/i.test(tree.tokens[one]!.text))
  );
}

function isAbout(tree: Tree, index: number): boolean {
  return (
    relation(tree.tokens[index]!) === "obl" &&
    tree.dependents(index, "case").some((one) => tree.tokens[one]!.lemma === "about")
  );
}
