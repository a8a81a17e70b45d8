import type { Reporting, ReportingVerb } from "../../knowledge/reporting.ts";
import type { Tree } from "../../language/index.ts";
import type { Document } from "../../text/document.ts";
import { type Governed, governedContent } from "./content.ts";
import { cueOf } from "./cue.ts";
import type { Draft } from "./draft.ts";
import { piecesOf } from "./pieces.ts";
import { canSpeak, sourcesOf } from "./source.ts";
import { subjectOf } from "./subject.ts";

/** "X praised the deal", "X declined to comment": a position on something that X does not claim to be so. */
export function attitudeAttributions(
  document: Document,
  tree: Tree,
  reporting: Reporting,
  taken: ReadonlySet<number>,
): readonly Draft[] {
  return tree.tokens.flatMap((token, index) => {
    if (token.upos !== "VERB" || taken.has(index)) return [];
    const verb = reporting.attitudes.get(token.lemma.toLowerCase());
    if (verb === undefined) return [];
    const subject = subjectOf(tree, index);
    if (subject < 0 || !canSpeak(tree, subject) || !isSomebody(tree, subject)) return [];
    const governed = objectOf(tree, index, verb, subject);
    const content = piecesOf(tree, governed.tokens);
    if (content.length === 0) return [];
    return sourcesOf(document, tree, subject, reporting, index).map((source) => ({
      source: [source.span],
      sourceHead: source.head,
      cue: [cueOf(document.text, tree, index, governed.preposition)],
      cueToken: index,
      content,
      kind: source.kind,
      stance: verb.stance,
      rule: `attitude ${verb.lemma}`,
    }));
  });
}

/** What the position is on: what the verb governs, or the subject of its passive ("was praised by envoys"). */
function objectOf(tree: Tree, verb: number, entry: ReportingVerb, subject: number): Governed {
  const passive = tree.dependents(verb, "nsubj:pass")[0];
  if (passive !== undefined && passive !== subject && entry.content.has("target"))
    return { tokens: tree.subtree(passive), preposition: -1 };
  return governedContent(tree, verb, subject, { slots: entry.content, depicts: false, keepsObject: false });
}

/** "It", "the storm that hit": only who can have a view has one. */
function isSomebody(tree: Tree, index: number): boolean {
  return !/^(?:it|something|nothing|everything)$/i.test(tree.tokens[index]!.text);
}
