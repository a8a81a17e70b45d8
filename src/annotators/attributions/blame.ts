import type { Reporting } from "../../knowledge/reporting.ts";
import { relation, type Tree } from "../../language/index.ts";
import type { Document } from "../../text/document.ts";
import { cueOf } from "./cue.ts";
import type { Draft } from "./draft.ts";
import { piecesOf } from "./pieces.ts";
import { hasCase, sourcesOf } from "./source.ts";
import { subjectOf } from "./subject.ts";

/** How a cause follows a verb that names one: as its object, or behind a preposition. */
const CAUSES: Readonly<Record<string, readonly string[]>> = {
  blame: ["obj", "on"],
  attribute: ["to"],
  ascribe: ["to"],
  pin: ["on"],
};

const RULE = "cause";

/** A claim of this kind: what the position beside it already makes known. */
export function isBlame({ rule }: { readonly rule: string }): boolean {
  return rule.startsWith(`${RULE} `);
}

/**
 * "blamed an air raid for the fire", "attributed the fire to shelling": that there was a raid is the word of whoever
 * blames it. What is named with "the" is taken for known, and a party that is blamed is no claim.
 */
export function blameClaims(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  return tree.tokens.flatMap((token, verb) => {
    const ways = token.upos === "VERB" ? CAUSES[token.lemma.toLowerCase()] : undefined;
    if (ways === undefined) return [];
    const causes = tree.dependents(verb, "obj", "obl").filter((noun) => isCause(tree, noun, ways));
    const content = causes.flatMap((noun) => piecesOf(tree, tree.subtree(noun)));
    if (content.length === 0) return [];
    const draft = {
      cue: [cueOf(document.text, tree, verb)],
      cueToken: verb,
      content,
      stance: "asserts" as const,
      rule: `${RULE} ${token.lemma.toLowerCase()}`,
    };
    const subject = subjectOf(tree, verb);
    if (subject < 0) return [{ ...draft, source: [], sourceHead: -1, kind: "unnamed" as const }];
    return sourcesOf(document, tree, subject, reporting, verb).map(({ span, head, kind }) => ({
      ...draft,
      source: [span],
      sourceHead: head,
      kind,
    }));
  });
}

function isCause(tree: Tree, noun: number, ways: readonly string[]): boolean {
  if (tree.tokens[noun]!.upos !== "NOUN" || isKnown(tree, noun)) return false;
  return relation(tree.tokens[noun]!) === "obj"
    ? ways.includes("obj")
    : ways.some((preposition) => hasCase(tree, noun, preposition));
}

function isKnown(tree: Tree, noun: number): boolean {
  return (
    tree.dependents(noun, "nmod:poss").length > 0 ||
    tree.dependents(noun, "det").some((at) => /^(?:the|this|that|these|those)$/i.test(tree.tokens[at]!.text))
  );
}
