import type { Reporting, ReportingVerb } from "../../knowledge/reporting.ts";
import type { Tree } from "../../language/index.ts";
import type { Document } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";
import { clauseBehind, relativeBehind, sentenceBeside } from "./contact.ts";
import { type Governed, governedContent } from "./content.ts";
import { cueOf } from "./cue.ts";
import type { Draft } from "./draft.ts";
import { withoutFurtherSayings } from "./further-sayings.ts";
import { withoutGap, withoutOccasion, withoutOpening } from "./gaps.ts";
import { piecesOf } from "./pieces.ts";
import { precedingClause, TO_A_HEARER } from "./preceding.ts";
import { quotationBeside, quotationsOf } from "./quotations.ts";
import { canSpeak, hasCase, sourcesOf } from "./source.ts";
import { subjectOf } from "./subject.ts";

/** Attributions by a verb: "X said (that) Y", "Y, X said", "X announced Y", "X accused Y of Z". */
export function verbAttributions(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  const quotations = quotationsOf(document.text);
  return tree.tokens.flatMap((token, index) => {
    if (token.upos !== "VERB") return [];
    const verb = reporting.verbs.get(token.lemma.toLowerCase());
    if (verb === undefined || isIdiom(tree, index, reporting)) return [];
    const subject = subjectOf(tree, index);
    const governed = contentOf(tree, index, verb, subject, reporting);
    const whole = isClause(tree, index, verb) ? withoutGap(tree, index, governed.tokens) : governed.tokens;
    const said = withoutFurtherSayings(
      tree,
      index,
      withoutOpening(tree, index, subject, withoutOccasion(tree, index, whole)),
      reporting,
    );
    const pieces = piecesOf(tree, withoutSpeaker(tree, index, subject, said));
    const content =
      pieces.length === 0 && subject >= 0 && verb.content.has("clause")
        ? quotationBeside(document.text, quotations, tree, index, subject)
        : pieces;
    if (content.length === 0) return [];
    const cue = [cueOf(document.text, tree, index, governed.preposition)];
    const isSomebody =
      subject >= 0 && canSpeak(tree, subject) && !reporting.nobody.has(lemmaOf(tree, subject));
    if (!isSomebody) return impersonal(tree, index, verb, cue, content);
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

function lemmaOf(tree: Tree, index: number): string {
  return tree.tokens[index]!.lemma.toLowerCase();
}

/** "The blast claimed ten lives": with this object the verb says nothing. */
function isIdiom(tree: Tree, verb: number, { idioms }: Reporting): boolean {
  const lemma = tree.tokens[verb]!.lemma.toLowerCase();
  return tree
    .dependents(verb, "obj")
    .some((object) => idioms.has(`${lemma} ${tree.tokens[object]!.lemma.toLowerCase()}`));
}

/** What is said without the words of the speaker, which the parser sometimes hangs on it. */
function withoutSpeaker(
  tree: Tree,
  verb: number,
  subject: number,
  said: readonly number[],
): readonly number[] {
  if (subject < 0) return said;
  const own = new Set(tree.subtree(subject));
  const misread = tree.dependents(verb, "nsubj").flatMap((one) => tree.subtree(one));
  return own.has(verb) || own.has(said[0] ?? -1)
    ? said
    : said.filter((index) => !own.has(index) && !misread.includes(index));
}

/** The verb governs a finite clause and has no hearer or object of its own. */
function isClause(tree: Tree, verb: number, entry: ReportingVerb): boolean {
  if (!entry.content.has("clause") || TO_A_HEARER.test(entry.lemma)) return false;
  if (tree.dependents(verb, "nsubj:pass").length > 0) return false;
  return tree.dependents(verb, "ccomp").length > 0 || tree.dependents(verb, "parataxis").length > 0;
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
    keepsObject: !TO_A_HEARER.test(entry.lemma) || isToAct(tree, verb),
  });
  if (/^(?:quote|cite)$/.test(entry.lemma)) {
    const relayed = relayedBy(tree, verb);
    if (relayed.length > 0) return { tokens: relayed, preposition: -1 };
  }
  if (governed.tokens.length > 0 || !entry.content.has("clause")) return governed;
  const preceding = precedingClause(tree, verb, subject);
  if (preceding.length > 0 || subject < 0) return { tokens: preceding, preposition: -1 };
  const behind = [...clauseBehind(tree, verb), ...relativeBehind(tree, verb)].filter((index) => index > verb);
  return { tokens: behind.length > 0 ? behind : sentenceBeside(tree, verb, subject), preposition: -1 };
}

/** "told the crowd to leave": who is to act belongs to what is asked; whom one only informs does not. */
function isToAct(tree: Tree, verb: number): boolean {
  return tree
    .dependents(verb, "xcomp", "advcl")
    .some((child) => tree.dependents(child, "mark").some((mark) => tree.tokens[mark]!.lemma === "to"));
}

/** "quoted a commander as saying that …": whom one quotes, with what that one says. */
function relayedBy(tree: Tree, verb: number): readonly number[] {
  const saying = tree
    .children(verb)
    .find((child) => tree.tokens[child]!.xpos === "VBG" && hasCase(tree, child, "as"));
  const [quoted] = tree.dependents(verb, "obj", "iobj");
  return saying === undefined || quoted === undefined
    ? []
    : [...tree.subtree(quoted), ...tree.subtree(saying)];
}
