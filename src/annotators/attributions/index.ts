import type { Reporting } from "../../knowledge/reporting.ts";
import { TOKENS, type Tree, treeOf } from "../../language/index.ts";
import { ENTITIES, SENTENCES } from "../../language/layers.ts";
import { type Annotator, provide } from "../../text/annotator.ts";
import { type Document, read } from "../../text/document.ts";
import { contains, type Span } from "../../text/span.ts";
import { attitudeAttributions } from "./attitudes.ts";
import { blameClaims, isBlame } from "./blame.ts";
import type { Draft } from "./draft.ts";
import { isEvidence } from "./evidence.ts";
import { headlineAttributions, trailingSource } from "./headlines.ts";
import { impressions } from "./impressions.ts";
import { ATTITUDES, ATTRIBUTIONS, type AttributionMention } from "./layer.ts";
import { carriersOf, nounAttitudes, nounAttributions } from "./nouns.ts";
import { phraseAttributions } from "./phrases.ts";
import { quotationsOf, withWholeQuotations } from "./quotations.ts";
import { signedQuotations } from "./signed.ts";
import { withQuotations } from "./speakers.ts";
import { speeches } from "./speeches.ts";
import { isOwnThought } from "./thoughts.ts";
import { transcriptAttributions, turnsOf } from "./transcripts.ts";
import { verbAttributions } from "./verbs.ts";

/** Finds who says what inside the report: source, cue, content, and who reports whom. */
export function createAttributions(knowledge: { readonly reporting: Reporting }): Annotator {
  return {
    name: "attributions",
    requires: [TOKENS, SENTENCES, ENTITIES],
    provides: [ATTRIBUTIONS, ATTITUDES],
    annotate: (document) => {
      const { claims, attitudes } = attributionsOf(document, knowledge.reporting);
      return { layers: [provide(ATTRIBUTIONS, claims), provide(ATTITUDES, attitudes)] };
    },
  };
}

/** Claims and attitudes that the report itself makes known, in reading order: no words inside others' quotations, no own views. */
export function reportedAttributions(document: Document): readonly AttributionMention[] {
  return [...read(document, ATTRIBUTIONS), ...read(document, ATTITUDES)]
    .filter((one) => !one.quoted && !one.restated && !isBlame(one))
    .sort((a, b) => startOf(a) - startOf(b));
}

interface Found {
  readonly claims: readonly AttributionMention[];
  readonly attitudes: readonly AttributionMention[];
}

function attributionsOf(document: Document, reporting: Reporting): Found {
  const tree = treeOf(read(document, TOKENS));
  const quotations = [...quotationsOf(document.text), ...turnsOf(document.text).map(({ said }) => said)];
  const isOwn = (draft: Draft): boolean =>
    !speaksOfOneself(tree, draft, quotations) && !isNobodys(tree, draft) && !citesItself(tree, draft);
  const drafts = [
    ...verbAttributions(document, tree, reporting),
    ...phraseAttributions(document, tree, reporting),
    ...nounAttributions(document, tree, reporting),
    ...headlineAttributions(document, tree, reporting),
    ...trailingSource(document, tree, reporting),
    ...signedQuotations(document, tree, reporting),
    ...transcriptAttributions(document.text, tree),
  ]
    .filter(isOwn)
    .sort((a, b) => startOf(a) - startOf(b));
  const taken = new Set([...drafts.map((draft) => draft.cueToken), ...carriersOf(document, tree, reporting)]);
  const positions = [
    ...nounAttitudes(document, tree, reporting).filter(isOwn),
    ...attitudeAttributions(document, tree, reporting, taken).filter(isOwn),
    ...impressions(document.text, tree).filter((draft) => !taken.has(draft.cueToken)),
  ];
  const speakers = [
    ...positions.filter((draft) => draft.rule.startsWith("attitude")),
    ...speeches(document, tree, reporting),
  ];
  const all = withQuotations(document, tree, drafts, speakers);
  const attitudes = positions.map((draft) => withWholeQuotations(draft, quotations));
  // What they blame is a claim beside the position that they take, which stays the wider of the two.
  const blamed = blameClaims(document, tree, reporting).filter(isOwn);
  return {
    claims: [...all, ...blamed].map((draft, index) => ({
      ...draft,
      outer: outerOf(all, draft, index),
      quoted: isQuoted(draft, quotations),
      restated: isOwnThought(tree, draft, all) || isEvidence(draft, all),
    })),
    attitudes: attitudes.map((draft) => ({
      ...draft,
      outer: -1,
      quoted: isQuoted(draft, quotations),
      restated: isOwnThought(tree, draft, all),
    })),
  };
}

function startOf(one: Draft): number {
  return one.cue[0]?.start ?? one.content[0]?.start ?? 0;
}

function isQuoted({ cue }: Draft, quotations: readonly Span[]): boolean {
  const [first] = cue;
  return first !== undefined && quotations.some((one) => one.start < first.start && first.end < one.end);
}

/** "“I think …”", "“you know …”" inside a quotation: its speaker, who is named already, and his hearer. */
function speaksOfOneself(tree: Tree, draft: Draft, quotations: readonly Span[]): boolean {
  const source = tree.tokens[draft.sourceHead];
  return source !== undefined && /^(?:i|we|you)$/i.test(source.text) && isQuoted(draft, quotations);
}

/** "Nobody claimed responsibility", "no group has said": then nobody is the source of anything. */
function isNobodys(tree: Tree, { sourceHead }: Draft): boolean {
  if (sourceHead < 0) return false;
  const words = [sourceHead, ...tree.dependents(sourceHead, "det", "amod", "advmod")];
  return words.some((at) => /^(?:nobody|none|no|neither|no-one)$/i.test(tree.tokens[at]!.text));
}

/** "As UNIAN reported earlier, …": an outlet's words for what it has told before are its own. */
function citesItself(tree: Tree, { kind, cueToken }: Draft): boolean {
  if (kind !== "other-outlet" || cueToken < 0) return false;
  const has = (words: RegExp): boolean =>
    tree.dependents(cueToken, "mark", "advmod").some((at) => words.test(tree.tokens[at]!.text));
  return has(/^as$/i) && has(/^(?:earlier|previously|before)$/i);
}

/** The smallest attribution whose content holds this one's cue (or its content, if it has no cue). */
function outerOf(all: readonly Draft[], draft: Draft, index: number): number {
  const inner = draft.cue[0] ?? draft.content[0];
  if (inner === undefined) return -1;
  let best = -1;
  all.forEach((other, at) => {
    if (at === index || other.cueToken === draft.cueToken || relays(draft, other)) return;
    if (!other.content.some((content) => contains(content, inner))) return;
    if (best < 0 || size(other.content) < size(all[best]!.content)) best = at;
  });
  return best;
}

/** "The army said rebels had attacked, according to Reuters": each holds the other's cue, and the adjunct is about the whole. */
function relays(draft: Draft, other: Draft): boolean {
  const [cue] = other.cue;
  return (
    draft.rule === "according to" &&
    draft.kind === "other-outlet" &&
    cue !== undefined &&
    draft.content.some((content) => contains(content, cue))
  );
}

function size(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}
