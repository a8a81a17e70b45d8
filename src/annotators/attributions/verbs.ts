import type { Reporting, ReportingVerb } from "../../knowledge/reporting.ts";
import { relation, type Tree } from "../../language/index.ts";
import type { Document } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";
import { type Governed, governedContent } from "./content.ts";
import { cueOf } from "./cue.ts";
import type { Draft } from "./draft.ts";
import { piecesOf } from "./pieces.ts";
import { quotationBeside } from "./quotations.ts";
import { canSpeak, sourcesOf, subjectOf } from "./source.ts";

/** Attributions by a verb: "X said (that) Y", "Y, X said", "X announced Y", "X accused Y of Z". */
export function verbAttributions(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  return tree.tokens.flatMap((token, index) => {
    if (token.upos !== "VERB") return [];
    const verb = reporting.verbs.get(token.lemma.toLowerCase());
    if (verb === undefined) return [];
    const subject = subjectOf(tree, index);
    const governed = contentOf(tree, index, verb, subject, reporting);
    const said = withoutFurtherSayings(tree, index, governed.tokens, reporting);
    const pieces = piecesOf(tree, said);
    const content =
      pieces.length === 0 && subject >= 0 && verb.content.has("clause")
        ? quotationBeside(document.text, tree, index, subject)
        : pieces;
    if (content.length === 0) return [];
    const cue = [cueOf(document.text, tree, index, governed.preposition)];
    if (subject < 0 || !canSpeak(tree, subject)) return impersonal(tree, index, verb, cue, content);
    return sourcesOf(document, tree, subject, reporting, index).map((source) => ({
      source: [source.span],
      sourceHead: source.head,
      cue,
      cueToken: index,
      content,
      kind: source.kind,
      stance: stanceOf(tree, index, verb),
      rule: `verb ${verb.lemma}`,
    }));
  });
}

/** "did not deny" asserts nothing new; "did not say", "refused to confirm" attribute no content. */
function stanceOf(tree: Tree, index: number, verb: ReportingVerb): Draft["stance"] {
  const negated = tree
    .dependents(index, "advmod")
    .some((child) => /^(?:not|never|n't)$/.test(tree.tokens[child]!.lemma));
  if (!negated) return verb.stance;
  return verb.stance === "denies" ? "asserts" : "doubts";
}

/** "is said to", "it was reported that": said by somebody whom the report does not name. */
function impersonal(
  tree: Tree,
  index: number,
  verb: ReportingVerb,
  cue: readonly Span[],
  content: readonly Span[],
): readonly Draft[] {
  const passive = tree.dependents(index, "aux:pass", "nsubj:pass").length > 0;
  if (!passive || verb.stance !== "asserts") return [];
  return [
    {
      source: [],
      sourceHead: -1,
      cue,
      cueToken: index,
      content,
      kind: "unnamed",
      stance: "asserts",
      rule: `passive ${verb.lemma}`,
    },
  ];
}

/** Verbs whose object is the hearer and no part of what is said. */
const TO_A_HEARER =
  /^(?:tell|ask|inform|remind|assure|brief|notify|advise|convince|persuade|warn|teach|reassure)$/;

function contentOf(
  tree: Tree,
  verb: number,
  entry: ReportingVerb,
  subject: number,
  reporting: Reporting,
): Governed {
  const speaker = tree.tokens[subject]?.lemma.toLowerCase() ?? "";
  const governed = governedContent(tree, verb, subject, {
    slots: entry.content,
    depicts: reporting.sourceNouns.get(speaker) === "document",
    keepsObject: !TO_A_HEARER.test(entry.lemma),
  });
  if (governed.tokens.length > 0 || !entry.content.has("clause")) return governed;
  return { tokens: precedingClause(tree, verb, subject), preposition: -1 };
}

/** "Y, X said", "as X said, Y": the verb hangs on the clause it reports, or closes a sentence that states it. */
function precedingClause(tree: Tree, verb: number, subject: number): readonly number[] {
  const token = tree.tokens[verb]!;
  if (token.head < 0 || subject < 0) return [];
  const kind = relation(token);
  if (
    kind === "advcl" &&
    tree.dependents(verb, "mark", "advmod").some((one) => tree.tokens[one]!.lemma === "as")
  )
    return without(tree, token.head, verb);
  if (isContactRelative(tree, verb, subject)) return without(tree, tree.tokens[token.head]!.head, verb);
  const isTrailing = subject > token.head || verb > token.head;
  if (
    kind !== "parataxis" &&
    !(
      isTrailing &&
      (kind === "conj" || kind === "dep" || kind === "advcl") &&
      commaBefore(tree, Math.min(subject, verb))
    )
  )
    return [];
  if (kind === "conj" && tree.dependents(verb, "cc").length > 0) return [];
  return without(tree, token.head, verb);
}

/**
 * "The talks, officials said, had failed", with "said" read as a relative clause: English has none that follows a comma
 * without a relative pronoun, so it is a parenthesis in the clause of the noun.
 */
function isContactRelative(tree: Tree, verb: number, subject: number): boolean {
  const token = tree.tokens[verb]!;
  if (token.deprel !== "acl:relcl" || tree.tokens[token.head]!.head < 0) return false;
  const first = tree.subtree(verb)[0]!;
  const isRelative = tree
    .subtree(verb)
    .some(
      (index) => index < verb && /^(?:who|whom|whose|which|that|where|when)$/i.test(tree.tokens[index]!.text),
    );
  const comma = tree.tokens[first]!.text === "," || tree.tokens[first - 1]?.text === ",";
  return !isRelative && subject < verb && comma;
}

/** The clause that the verb hangs on, without what belongs to the verb. */
function without(tree: Tree, clause: number, verb: number): readonly number[] {
  const mine = new Set(tree.subtree(verb));
  return tree.subtree(clause).filter((index) => !mine.has(index));
}

function commaBefore(tree: Tree, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 8); at -= 1) {
    if (/^[,"”]$/.test(tree.tokens[at]!.text)) return true;
    if (tree.tokens[at]!.upos === "VERB") return false;
  }
  return false;
}

/**
 * The content without what the same speaker goes on to say with another verb, which the parser likes to hang inside:
 * "said it was late and called for talks", "…, adding that it was late".
 */
function withoutFurtherSayings(
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
    if (!reporting.verbs.has(lemma) && !reporting.attitudes.has(lemma)) continue;
    const kind = relation(token);
    const goesOn =
      (kind === "conj" &&
        token.xpos === tree.tokens[verb]!.xpos &&
        tree.dependents(index, "nsubj").length === 0) ||
      (kind === "advcl" && token.xpos === "VBG" && tree.tokens[tree.subtree(index)[0]! - 1]?.text === ",");
    if (goesOn) for (const own of tree.subtree(index)) inside.delete(own);
  }
  return [...inside];
}
