import type { Tree } from "../../language/index.ts";
import type { Document } from "../../text/document.ts";
import { overlaps, type Span } from "../../text/span.ts";
import type { Draft } from "./draft.ts";
import { withFurtherClause, withLeadIn } from "./lead-in.ts";
import { isInside, quotationsOf, withWholeQuotations } from "./quotations.ts";
import { withoutRemarks } from "./remarks.ts";

/** Words of a quotation that is a statement and not a borrowed expression. */
const STATEMENT_WORDS = 5;

/**
 * Gives quotations their speaker. One that an attribution touches becomes its content as a whole, over sentence ends;
 * one that only the cue's words part from it ("“If so,” he said, “we leave”") goes with it. One that nothing touches
 * is said by whoever speaks beside it: in its own paragraph it continues that attribution, in the next one it is a
 * further attribution without cue. `others` take a position or hold a speech: they may be its speakers, too.
 */
export function withQuotations(
  document: Document,
  tree: Tree,
  drafts: readonly Draft[],
  others: readonly Draft[],
): readonly Draft[] {
  const { text } = document;
  const quotations = quotationsOf(text);
  const grown = drafts.map((draft) =>
    withoutRemarks(
      text,
      tree,
      withBroken(text, withWholeQuotations(draft, quotations), quotations),
      quotations,
    ),
  );
  const cues = grown.flatMap((draft) => draft.cue);
  return quotations
    .filter((one) => isOrphan(text, one, grown))
    .reduce<readonly Draft[]>((all, quotation) => spoken(text, quotation, all, others, quotations), grown)
    .map((draft) => withFurtherClause(tree, withLeadIn(text, tree, draft, cues)));
}

/** "“If so,” he said, “we leave”": the quotation that ends where the source and its cue begin. */
function withBroken(text: string, draft: Draft, quotations: readonly Span[]): Draft {
  const [cue] = draft.cue;
  const [source] = draft.source;
  if (cue === undefined || source === undefined || !draft.rule.startsWith("verb")) return draft;
  const opening = Math.min(cue.start, source.start);
  const closing = Math.max(cue.end, source.end);
  const speaksOn = draft.content.some(
    (piece) => piece.start >= closing && quotations.some((one) => overlaps(one, piece)),
  );
  if (!speaksOn || draft.content.some((piece) => piece.start < opening)) return draft;
  const before = quotations.find(
    (one) =>
      one.end <= opening &&
      /^\s*$/.test(text.slice(one.end, opening)) &&
      /[,—–-]["”']{1,2}$/.test(text.slice(0, one.end)),
  );
  return before === undefined ? draft : { ...draft, content: [before, ...draft.content] };
}

function isOrphan(text: string, quotation: Span, drafts: readonly Draft[]): boolean {
  const words = text.slice(quotation.start, quotation.end).split(/\s+/).length;
  return (
    words >= STATEMENT_WORDS &&
    !drafts.some(
      (draft) => !isInside(draft, quotation) && draft.content.some((one) => overlaps(one, quotation)),
    )
  );
}

/** The attributions with the quotation as the words of the speaker beside it, if there is one. */
function spoken(
  text: string,
  quotation: Span,
  all: readonly Draft[],
  others: readonly Draft[],
  quotations: readonly Span[],
): readonly Draft[] {
  const speaking = [...all.filter(isSpeech), ...others]
    .filter((draft) => draft.sourceHead >= 0 && !quotations.some((one) => isInside(draft, one)))
    .sort((a, b) => a.cue[0]!.start - b.cue[0]!.start);
  const before = speaking.filter((draft) => draft.cue[0]!.end <= quotation.start).at(-1);
  const distance = before === undefined ? 0 : paragraphsBetween(text, before, all, quotation);
  const isNear = before !== undefined && distance === 0;
  const same = isNear ? before : speakerBehind(text, quotation, all.filter(isSpeech));
  if (same !== undefined && same.stance === "asserts" && all.includes(same))
    return all.map((draft) => (draft.cueToken === same.cueToken ? withPiece(draft, quotation) : draft));
  if (before === undefined || distance > 1) return all;
  return [
    ...all,
    {
      ...before,
      cue: [],
      cueToken: -1,
      content: [quotation],
      stance: "asserts",
      rule: "quotation of the same speaker",
    },
  ];
}

/** A claim by a verb: whoever makes it may go on speaking. */
function isSpeech(draft: Draft): boolean {
  return draft.cueToken >= 0 && draft.rule.startsWith("verb");
}

/** Breaks of paragraph between the last words of a speaker and a quotation. */
function paragraphsBetween(text: string, speaker: Draft, all: readonly Draft[], quotation: Span): number {
  const words = all
    .filter((draft) => draft.sourceHead === speaker.sourceHead)
    .flatMap((draft) => [...draft.cue, ...draft.content])
    .filter((span) => span.end <= quotation.start);
  const end = Math.max(speaker.cue[0]!.end, ...words.map((span) => span.end));
  return text.slice(end, quotation.start).split(/\n+/).length - 1;
}

/** The first in the paragraph who speaks behind the quotation, if his words are a quotation that goes on from it. */
function speakerBehind(text: string, quotation: Span, speaking: readonly Draft[]): Draft | undefined {
  const behind = speaking.find((draft) => draft.cue[0]!.start >= quotation.end);
  const first = behind?.content.find((piece) => piece.start >= quotation.end);
  if (behind === undefined || first === undefined || first.start > behind.cue[0]!.start) return undefined;
  if (/\n/.test(text.slice(quotation.end, first.start))) return undefined;
  return /^["“]|^''/.test(text.slice(first.start)) ? behind : undefined;
}

function withPiece(draft: Draft, piece: Span): Draft {
  return { ...draft, content: [...draft.content, piece].sort((a, b) => a.start - b.start) };
}
