import { relation, type Token, type Tree } from "../../../language/index.ts";
import { isOnlyMentioned } from "../circumstances/mentioned.ts";
import type { Draft } from "../draft.ts";
import type { World } from "../world.ts";
import { compatible } from "./compatible.ts";
import { governorOf } from "./gathering.ts";
import { claimsMore } from "./standing.ts";

/** "killed in an airstrike", "attacked a village, killing five and burning homes": one clause, one event of one type. */
export function sameClause(a: Draft, b: Draft, world: World): boolean {
  const { tree } = world;
  if (a.type !== b.type) return false;
  if (isOutcome(a.token, b.token, tree) || isOutcome(b.token, a.token, tree)) return true;
  const [upper, lower] = governorOf(tree, a.token) === b.token ? [b.token, a.token] : [a.token, b.token];
  const low = tree.tokens[lower]!;
  const high = tree.tokens[upper]!;
  // "abducted an official two days after the ambush": two acts.
  if (governorOf(tree, lower) !== upper || isOnlyMentioned(tree, lower)) return false;
  if (claimsMore(a, b, world)) return false;
  if (low.deprel.startsWith("conj"))
    return isHarm(low.lemma) && isHarm(high.lemma)
      ? true
      : follows(low, high) || isToll(a, b, low.lemma, world);
  return (
    /^(?:obl|nmod|nsubj|obj|advcl|acl|compound|xcomp)/.test(low.deprel) &&
    (a.type === "ASSAULT" || low.deprel === "compound" || low.deprel.startsWith("xcomp"))
  );
}

/** "A blast rocked the market, killing ten": what came of the subject of a verb that tells no event. */
function isOutcome(verb: number, noun: number, tree: Tree): boolean {
  const { xpos, lemma, deprel } = tree.tokens[verb]!;
  const subject = tree.tokens[noun]!;
  return (
    deprel === "advcl" &&
    xpos === "VBG" &&
    isHarm(lemma) &&
    subject.deprel === "nsubj" &&
    subject.head === governorOf(tree, verb)
  );
}

/** "came under fire and 14 were wounded": what an attack cost, as long as nothing says that it was another. */
function isToll(a: Draft, b: Draft, lower: string, world: World): boolean {
  return a.type === "ASSAULT" && isHarm(lower) && compatible(a, b, world);
}

function isHarm(lemma: string): boolean {
  return /^(?:kill|wound|injure|hurt|die|maim)$/.test(lemma);
}

/** "…, killing five and burning homes": what came of the act before, also where the parser hangs it on that act. */
function follows(low: Token, high: Token): boolean {
  if (low.xpos !== "VBG") return false;
  return high.xpos === "VBG" ? relation(high) === "advcl" : isHarm(low.lemma);
}
