import { spansOf, type Tree } from "../../language/index.ts";
import type { Span } from "../../text/span.ts";

/** Parts of speech that say nothing alone: what the tree leaves over of a phrase that it cut. */
const EMPTY = new Set(["DET", "ADP", "CCONJ", "SCONJ", "PART", "PUNCT"]);

/** A word that only points at content which stands elsewhere: "which he said …". */
const POINTER = /^(?:that|which|what|who|whom|this|it|so|as)$/i;

/** Tokens as pieces of running text, without the marks at their edges; pieces that say nothing are left out. */
export function piecesOf(tree: Tree, indices: readonly number[]): readonly Span[] {
  return runsOf(indices).flatMap((run) => {
    const kept = withoutMarks(tree, run);
    if (kept.every((index) => EMPTY.has(tree.tokens[index]!.upos))) return [];
    if (kept.length === 1 && POINTER.test(tree.tokens[kept[0]!]!.text)) return [];
    return spansOf(tree, kept);
  });
}

function runsOf(indices: readonly number[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  for (const index of [...indices].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last !== undefined && last.at(-1) === index - 1) last.push(index);
    else runs.push([index]);
  }
  return runs;
}

function withoutMarks(tree: Tree, run: readonly number[]): readonly number[] {
  const isMark = (index: number): boolean => tree.tokens[index]!.upos === "PUNCT";
  let first = 0;
  let last = run.length;
  while (first < last && isMark(run[first]!)) first += 1;
  while (last > first && isMark(run[last - 1]!)) last -= 1;
  return run.slice(first, last + belonging(tree, run, first, last));
}

/** "It is ‘terrifying.’": how many words behind the last one it takes to close a mark of quotation that stands inside. */
function closingMark(tree: Tree, run: readonly number[], first: number, last: number): number {
  const tags = run.map((index) => tree.tokens[index]!.xpos);
  const count = (tag: string): number => tags.slice(first, last).filter((one) => one === tag).length;
  if (count("``") <= count("''")) return 0;
  if (tags[last] === "''") return 1;
  return tags[last] === "." && tags[last + 1] === "''" ? 2 : 0;
}

/** Marks behind the last word that are as much said as it is: the bracket of a remark, and a question's mark. */
function belonging(tree: Tree, run: readonly number[], first: number, last: number): number {
  const textAt = (at: number): string => tree.tokens[run[at] ?? -1]?.text ?? "";
  const opens = run.slice(first, last).filter((index) => tree.tokens[index]!.text === "(").length;
  const closes = run.slice(first, last).filter((index) => tree.tokens[index]!.text === ")").length;
  if (textAt(last) === ")" && opens > closes) return 1 + belonging(tree, run, first, last + 1);
  const mark = closingMark(tree, run, first, last);
  if (mark > 0) return mark;
  return textAt(last) === "?" ? 1 : 0;
}
