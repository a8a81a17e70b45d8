import type { Reporting } from "../../knowledge/reporting.ts";
import type { Tree } from "../../language/index.ts";
import { ENTITIES, SENTENCES } from "../../language/layers.ts";
import { type Document, read } from "../../text/document.ts";
import { nearbyTokens } from "../../text/nearby.ts";
import type { Span } from "../../text/span.ts";
import type { Draft } from "./draft.ts";
import { piecesOf } from "./pieces.ts";
import { sourcesOf } from "./source.ts";

/** Words before the colon of a headline that name who says it, and the least that follows. */
const MOST_NAMING = 5;
const LEAST_SAID = 3;

/** "Rebels seize key town: army": a headline's last words behind the colon, if they name a body or a speaker. */
export function trailingSource(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  const entities = read(document, ENTITIES);
  return read(document, SENTENCES).flatMap(({ first, last }) => {
    const colon = last - 2 < first ? -1 : colonBefore(tree, first, last);
    if (colon < 0 || !startsParagraph(document.text, tree.tokens[first]!.start)) return [];
    if (!endsParagraph(document.text, tree.tokens[last - 1]!.end)) return [];
    if (!isNaming(tree, colon + 1, last)) return [];
    const head = tree.headOf(colon + 1, last);
    const names = nearbyTokens(entities, colon, last).some(
      (one) => one.type !== "LOC" && one.first > colon && one.last <= last,
    );
    const known = reporting.sourceNouns.has(tree.tokens[head]!.lemma.toLowerCase());
    if (!names && !known && !SPEAKERS.test(tree.tokens[head]!.lemma)) return [];
    const content = piecesOf(tree, stretch(first, colon));
    if (colon - first < LEAST_SAID || content.length === 0) return [];
    const { kind } = sourcesOf(document, tree, head, reporting)[0]!;
    return [
      headlineDraft(tree, colon, content, kind, head, {
        start: tree.tokens[colon + 1]!.start,
        end: tree.tokens[last - 1]!.end,
      }),
    ];
  });
}

/** Whoever stands on one side of the colon says what stands on the other. */
function headlineDraft(
  tree: Tree,
  colon: number,
  content: Draft["content"],
  kind: Draft["kind"],
  sourceHead: number,
  source: Span,
): Draft {
  const { start, end } = tree.tokens[colon]!;
  return {
    source: [source],
    sourceHead,
    cue: [{ start, end }],
    cueToken: colon,
    content,
    kind,
    stance: "asserts",
    rule: "headline",
  };
}

const SPEAKERS =
  /^(?:official|minister|spokesman|spokeswoman|spokesperson|president|governor|mayor|source|witness|police|monitor)$/;

/** The colon before the last few words of a sentence; -1 if there is none. */
function colonBefore(tree: Tree, first: number, last: number): number {
  for (let at = last - 2; at > first && at >= last - 1 - MOST_NAMING; at -= 1)
    if (tree.tokens[at]!.text === ":") return at;
  return -1;
}

function isNaming(tree: Tree, first: number, last: number): boolean {
  return tree.tokens
    .slice(first, last)
    .every(
      (token) =>
        ["NOUN", "PROPN", "ADJ", "DET", "ADP"].includes(token.upos) || /^(?:'s|-|&)$/.test(token.text),
    );
}

function endsParagraph(text: string, at: number): boolean {
  return /^\s*(?:\n|$)/.test(text.slice(at, at + 40));
}

/** "Minister: Talks To Resume In May": a sentence that a name and a colon open. */
export function headlineAttributions(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  const entities = read(document, ENTITIES);
  return read(document, SENTENCES).flatMap(({ first, last }) => {
    const colon =
      stretch(first + 1, Math.min(first + MOST_NAMING + 1, last)).find(
        (at) => tree.tokens[at]!.text === ":",
      ) ?? -1;
    if (colon < 0 || !startsParagraph(document.text, tree.tokens[first]!.start)) return [];
    if (!isNaming(tree, first, colon)) return [];
    const head = tree.headOf(first, colon);
    // "Mali war: six dead" names a topic: only a person or a body that is the label's head speaks.
    const names = nearbyTokens(entities, first, colon).some(
      (one) => (one.type === "PER" || one.type === "ORG") && one.first <= head && head < one.last,
    );
    if (!names && reporting.sourceNouns.get(tree.tokens[head]!.lemma.toLowerCase()) === undefined) return [];
    const said = stretch(colon + 1, last);
    const content = piecesOf(tree, said);
    if (said.length < LEAST_SAID || content.length === 0) return [];
    const { kind } = sourcesOf(document, tree, head, reporting)[0]!;
    return [
      headlineDraft(tree, colon, content, kind, head, {
        start: tree.tokens[first]!.start,
        end: tree.tokens[colon - 1]!.end,
      }),
    ];
  });
}

/** Indices of the tokens from one on and before another. */
function stretch(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, at) => first + at);
}

function startsParagraph(text: string, at: number): boolean {
  return /(?:^|\n)\s*$/.test(text.slice(Math.max(0, at - 40), at));
}
