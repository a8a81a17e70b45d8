import { relation, type Tree } from "../../../language/index.ts";
import type { EventType } from "../../../ontology/index.ts";
import type { TimeMention } from "../../times/layer.ts";
import { SPOKEN } from "../speech-acts.ts";
import type { Circumstance } from "./attachment.ts";
import { isAboutParty } from "./mentioned.ts";
import type { Placed } from "./place-of.ts";
import { hasOwnSubject, isPast, isPerfect } from "./tense.ts";

/** Whether a date that hangs on an event's words is that of something else which the same clause speaks of. */
export function isOfAnother(
  tree: Tree,
  one: Circumstance,
  time: TimeMention,
  event: Placed,
  own: ReadonlySet<number>,
): boolean {
  const depth = one.chain.findIndex((at) => own.has(at));
  const between = one.chain.slice(0, Math.max(0, depth));
  return (
    datesAnother(tree, between, own) ||
    (SPOKEN.has(event.type) && datesTopic(tree, one, time, between, own)) ||
    (PROMISES.has(event.type) && datesContent(tree, between)) ||
    (isPerfect(tree, event.token) && isDayOf(time) && one.chain.includes(event.token))
  );
}

/** A day that is over, as against the stretches that a perfect or a present may go with. */
export function isDayOf({ use, precision }: TimeMention): boolean {
  return use === "when" && /^(?:day|part-of-day|hour|minute)$/.test(precision ?? "");
}

/** "ruled out a meeting next week", "invited them for Sunday": what is past has no day to come. */
export function liesAhead(
  tree: Tree,
  { from }: TimeMention,
  token: number,
  published: string | undefined,
): boolean {
  return published !== undefined && from !== undefined && from > published && isPast(tree, token);
}

/** "killed since the violence began on 3 May". */
export function isSince(tree: Tree, clause: number): boolean {
  return tree.dependents(clause, "mark").some((mark) => tree.tokens[mark]!.lemma === "since");
}

/**
 * "sentenced after he led protests last year", "agreed as foreseen in the deal signed in May": a verb with a subject or
 * an object of its own stands between, and is dated. "A deal announced on Monday" is the event's own, and so is
 * "arrested as he landed on Monday".
 */
function datesAnother(tree: Tree, between: readonly number[], own: ReadonlySet<number>): boolean {
  return between.some((at) => {
    const { upos, deprel, head } = tree.tokens[at]!;
    const isClause = upos === "VERB" || tree.dependents(at, "cop").length > 0;
    if (!isClause || isSince(tree, at) || isMeanwhile(tree, at)) return false;
    if (deprel.startsWith("acl")) return !own.has(head) || isAboutParty(tree, at);
    return /^(?:advcl|ccomp|parataxis|conj)/.test(deprel) && hasOwnSubject(tree, at);
  });
}

/** "detained as they left the aircraft on Monday": one moment, told twice. */
function isMeanwhile(tree: Tree, clause: number): boolean {
  return (
    relation(tree.tokens[clause]!) === "advcl" &&
    tree
      .dependents(clause, "mark", "advmod")
      .some((mark) => /^(?:as|when|while)$/i.test(tree.tokens[mark]!.text))
  );
}

/** "thanked them for their help in 2000", "denied the killing of May": the date is that of what the words are about. */
function datesTopic(
  tree: Tree,
  one: Circumstance,
  time: TimeMention,
  between: readonly number[],
  own: ReadonlySet<number>,
): boolean {
  // "criticised the 2015 agreement": the date hangs on its noun, which is what the words are about.
  const isNoun = one.head >= time.last && !own.has(one.head) && !isMade(tree, one.head);
  const topics = isNoun ? [one.head, ...between] : between.filter((at) => at !== one.head);
  return topics.some((at) => {
    const { upos, deprel } = tree.tokens[at]!;
    const isThing = (upos === "NOUN" || upos === "PROPN") && /^(?:obj|obl|nmod|xcomp)/.test(deprel);
    const isDeed = tree.tokens[at]!.xpos === "VBG" && relation(tree.tokens[at]!) === "advcl";
    return (isThing && !OCCASION.test(tree.tokens[at]!.lemma)) || isDeed;
  });
}

/** "signed the 2015 agreement": what came to be by it. */
function isMade(tree: Tree, noun: number): boolean {
  const { deprel, head } = tree.tokens[noun]!;
  return (
    deprel === "obj" && /^(?:sign|conclude|strike|reach|ink|broker|seal|make)$/.test(tree.tokens[head]!.lemma)
  );
}

/** "in a speech on Monday", "at a meeting on 3 May": when it was said. */
const OCCASION =
  /^(?:address|announcement|briefing|broadcast|ceremony|communique|conference|council|declaration|email|hearing|interview|letter|meeting|message|note|parliament|post|press|rally|release|remarks?|resolution|session|speech|statement|summit|talks?|television|text|tweet|video|visit|vote)$/;

/** "called on them to meet on 3 May", "agreed to meet on Monday": a date of what is asked, promised or refused. */
function datesContent(tree: Tree, between: readonly number[]): boolean {
  return between.some(
    (at) =>
      tree.tokens[at]!.xpos === "VB" &&
      /^(?:xcomp|advcl|ccomp|acl)$/.test(tree.tokens[at]!.deprel) &&
      tree.dependents(at, "mark").some((mark) => tree.tokens[mark]!.lemma === "to"),
  );
}

const PROMISES: ReadonlySet<EventType> = new Set<EventType>(["AGREE", "REJECT", "REQUEST", "THREATEN"]);
