import type { Tree } from "./tree.ts";

/** What a blow does, and what places, buildings and bodies do not. */
const HARM = /^(?:kill|wound|injure|maim|destroy|damage|claim|hit|rock|wreck|shatter)$/;

/** A blow, of which a relative clause may tell across the place that it struck. */
const BLOW =
  /^(?:blast|explosion|bombing|attack|assault|strike|airstrike|raid|shelling|bombardment|shooting|ambush|clash|crash|fire|stampede)$/;

/**
 * The noun that a relative clause tells of: the one that it hangs on, or, where only that agrees with its verb, the one
 * inside ("supporters of the mayor, who was arrested"); of a blow that killed, the blow ("a blast at a clinic that killed
 * ten").
 */
export function relativeNoun(tree: Tree, clause: number): number {
  const noun = tree.tokens[clause]!.head;
  const blow = blowAt(tree, clause);
  if (blow >= 0) return blow;
  const isSingular = tree
    .dependents(clause, "aux", "cop")
    .some((at) => /^(?:was|is|has)$/i.test(tree.tokens[at]!.text));
  if (!isSingular || !/^NNP?S$/.test(tree.tokens[noun]?.xpos ?? "")) return noun;
  const inner = tree
    .dependents(noun, "nmod")
    .filter((child) => child < clause && /^NNP?$/.test(tree.tokens[child]!.xpos));
  return inner.at(-1) ?? noun;
}

/** The blow whose place the clause hangs on; -1 if there is none. */
function blowAt(tree: Tree, clause: number): number {
  const { lemma, head } = tree.tokens[clause]!;
  if (!HARM.test(lemma.toLowerCase()) || tree.dependents(clause, "nsubj:pass", "aux:pass").length > 0)
    return -1;
  const isBare = tree
    .dependents(clause, "nsubj")
    .every((at) => /^(?:that|which)$/i.test(tree.tokens[at]!.text));
  if (!isBare) return -1;
  for (let at = head; at >= 0 && tree.tokens[at]!.deprel.startsWith("nmod"); at = tree.tokens[at]!.head)
    if (BLOW.test(tree.tokens[tree.tokens[at]!.head]!.lemma.toLowerCase())) return tree.tokens[at]!.head;
  return -1;
}
