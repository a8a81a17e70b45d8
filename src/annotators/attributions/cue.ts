import { relation, type Tree } from "../../language/index.ts";
import type { Span } from "../../text/span.ts";

/**
 * The verb with what stands right before it and belongs to it ("has also said"), with a verb that only leads to it
 * ("continues to insist"), its particle and its colon, and the preposition that leads to the content if nothing but
 * adverbs stands between ("has long called for").
 */
export function cueOf(text: string, tree: Tree, verb: number, preposition = -1): Span {
  const own = new Set(tree.children(verb));
  const first = beginning(tree, verb);
  let last = verb;
  if (own.has(last + 1) && tree.tokens[last + 1]!.deprel === "compound:prt") last += 1;
  if (own.has(last + 1) && isManner(tree, last + 1)) last += 1;
  let next = last + 1;
  while (own.has(next) && relation(tree.tokens[next]!) === "advmod") next += 1;
  if (next === preposition) last = next;
  const end = tree.tokens[last]!.end;
  return { start: tree.tokens[first]!.start, end: text[end] === ":" ? end + 1 : end };
}

function beginning(tree: Tree, verb: number): number {
  const own = new Set(tree.children(verb));
  let first = verb;
  for (let next = first - 1; belongs(tree, own, next); next -= 1) first = next;
  const leading = tree.tokens[verb]!.head;
  const leads = relation(tree.tokens[verb]!) === "xcomp" && tree.tokens[leading]?.upos === "VERB";
  if (!leads || leading > first) return first;
  // "continues [to] insist", "refused [even to] say": nothing else stands between the two verbs.
  let at = first - 1;
  while (at > leading && ["mark", "advmod", "compound"].includes(relation(tree.tokens[at]!))) at -= 1;
  return at === leading ? beginning(tree, leading) : first;
}

/** "said sarcastically", "added later". */
function isManner(tree: Tree, index: number): boolean {
  const token = tree.tokens[index]!;
  return (
    relation(token) === "advmod" && /ly$|^(?:later|again)$/i.test(token.text) && !/^only$/i.test(token.text)
  );
}

/** An auxiliary or adverb of the verb, or a word that goes with that adverb ("almost universally expressed"). */
function belongs(tree: Tree, own: ReadonlySet<number>, index: number): boolean {
  if (index < 0) return false;
  if (own.has(index)) return isAuxiliary(tree, index);
  const { head, upos } = tree.tokens[index]!;
  return upos === "ADV" && own.has(head) && head === index + 1 && isAuxiliary(tree, head);
}

function isAuxiliary(tree: Tree, index: number): boolean {
  const token = tree.tokens[index]!;
  return (
    relation(token) === "aux" ||
    (relation(token) === "advmod" && !/^(?:when|where|why|how)$/i.test(token.text))
  );
}
