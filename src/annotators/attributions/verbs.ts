import type { Reporting, ReportingVerb } from "../../knowledge/reporting.ts";
import { relation, spansOf, type Tree } from "../../language/index.ts";
import type { Document } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";
import { cueOf } from "./cue.ts";
import type { Draft } from "./draft.ts";
import { quotationBeside } from "./quotations.ts";
import { canSpeak, hasCase, sourcesOf, subjectOf } from "./source.ts";

/** Attributions by a verb: "X said (that) Y", "Y, X said", "X announced Y", "X accused Y of Z". */
export function verbAttributions(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  return tree.tokens.flatMap((token, index) => {
    if (token.upos !== "VERB") return [];
    const verb = reporting.verbs.get(token.lemma.toLowerCase());
    if (verb === undefined) return [];
    const subject = subjectOf(tree, index);
    const governed = contentOf(tree, index, verb, subject, reporting);
    const content =
      governed.length === 0 && subject >= 0 && verb.content.has("clause")
        ? quotationBeside(document.text, tree, index, subject)
        : governed;
    if (content.length === 0) return [];
    const cue = [cueOf(document.text, tree, index)];
    if (subject < 0 || !canSpeak(tree, subject)) return impersonal(tree, index, verb, cue, content);
    return sourcesOf(document, tree, subject, reporting).map((source) => ({
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

/** Prepositions that lead to what is said: "called for talks", "objected to the ban". */
const PREPOSITIONS = ["for", "to", "against", "at", "on", "with"] as const;

function contentOf(
  tree: Tree,
  verb: number,
  entry: ReportingVerb,
  subject: number,
  reporting: Reporting,
): readonly Span[] {
  const speaker = tree.tokens[subject]?.lemma.toLowerCase() ?? "";
  const depicts = reporting.sourceNouns.get(speaker) === "document";
  const heads: number[] = [];
  for (const child of tree.children(verb)) {
    const kind = relation(tree.tokens[child]!);
    if (child === subject) continue;
    if (kind === "ccomp" && entry.content.has("clause")) heads.push(child);
    if (kind === "parataxis" && entry.content.has("clause") && tree.tokens[child]!.upos !== "PUNCT")
      heads.push(child);
    if (
      (kind === "xcomp" || kind === "advcl") &&
      entry.content.has("infinitive") &&
      isInfinitive(tree, child)
    )
      heads.push(child);
    if (kind === "obj" && entry.content.has("object") && isNominal(tree, child)) heads.push(child);
    if (kind === "obj" && entry.content.has("depicted") && depicts && isNominal(tree, child))
      heads.push(child);
    if (
      entry.content.has("of") &&
      ["obl", "advcl", "ccomp", "xcomp"].includes(kind) &&
      hasCase(tree, child, "of", "about")
    )
      heads.push(child);
    if (kind === "obl" && PREPOSITIONS.some((word) => entry.content.has(word) && hasCase(tree, child, word)))
      heads.push(child);
    if (entry.content.has("of") && kind === "obj")
      heads.push(...tree.dependents(child, "acl", "nmod").filter((inner) => hasCase(tree, inner, "of")));
  }
  const own = new Set(heads.flatMap((head) => tree.subtree(head)));
  if (own.size > 0) return spansOf(tree, withoutEdges(tree, [...own]));
  return entry.content.has("clause") ? precedingClause(tree, verb, subject) : [];
}

/** "Y, X said": the verb hangs on the clause it reports, or closes a sentence that states it. */
function precedingClause(tree: Tree, verb: number, subject: number): readonly Span[] {
  const token = tree.tokens[verb]!;
  if (token.head < 0 || subject < 0) return [];
  const kind = relation(token);
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
  const mine = new Set(tree.subtree(verb));
  const rest = tree.subtree(token.head).filter((index) => !mine.has(index));
  return spansOf(tree, withoutEdges(tree, rest));
}

function commaBefore(tree: Tree, index: number): boolean {
  for (let at = index - 1; at >= Math.max(0, index - 8); at -= 1) {
    if (/^[,"”]$/.test(tree.tokens[at]!.text)) return true;
    if (tree.tokens[at]!.upos === "VERB") return false;
  }
  return false;
}

/** Punctuation at the borders is no part of the content; its "that" is, and the marks of a quotation come later. */
function withoutEdges(tree: Tree, indices: readonly number[]): readonly number[] {
  const sorted = [...indices].sort((a, b) => a - b);
  const isEdge = (index: number): boolean => tree.tokens[index]!.upos === "PUNCT";
  let first = 0;
  let last = sorted.length;
  while (first < last && isEdge(sorted[first]!)) first += 1;
  while (last > first && isEdge(sorted[last - 1]!)) last -= 1;
  return sorted.slice(first, last);
}

function isInfinitive(tree: Tree, index: number): boolean {
  return (
    tree.tokens[index]!.xpos === "VB" ||
    tree.dependents(index, "mark").some((child) => tree.tokens[child]!.lemma === "to")
  );
}

function isNominal(tree: Tree, index: number): boolean {
  return tree.tokens[index]!.upos === "NOUN";
}
