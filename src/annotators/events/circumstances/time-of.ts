import { relation, type Tree } from "../../../language/index.ts";
import type { EventType } from "../../../ontology/index.ts";
import type { TimeMention } from "../../times/layer.ts";
import {
  type Circumstance,
  clauseAbove,
  type Holders,
  loneInSentence,
  prepositionsOf,
} from "./attachment.ts";
import type { Placed } from "./place-of.ts";

/** Index in TIMES of when an event happened, from the structure of the text; -1 if it does not say. */
export function timeOf(
  tree: Tree,
  times: readonly TimeMention[],
  dated: readonly Circumstance[],
  holders: Holders,
  event: Placed,
): number {
  const own = new Set([event.token, ...event.extra.filter((at) => at >= 0)]);
  const direct = dated.filter(
    (one) =>
      own.has(one.holder) &&
      !datesAnother(tree, one, own) &&
      !(isPerfect(tree, event.token) && isOver(times[one.index]!, one, event)) &&
      (times[one.index]!.use !== "length" || LASTING.has(event.type)),
  );
  const fixed = direct.find((one) => times[one.index]!.from !== undefined) ?? direct[0];
  if (fixed !== undefined) return fixed.index;
  const loose = dated.filter((one) => times[one.index]!.use === "when" || times[one.index]!.use === "length");
  const above = sameTimeAbove(tree, event.token, holders);
  const shared = loose.find((one) => one.carriers.some((at) => above.includes(at)));
  if (shared !== undefined) return shared.index;
  const alone = loneInSentence(tree, event.token, loose, holders);
  return alone !== undefined && !inOtherClause(tree, alone, event.token) ? alone.index : -1;
}

/** Who condemns a killing on Monday does not date the killing: words about an event are another one. */
function sameTimeAbove(tree: Tree, token: number, holders: Holders): readonly number[] {
  const above = clauseAbove(tree, token, holders);
  const path = [token, ...above];
  const other = above.findIndex((at, index) => {
    const type = holders.triggers.get(at);
    return (
      type !== undefined && ABOUT.has(type) && !/^(?:conj|advcl)$/.test(relation(tree.tokens[path[index]!]!))
    );
  });
  return other < 0 ? above : above.slice(0, other);
}

/** Types whose object is an act of somebody else, mostly of another day. */
const ABOUT: ReadonlySet<EventType> = new Set<EventType>([
  "ACCUSE",
  "REJECT",
  "REQUEST",
  "SUPPORT",
  "THREATEN",
]);

/** Acts that go on: "has fought for nine years". A sentence of nine years lies ahead. */
const LASTING: ReadonlySet<EventType> = new Set<EventType>([
  "ASSAULT",
  "CONSULT",
  "COOPERATE",
  "PROTEST",
  "SUPPORT",
]);

/**
 * "sentenced after he led protests last year", "agreed as foreseen in the deal signed in May": a verb with a subject or
 * an object of its own stands between, and is dated. "A deal announced on Monday" is the event's own.
 */
function datesAnother(tree: Tree, one: Circumstance, own: ReadonlySet<number>): boolean {
  const between = one.chain.slice(
    0,
    one.chain.findIndex((at) => own.has(at)),
  );
  return between.some((at) => {
    const { upos, deprel, head } = tree.tokens[at]!;
    if (upos !== "VERB") return false;
    if (deprel.startsWith("acl")) return !own.has(head);
    return /^advcl|^ccomp/.test(deprel) && tree.dependents(at, "nsubj").length > 0;
  });
}

/** "said on Sunday a group have attacked": English dates no present perfect by a day that is over. */
function isOver(time: TimeMention, one: Circumstance, event: Placed): boolean {
  return time.use === "when" && time.precision === "day" && one.chain.includes(event.token);
}

function isPerfect(tree: Tree, token: number): boolean {
  return tree.dependents(token, "aux").some((child) => /^(?:has|have|'ve)$/i.test(tree.tokens[child]!.text));
}

/** "had spent nine years fighting", "has ruled for a decade": a length that ends now, counted back. */
export function countsBack(tree: Tree, time: TimeMention, head: number): boolean {
  if (time.use !== "length" || time.from === undefined) return false;
  const governor = tree.tokens[head]!.head;
  if (governor < 0) return false;
  const perfect = tree.dependents(governor, "aux").some((child) => tree.tokens[child]!.lemma === "have");
  return perfect && (tree.tokens[governor]!.lemma === "spend" || prepositionsOf(tree, head).includes("for"));
}

/** A date inside a subordinate clause dates that clause: "the man found on Monday was blamed". */
function inOtherClause(tree: Tree, one: Circumstance, token: number): boolean {
  const between = [one.head, ...one.chain].filter(
    (at) => !tree.ancestors(token).includes(at) && at !== token,
  );
  return between.some((at) => /^(?:acl|advcl|ccomp|csubj|parataxis)/.test(tree.tokens[at]!.deprel));
}
