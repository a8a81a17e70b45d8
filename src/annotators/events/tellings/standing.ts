import type { EventFactuality } from "../../factuality/layer.ts";
import { isCue } from "../cues.ts";
import type { Draft } from "../draft.ts";
import type { World } from "../world.ts";
import { sameWord } from "./wording.ts";

/**
 * Both happened or both are to come, both are told or both are denied, and neither lends the other what its own words
 * do not say: a claim of one act is no fact because others of its kind are known.
 */
export function oneStanding(a: Draft, b: Draft, world: World): boolean {
  const one = world.factuality.get(a.token);
  const other = world.factuality.get(b.token);
  if (one === undefined || other === undefined) return true;
  if (isToCome(one) !== isToCome(other) || one.value.endsWith("-") !== other.value.endsWith("-"))
    return false;
  if (isOpen(one) !== isOpen(other) && tellsMore(a, b, one, other, world)) return false;
  return one.attempt === other.attempt || !sameWord(a, b, world);
}

/** A fact and a claim of another act: of one act where many are known, or of a crime that the fact does not name. */
function tellsMore(a: Draft, b: Draft, one: EventFactuality, other: EventFactuality, world: World): boolean {
  // A headline leaves out who says so: it is no fact that the text then only claims.
  if (world.inHeadline(a.token) || world.inHeadline(b.token)) return false;
  const [claim, fact] = isOpen(one) ? [a, b] : [b, a];
  if (graveModes(claim) !== "" && graveModes(claim) !== graveModes(fact)) return true;
  if (isOfAnotherKind(claim, fact)) return true;
  return isSeries(a.token, one, world) !== isSeries(b.token, other, world);
}

function isToCome({ phase }: EventFactuality): boolean {
  return phase === "future" || phase === "hypothetical";
}

/** Known only from somebody's word. */
function isOpen({ outlet }: EventFactuality): boolean {
  return outlet === "Uu";
}

/** "days of strikes", "has been bombing towns", "the operation": many acts, against one of them. */
export function isSeries(token: number, { phase }: EventFactuality, { tree }: World): boolean {
  const { upos, xpos, lemma } = tree.tokens[token]!;
  if (upos !== "NOUN") return phase === "ongoing" && xpos === "VBG";
  return xpos === "NNS" || isCue(lemma, "series-noun");
}

/** "fired tear gas" and "the beating of protesters": an act of its own kind, unless both are blows that look alike from afar. */
function isOfAnotherKind(claim: Draft, fact: Draft): boolean {
  const [one, other] = [claim.modes[0], fact.modes[0]];
  if (claim.type !== "ASSAULT" || one === undefined || other === undefined || one === other) return false;
  // Who was meant says nothing of how it was done.
  if (one === "targeted" || other === "targeted") return false;
  return !(isCue(one, "blow-mode") && isCue(other, "blow-mode"));
}

/** "used chemical weapons", "tortured": an act that is a crime by its mode is told by words that name it. */
function graveModes({ modes }: Draft): string {
  return modes.filter((mode) => isCue(mode, "grave-mode")).join(" ");
}
