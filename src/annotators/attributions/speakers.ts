import type { Tree } from "../../language/index.ts";
import type { Document } from "../../text/document.ts";
import { overlaps, type Span } from "../../text/span.ts";
import type { Draft } from "./draft.ts";
import { isInside, quotationsOf, withWholeQuotations } from "./quotations.ts";
import { withoutRemarks } from "./remarks.ts";

/** Words of a quotation that is a statement and not a borrowed expression. */
const STATEMENT_WORDS = 5;

/**
 * Gives quotations their speaker. One that an attribution touches becomes its content as a whole, over sentence ends;
 * one that only the cue's words part from it ("“If so,” he said, “we leave”") goes with it. One that nothing touches
 * is said by whoever speaks beside it: in its own paragraph it continues that attribution, in the next one it is a
 * further attribution without cue.
 */
export function withQuotations(document: Document, tree: Tree, drafts: readonly Draft[]): readonly Draft[] {
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
  return quotations
    .filter((one) => isOrphan(text, one, grown))
    .reduce<readonly Draft[]>((all, quotation) => spoken(text, quotation, all, quotations), grown);
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
  quotations: readonly Span[],
): readonly Draft[] {
  const speaking = all.filter(
    (draft) =>
      draft.sourceHead >= 0 &&
      draft.cueToken >= 0 &&
      draft.stance === "asserts" &&
      draft.rule.startsWith("verb") &&
      !quotations.some((one) => isInside(draft, one)),
  );
  const before = speaking.filter((draft) => draft.cue[0]!.end <= quotation.start).at(-1);
  const between = before === undefined ? [] : text.slice(before.cue[0]!.end, quotation.start).split(/\n+/);
  const same =
    before !== undefined && between.length === 1 ? before : speakerBehind(text, quotation, speaking);
  if (same !== undefined)
    return all.map((draft) => (draft.cueToken === same.cueToken ? withPiece(draft, quotation) : draft));
  if (before === undefined || between.length > 2) return all;
  return [
    ...all,
    { ...before, cue: [], cueToken: -1, content: [quotation], rule: "quotation of the same speaker" },
  ];
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
