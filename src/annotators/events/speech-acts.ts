import type { Tree } from "../../language/index.ts";
import type { EventType } from "../../ontology/plover/codes.ts";
import type { ActorMention } from "../actors/layer.ts";
import type { AttributionMention } from "../attributions/layer.ts";
import type { EventFactuality } from "../factuality/layer.ts";
import { isCue } from "./cues.ts";

/** Acts done with words: whoever says “we condemn” has condemned. */
export const SPOKEN: ReadonlySet<EventType> = new Set<EventType>([
  "ACCUSE",
  "AGREE",
  "CONCEDE",
  "REJECT",
  "REQUEST",
  "SUPPORT",
  "THREATEN",
]);

/**
 * Whether an act of speech is done by the very words that the report gives: present tense, in the mouth of the one
 * who does it (`isHimself`: also in indirect words), of one who speaks for that one, or in that one's document.
 */
export function doneBySaying(
  tree: Tree,
  token: number,
  type: EventType,
  told: EventFactuality | undefined,
  speaker: AttributionMention | undefined,
  { isOwnWord, isHimself }: { readonly isOwnWord: boolean; readonly isHimself: boolean },
): boolean {
  if (!SPOKEN.has(type) || told === undefined || speaker === undefined) return false;
  if (told.value !== "CT+" || told.attempt || told.phase === "future") return false;
  if (isHimself && isShifted(tree, token)) return true;
  if (!isPresent(tree, token)) return false;
  const firstPerson = tree
    .dependents(token, "nsubj")
    .some((child) => /^(?:i|we)$/i.test(tree.tokens[child]!.text));
  return firstPerson || isOwnWord || speaker.kind === "document";
}

/** "said he was unwilling to go", "said he rejected it": the present of what was said, in the past of the saying. */
function isShifted(tree: Tree, token: number): boolean {
  if (tree.dependents(token, "aux", "aux:pass").length > 0) return false;
  const verbs = [token, ...tree.dependents(token, "cop")];
  return verbs.some((at) => tree.tokens[at]!.xpos === "VBD");
}

/** "we condemn", "we are appalled" */
function isPresent(tree: Tree, token: number): boolean {
  const { upos, xpos } = tree.tokens[token]!;
  if (upos === "VERB") return /^VB[PZ]$/.test(xpos);
  return tree.dependents(token, "cop").some((at) => /^VB[PZ]$/.test(tree.tokens[at]!.xpos));
}

/** The one who speaks is the one who acts: one entity, or a country and its government. */
export function isSpeaker(actors: readonly ActorMention[], source: ActorMention | undefined): boolean {
  return (
    source !== undefined && actors.some((actor) => actor.entity === source.entity || speaksFor(actor, source))
  );
}

/** A government, its country, its spokesmen: words of one are words of the other. */
export function speaksFor(actor: ActorMention, source: ActorMention): boolean {
  return (
    actor.country !== undefined &&
    actor.country === source.country &&
    actor.sector === "GOV" &&
    source.sector === "GOV" &&
    (actor.kind === "state" || actor.kind === "organ") &&
    source.kind !== "population"
  );
}

/** Where somebody speaks or is said to have spoken, with who it is. */
export interface Saying {
  readonly token: number;
  readonly speaker: ActorMention;
}

/** All sayings of a report: cues, and nouns of occasions. */
export function sayings(
  tree: Tree,
  attributions: readonly AttributionMention[],
  mentionAt: (head: number) => ActorMention | undefined,
): readonly Saying[] {
  const cues = attributions.flatMap((one) => {
    const speaker = one.sourceHead < 0 ? undefined : mentionAt(one.sourceHead);
    return one.cueToken < 0 || speaker === undefined ? [] : [{ token: one.cueToken, speaker }];
  });
  const nouns = tree.tokens.flatMap((token, index) => {
    if (token.upos !== "NOUN" || !isCue(token.lemma, "occasion-noun")) return [];
    const owner = tree.dependents(index, "nmod:poss")[0];
    const speaker = owner === undefined ? undefined : mentionAt(owner);
    return speaker === undefined ? [] : [{ token: index, speaker }];
  });
  return [...cues, ...nouns];
}
