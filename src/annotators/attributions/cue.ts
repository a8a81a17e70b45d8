import { relation, type Tree } from "../../language/index.ts";
import type { Span } from "../../text/span.ts";

/**
 * The verb with what stands right before it and belongs to it ("has also said"), its particle and its colon, and the
 * preposition that leads to the content if nothing but adverbs stands between ("has long called for").
 */
export function cueOf(text: string, tree: Tree, verb: number, preposition = -1): Span {
  const own = new Set(tree.children(verb));
  let first = verb;
  while (own.has(first - 1) && ["aux", "advmod"].includes(relation(tree.tokens[first - 1]!))) first -= 1;
  let last = verb;
  if (own.has(last + 1) && tree.tokens[last + 1]!.deprel === "compound:prt") last += 1;
  let next = last + 1;
  while (own.has(next) && relation(tree.tokens[next]!) === "advmod") next += 1;
  if (next === preposition) last = next;
  const end = tree.tokens[last]!.end;
  return { start: tree.tokens[first]!.start, end: text[end] === ":" ? end + 1 : end };
}
