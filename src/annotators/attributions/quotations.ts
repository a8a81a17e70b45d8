import type { Document } from "../../text/document.ts";
import { contains, overlaps, type Span } from "../../text/span.ts";
import type { Draft } from "./draft.ts";

/** The quotations of a text, without their marks. A paragraph closes what it leaves open. */
export function quotationsOf(text: string): readonly Span[] {
  const found: Span[] = [];
  for (const paragraph of text.matchAll(/[^\n]+/g)) {
    const pattern = /“([^”]*)(?:”|$)|"([^"]*)(?:"|$)/g;
    for (const match of paragraph[0].matchAll(pattern)) {
      const words = match[1] ?? match[2] ?? "";
      const start = paragraph.index + match.index + 1;
      if (words.trim() !== "") found.push({ start, end: start + words.length });
    }
  }
  return found;
}

/** Words of a quotation that is a statement and not a borrowed expression. */
const STATEMENT_WORDS = 5;

/**
 * Gives quotations their speaker: one that an attribution touches becomes its content as a whole, over sentence
 * ends; one that nothing touches is the last speaker's, if he stands in the same or the previous paragraph.
 */
export function withQuotations(document: Document, drafts: readonly Draft[]): readonly Draft[] {
  const quotations = quotationsOf(document.text);
  const grown = drafts.map((draft) => grow(draft, quotations));
  const orphans = quotations.filter((quotation) => {
    const words = document.text.slice(quotation.start, quotation.end).split(/\s+/).length;
    return (
      words >= STATEMENT_WORDS &&
      !grown.some((draft) => draft.content.some((content) => overlaps(content, quotation)))
    );
  });
  const spoken = orphans.flatMap((quotation) => {
    const speaker = speakerFor(document.text, quotation, grown);
    return speaker === undefined
      ? []
      : [{ ...speaker, cue: [], cueToken: -1, content: [quotation], rule: "quotation of the same speaker" }];
  });
  return [...grown, ...spoken];
}

function grow(draft: Draft, quotations: readonly Span[]): Draft {
  const touched = quotations.filter(
    (quotation) =>
      draft.content.some((content) => overlaps(content, quotation)) &&
      !draft.cue.some((cue) => contains(quotation, cue)),
  );
  if (touched.length === 0) return draft;
  const apart = draft.content.filter((content) => !touched.some((quotation) => contains(quotation, content)));
  const merged = apart.map((content) => {
    const same = touched.filter((quotation) => overlaps(quotation, content));
    return {
      start: Math.min(content.start, ...same.map((one) => one.start)),
      end: Math.max(content.end, ...same.map((one) => one.end)),
    };
  });
  const left = touched.filter((quotation) => !merged.some((content) => contains(content, quotation)));
  return { ...draft, content: [...merged, ...left].sort((a, b) => a.start - b.start) };
}

/** The nearest attribution before the quotation, at most one paragraph away; else the one right behind it. */
function speakerFor(text: string, quotation: Span, drafts: readonly Draft[]): Draft | undefined {
  const speaking = drafts.filter(
    (draft) => draft.sourceHead >= 0 && draft.stance === "asserts" && draft.rule.startsWith("verb"),
  );
  const before = speaking
    .filter((draft) => draft.cue[0] !== undefined && draft.cue[0].end <= quotation.start)
    .at(-1);
  if (before === undefined) return undefined;
  const between = text.slice(before.cue[0]!.end, quotation.start);
  return between.split(/\n+/).length <= 2 ? before : undefined;
}
