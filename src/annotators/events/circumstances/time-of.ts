import { relation, type Tree } from "../../../language/index.ts";
import type { EventType } from "../../../ontology/index.ts";
import type { TimeMention } from "../../times/layer.ts";
import { type Circumstance, type Holders, loneInSentence, prepositionsOf } from "./attachment.ts";
import { isAboutSubject, isOnlyMentioned } from "./mentioned.ts";
import type { Placed } from "./place-of.ts";
import { sharedTime } from "./shared-time.ts";
import { isPerfect, isPresent } from "./tense.ts";
import { isDayOf, isOfAnother, isSince, liesAhead } from "./time-limits.ts";
import { type Bound, bound, UNBOUND } from "./way.ts";

/** When an event happened, as an index in TIMES, from the structure of the text; none if it does not say. */
export function timeOf(
  tree: Tree,
  times: readonly TimeMention[],
  all: readonly Circumstance[],
  holders: Holders,
  event: Placed,
  published: string | undefined,
): Bound {
  const own = new Set([event.token, ...event.extra.filter((at) => at >= 0)]);
  const possible = all.filter((one) => !liesAhead(tree, times[one.index]!, event.token, published));
  const direct = possible.filter(
    (one) =>
      own.has(one.holder) &&
      !isOfAnother(tree, one, times[one.index]!, event, own) &&
      (times[one.index]!.use !== "length" || LASTING.has(event.type)),
  );
  const known = direct.filter((one) => times[one.index]!.from !== undefined);
  // "Nine months later, in May 2020": what is written out beside what is counted.
  const written = known.find((one) => times[one.index]!.anchor === "explicit");
  const counted = known[0] !== undefined && /event|mentioned/.test(times[known[0].index]!.anchor);
  const fixed = (counted ? written : undefined) ?? known[0] ?? direct[0];
  if (fixed !== undefined) return bound(fixed.index, "own");
  const clause = timeOfWhenClause(tree, times, event.token);
  if (clause >= 0) return bound(clause, "beside");
  if (isOnlyMentioned(tree, event.token)) return UNBOUND;
  // What is told of now, or of all the time until now, has no day of a verb beside it.
  const isOpen = isPresent(tree, event.token) || isPerfect(tree, event.token);
  const loose = possible.filter(
    (one) => LOOSE.has(times[one.index]!.use) && !(isOpen && isDayOf(times[one.index]!)),
  );
  const shared = sharedTime(tree, event.token, loose, holders);
  if (shared !== undefined) return bound(shared.index, "shared");
  const drawn = timeOfCause(tree, loose, event.token);
  if (drawn !== undefined) return bound(drawn.index, "beside");
  const alone = loneInSentence(tree, event.token, loose, holders);
  return alone !== undefined &&
    !inOtherClause(tree, alone, event.token) &&
    !isAboutSubject(tree, event.token, alone.head)
    ? bound(alone.index, "alone")
    : UNBOUND;
}

/** Uses of a time that a word below its holder may share. */
const LOOSE: ReadonlySet<TimeMention["use"]> = new Set(["when", "since", "length"]);

/** Acts that go on: "has fought for nine years". A sentence of nine years lies ahead. */
const LASTING: ReadonlySet<EventType> = new Set<EventType>([
  "ASSAULT",
  "CONSULT",
  "COOPERATE",
  "PROTEST",
  "SUPPORT",
]);

/** "since late October, when rebels launched an offensive": the date that the clause of the event hangs on. */
export function timeOfWhenClause(tree: Tree, times: readonly TimeMention[], token: number): number {
  const clause = [token, ...tree.ancestors(token)].find((at) => CLAUSE.test(tree.tokens[at]!.deprel));
  if (clause === undefined) return -1;
  const isWhen = tree.dependents(clause, "advmod", "mark").some((at) => tree.tokens[at]!.lemma === "when");
  const { head } = tree.tokens[clause]!;
  if (!isWhen) return -1;
  const own = times.findIndex((time) => head >= time.first && head < time.last);
  if (own >= 0) return times[own]!.from === undefined ? -1 : own;
  // However it was parsed: the date right before "when".
  const first = Math.min(...tree.dependents(clause, "advmod", "mark"));
  return times.findIndex((time) => time.from !== undefined && time.last <= first && first - time.last <= 1);
}

const CLAUSE = /^(?:acl|advcl|ccomp|csubj|parataxis)/;

/**
 * Whether a date is the event's own day where "since" makes it last for others: "ties have soured since he took power
 * in May" dates the taking, "since May, when he took power" too.
 */
export function isOwnDate(tree: Tree, times: readonly TimeMention[], index: number, token: number): boolean {
  const time = times[index];
  if (time === undefined) return false;
  if (timeOfWhenClause(tree, times, token) === index) return true;
  if (time.use === "since" && STARTS.test(tree.tokens[token]!.lemma)) return true;
  const above = tree.ancestors(tree.headOf(time.first, time.last));
  return [token, ...tree.ancestors(token)].some((at) => isSince(tree, at) && above.includes(at));
}

/** "since 30 March shops have stopped selling it": what ends or begins does so on the first day. */
const STARTS = /^(?:begin|cease|halt|launch|quit|start|stop)$/;

/** "had spent nine years fighting", "has ruled for a decade": a length that ends now, counted back. */
export function countsBack(tree: Tree, time: TimeMention, head: number): boolean {
  if (time.use !== "length" || time.from === undefined) return false;
  const at = tree.tokens[head]!.head;
  const above = tree.tokens[at]?.head ?? -1;
  const isSpent = above >= 0 && tree.tokens[above]!.lemma === "spend" && tree.tokens[at]!.xpos === "VBG";
  const governor = isSpent ? above : at;
  if (governor < 0) return false;
  const perfect = tree.dependents(governor, "aux").some((child) => tree.tokens[child]!.lemma === "have");
  return perfect && (tree.tokens[governor]!.lemma === "spend" || prepositionsOf(tree, head).includes("for"));
}

/**
 * "On Monday the minister said that they would stay, drawing condemnation": what comes of a sentence has the date of
 * its main verb, whichever verb before it the parser hangs the participle on.
 */
function timeOfCause(tree: Tree, dated: readonly Circumstance[], token: number): Circumstance | undefined {
  const { deprel, head } = tree.tokens[token]!;
  const verb = tree.tokens[head];
  if (deprel !== "obj" || verb?.xpos !== "VBG" || verb.deprel !== "advcl" || !DRAWS.test(verb.lemma))
    return undefined;
  const main = tree.ancestors(head).at(-1);
  return dated.find((one) => tree.tokens[one.head]!.head === main && one.head < head);
}

const DRAWS = /^(?:draw|spark|provoke|trigger|prompt|incur|earn|invite|attract)$/;

/** A date inside a subordinate clause dates that clause: "the man found on Monday was blamed". */
function inOtherClause(tree: Tree, one: Circumstance, token: number): boolean {
  const between = [one.head, ...one.chain].filter(
    (at) => !tree.ancestors(token).includes(at) && at !== token,
  );
  return between.some((at) => CLAUSE.test(tree.tokens[at]!.deprel) || isLaterClause(tree, at));
}

/** "dismissed the remark, and on Monday handed over a ship": a date in what comes next. */
function isLaterClause(tree: Tree, at: number): boolean {
  return relation(tree.tokens[at]!) === "conj" && tree.tokens[at]!.upos === "VERB";
}
