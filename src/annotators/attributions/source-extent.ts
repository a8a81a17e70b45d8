import { relation, type Tree } from "../../language/index.ts";
import type { Entity } from "../../language/layers.ts";
import { nearbyTokens } from "../../text/nearby.ts";
import type { Span } from "../../text/span.ts";
import { namesTime } from "./when.ts";

/** What hangs on a source and is no part of its name: prepositions before it, "even", remarks, the cue. */
const APART = new Set([
  "case",
  "cc",
  "parataxis",
  "advcl",
  "cop",
  "aux",
  "mark",
  "dep",
  "discourse",
  "nsubj",
  "ccomp",
]);

/** The characters of a source as it names itself, without its cue and what only hangs on it. */
export function wholeSource(entities: readonly Entity[], tree: Tree, head: number, cue: number): Span {
  const inside = new Set(tree.subtree(head));
  const remove = (index: number): void => {
    for (const own of tree.subtree(index)) inside.delete(own);
  };
  if (inside.has(cue)) remove(clauseUnder(tree, cue, head));
  for (const child of tree.children(head)) {
    const token = tree.tokens[child]!;
    const kind = relation(token);
    const isTime = (kind === "nmod" || kind === "obl") && namesTime(token.text);
    if (token.deprel === "cc:preconj" || isMeasure(tree, head, child)) continue;
    if (APART.has(kind) || isTime || (kind === "advmod" && child < head)) remove(child);
  }
  let first = head;
  let last = head;
  while (inside.has(first - 1)) first -= 1;
  while (inside.has(last + 1)) last += 1;
  first = behindDateline(tree, first, head);
  while (first < head && isMark(tree, first)) first += 1;
  while (last > head && isMark(tree, last)) last -= 1;
  if (tree.tokens[last + 1]?.text === ")" && hasText(tree, first, last, "(")) last += 1;
  [first, last] = withWholeNames(entities, first, last);
  first = withTitle(tree, entities, first);
  if (tree.tokens[last + 1]?.xpos === "POS" && tree.tokens[last + 1]!.head === head) last += 1;
  // The comma that closes an apposition before the verb is as much part of the phrase as the one that opens it.
  const closes = last < cue && tree.tokens[last + 1]?.text === "," && hasText(tree, head, last, ",");
  return { start: tree.tokens[first]!.start, end: tree.tokens[closes ? last + 1 : last]!.end };
}

/** "about 4 in 10", "nearly half". */
function isMeasure(tree: Tree, head: number, child: number): boolean {
  const { upos, text } = tree.tokens[head]!;
  return (
    child < head && relation(tree.tokens[child]!) === "advmod" && (upos === "NUM" || /^half$/i.test(text))
  );
}

/** "GENEVA - The envoy": the place line of an agency is no part of the first source. */
function behindDateline(tree: Tree, first: number, head: number): number {
  if (!/^\p{Lu}{3,}$/u.test(tree.tokens[first]!.text)) return first;
  for (let at = first + 1; at < Math.min(head, first + 8); at += 1)
    if (/^[-–—]+$/.test(tree.tokens[at]!.text) && tree.tokens[at]!.start > tree.tokens[at - 1]!.end)
      return at + 1;
  return first;
}

function hasText(tree: Tree, first: number, last: number, text: string): boolean {
  return tree.tokens.slice(first, last).some((token) => token.text === text);
}

/** A name that the tree cuts through, or that follows its title at once ("pollster" + "Ada Moss"), belongs whole. */
function withWholeNames(entities: readonly Entity[], first: number, last: number): [number, number] {
  const near = nearbyTokens(entities, first, last + 1);
  const cut = near.find((one) => one.first < first && first < one.last);
  const next = near.find(
    (one) => (one.first <= last && last < one.last) || (one.type === "PER" && one.first === last + 1),
  );
  return [cut?.first ?? first, next === undefined ? last : next.last - 1];
}

/**
 * "GOP candidate" + "Ada Moss", "the union's" + "Ada Moss": what stands before a person's name in the same noun phrase
 * says who he is, even where the tree hangs it elsewhere.
 */
function withTitle(tree: Tree, entities: readonly Entity[], first: number): number {
  if (!nearbyTokens(entities, first, first).some((one) => one.type === "PER" && one.first === first))
    return first;
  const belongs = (index: number): boolean => {
    const token = tree.tokens[index];
    if (token === undefined || token.sentence !== tree.tokens[first]!.sentence || namesTime(token.text))
      return false;
    return ["NOUN", "PROPN", "ADJ"].includes(token.upos) || token.xpos === "POS";
  };
  let at = first;
  while (belongs(at - 1)) at -= 1;
  const nearest = tree.tokens[first - 1];
  if (at === first || nearest === undefined) return first;
  const isTitle =
    ["NOUN", "ADJ"].includes(nearest.upos) || nearest.xpos === "POS" || nearest.text.endsWith(".");
  if (!isTitle || nearest.xpos === "NNS") return first;
  if (["DET", "NUM"].includes(tree.tokens[at - 1]?.upos ?? "")) at -= 1;
  return leadsElsewhere(tree, at - 1) ? first : at;
}

/** The phrase is the object of something else ("in the interview Moss said"), not of "according to", nor said to speak. */
function leadsElsewhere(tree: Tree, index: number): boolean {
  const token = tree.tokens[index];
  if (token === undefined || ["VBD", "VBZ"].includes(token.xpos)) return false;
  if (tree.tokens[index - 1]?.text.toLowerCase() === "according") return false;
  return ["ADP", "SCONJ", "VERB", "AUX", "PRON"].includes(token.upos);
}

function isMark(tree: Tree, index: number): boolean {
  return tree.tokens[index]!.upos === "PUNCT";
}

/** The dependent of `head` that the cue stands in: "officials who say …". */
function clauseUnder(tree: Tree, cue: number, head: number): number {
  let at = cue;
  while (tree.tokens[at]!.head >= 0 && tree.tokens[at]!.head !== head) at = tree.tokens[at]!.head;
  return at;
}
