import type { Token } from "../../language/layers.ts";
import { relation, type Tree } from "../../language/tree.ts";
import type { Meaning } from "./interval.ts";
import type { TimeMention } from "./layer.ts";

/** What an expression does in its sentence: only `when` and `since` may date an event. */
export function useOf(
  tree: Tree,
  first: number,
  last: number,
  meaning: Meaning,
  words: string,
): TimeMention["use"] {
  const head = tree.headOf(first, last);
  const prepositions = tree
    .dependents(head, "case", "mark")
    .map((index) => tree.tokens[index]!.lemma)
    .concat(first > 0 ? [tree.tokens[first - 1]!.lemma] : []);
  const has = (...wanted: readonly string[]): boolean => prepositions.some((one) => wanted.includes(one));
  if (meaning.type === "SET") return "repeated";
  if (meaning.value.endsWith("_REF") && meaning.from === undefined) return "modifier";
  if (has("by", "until", "till", "before") && meaning.type !== "DURATION") return "deadline";
  if (has("since")) return "since";
  if (isStatus(tree.tokens, first)) return "stamp";
  if (isInSinceClause(tree, head)) return "since";
  if (meaning.type === "DURATION") {
    if (/\b(?:coming|next)\b/i.test(words)) return "ahead";
    // "the past three days", "the first ten months of 1915".
    const isStretch = /\b(?:past|last|previous)\b/i.test(words) || meaning.anchor === "explicit";
    if (isStretch && meaning.from !== undefined) return "when";
    return /\bmore\b/.test(words) || has("within", "in") ? "ahead" : "length";
  }
  return isModifier(tree.tokens, tree, head, first) ? "modifier" : "when";
}

/** "still missing as of Monday", "as at Tuesday morning": when the count was taken, not when anything happened. */
function isStatus(tokens: readonly Token[], first: number): boolean {
  const [mark, as] = [tokens[first - 1], tokens[first - 2]];
  return /^(?:of|at)$/i.test(mark?.text ?? "") && /^as$/i.test(as?.text ?? "");
}

/** "killed since the violence began on 3 May". */
function isInSinceClause(tree: Tree, head: number): boolean {
  const verb = tree.tokens[head]!.head;
  return verb >= 0 && tree.dependents(verb, "mark").some((mark) => tree.tokens[mark]!.lemma === "since");
}

/** "the August 2020 overthrow", "2022 elections", "Monday's attack": it hangs on a noun without a preposition. */
function isModifier(tokens: readonly Token[], tree: Tree, head: number, first: number): boolean {
  const token = tokens[head]!;
  const governor = tokens[token.head];
  if (governor === undefined || !["NOUN", "PROPN"].includes(governor.upos)) return false;
  if (tree.dependents(head, "case").some((index) => index < first)) return false;
  return (
    ["compound", "nmod", "amod", "nummod"].includes(relation(token)) &&
    token.deprel !== "nmod:tmod" &&
    head < token.head
  );
}
