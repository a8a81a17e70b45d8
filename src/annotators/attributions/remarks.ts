import type { Tree } from "../../language/index.ts";
import { contains, overlaps, type Span } from "../../text/span.ts";
import type { Draft } from "./draft.ts";

/**
 * Somebody's words in quotation marks end with the marks: what the tree hangs on the clause behind the cue ("“We
 * stay,” said the mayor, whose town was shelled, in an interview") is the report's own remark. What directly
 * continues the source after a comma names him and goes to the source.
 */
export function withoutRemarks(text: string, tree: Tree, draft: Draft, quotations: readonly Span[]): Draft {
  const [cue] = draft.cue;
  if (cue === undefined || draft.content.length < 2) return draft;
  const isSpoken = (piece: Span): boolean => quotations.some((quotation) => overlaps(quotation, piece));
  const opens = draft.content.find((piece) => piece.end <= cue.start);
  if (opens === undefined || !quotations.some((quotation) => contains(quotation, opens))) return draft;
  const remarks = draft.content.filter((piece) => piece.start >= cue.end && !isSpoken(piece));
  if (remarks.length === 0) return draft;
  const naming = remarks.find((remark) => isNaming(text, tree, draft, remark));
  return {
    ...draft,
    content: draft.content.filter((piece) => !remarks.includes(piece)),
    ...(naming === undefined
      ? {}
      : { source: [{ start: draft.source[0]!.start, end: endOfNaming(text, naming) }] }),
  };
}

/** "…, in an interview": the occasion names nobody. */
function endOfNaming(text: string, naming: Span): number {
  const occasion = /, (?:in|on|at|during|via|by) /.exec(text.slice(naming.start, naming.end));
  return occasion === null ? naming.end : naming.start + occasion.index;
}

/** "said Diallo, whose …", "said Diallo, a former envoy", "a professor at the university". */
function isNaming(text: string, tree: Tree, { source, cue }: Draft, remark: Span): boolean {
  const [named] = source;
  if (named === undefined || named.start < cue[0]!.end || remark.start < named.end) return false;
  const between = text.slice(named.end, remark.start);
  const [first] = tree.range(remark);
  const token = tree.tokens[first]!;
  if (/^\s*$/.test(between)) return /^(?:of|at|for|with|who|whose)$/.test(token.text);
  return /^,\s*$/.test(between) && /^(?:whose|who|a|an|the|of)$/.test(token.text);
}
