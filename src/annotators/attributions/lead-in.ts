import { relation, type Tree } from "../../language/index.ts";
import { overlaps, type Span } from "../../text/span.ts";
import type { Draft } from "./draft.ts";
import { TO_A_HEARER } from "./preceding.ts";

/**
 * "Said the truce was “as good as dead”": a quotation that goes on with a sentence in small letters needs the words
 * before it, up to the cue or to where the sentence begins.
 */
export function withLeadIn(text: string, tree: Tree, draft: Draft, cues: readonly Span[]): Draft {
  const [cue] = draft.cue;
  const [piece] = draft.content;
  if (cue === undefined || piece === undefined || !draft.rule.startsWith("verb")) return draft;
  if (!/^(?:["“]|'')\p{Ll}/u.test(text.slice(piece.start))) return draft;
  const [at] = tree.range(piece);
  const first = openingOf(tree, draft, at);
  const start = tree.tokens[first]?.start ?? piece.start;
  if (first >= at || start >= piece.start) return draft;
  const lead = { start, end: piece.start };
  if (/["“”:\n]|''/.test(text.slice(lead.start, lead.end))) return draft;
  if ([...cues, ...draft.source].some((one) => overlaps(one, lead))) return draft;
  return { ...draft, content: [{ start, end: piece.end }, ...draft.content.slice(1)] };
}

/**
 * "Said the truce was dead and that talks would end": a further clause with "that" right behind what is said is said as
 * well, wherever the tree hangs it.
 */
export function withFurtherClause(tree: Tree, draft: Draft): Draft {
  const last = draft.content.at(-1);
  const [cue] = draft.cue;
  if (last === undefined || cue === undefined || last.start < cue.end || !draft.rule.startsWith("verb"))
    return draft;
  let at = tree.range(last)[1];
  if (tree.tokens[at]?.text === ",") at += 1;
  if (!/^(?:and|but|or)$/.test(tree.tokens[at]?.text ?? "") || tree.tokens[at + 1]?.text !== "that")
    return draft;
  const that = tree.tokens[at + 1]!;
  if (relation(that) !== "mark" || that.head <= at) return draft;
  const end =
    tree.tokens[
      tree.subtree(that.head).findLast((index) => tree.tokens[index]!.upos !== "PUNCT") ?? that.head
    ]!.end;
  return {
    ...draft,
    content: [...draft.content.slice(0, -1), { start: last.start, end: Math.max(last.end, end) }],
  };
}

/** The first word behind the cue and its adverbs, or the first of the sentence if the cue follows. */
function openingOf(tree: Tree, draft: Draft, at: number): number {
  const { sentence } = tree.tokens[at]!;
  if (draft.cueToken > at) {
    let first = at;
    while (tree.tokens[first - 1]?.sentence === sentence) first -= 1;
    return first;
  }
  if (tree.tokens[draft.cueToken]?.sentence !== sentence) return at;
  if (TO_A_HEARER.test(tree.tokens[draft.cueToken]!.lemma.toLowerCase())) return at;
  let first = draft.cueToken + 1;
  while (first < at && ["ADV", "PUNCT"].includes(tree.tokens[first]!.upos)) first += 1;
  return ["ADP", "SCONJ"].includes(tree.tokens[first]!.upos) && tree.tokens[first]!.text !== "that"
    ? at
    : first;
}
