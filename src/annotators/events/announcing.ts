import type { PredicateSense } from "../../knowledge/predicates.ts";
import type { Tree } from "../../language/index.ts";
import type { EventType } from "../../ontology/index.ts";
import type { Span } from "../../text/span.ts";
import type { AttributionMention } from "../attributions/layer.ts";
import { isCue } from "./cues.ts";
import { HOSTILE, type Recoded, recode } from "./modality.ts";
import { refusal } from "./refusals.ts";
import { isSpeaker } from "./speech-acts.ts";
import type { World } from "./world.ts";

/** The type and mode that a sense has here: a future one is a threat, a promise or a plan. */
export function recodedSense(
  token: number,
  sense: PredicateSense,
  isOwnWord: boolean,
  { tree, factuality, attributions }: World,
): { readonly type: EventType; readonly mode: string; readonly recoded: Recoded | undefined } {
  const told = factuality.get(token);
  const speaker = attributions[told?.attributions[0] ?? -1];
  const refused = refusal(tree, token, sense, told);
  if (refused !== undefined) return { type: refused.type, mode: refused.mode ?? "", recoded: refused };
  const isAnnounced = announced(tree, token, told?.cues ?? [], sense.type, speaker === undefined, isOwnWord);
  const recoded = recode(sense.type, sense.mode, told, isAnnounced, speaker);
  if (recoded === undefined) return { type: sense.type, mode: sense.mode, recoded };
  return { type: recoded.type, mode: recoded.mode ?? "", recoded };
}

/**
 * "vows to attack", "will attack", "said it would attack": announced by the doer. What others foresee ("analysts say
 * it will") is no announcement.
 */
function announced(
  tree: Tree,
  token: number,
  cues: readonly Span[],
  type: EventType,
  isUnattributed: boolean,
  isOwnWord: boolean,
): boolean {
  if (tree.tokens[token]!.upos !== "VERB") return false;
  const words = cues.map((cue) => tree.tokens[tree.tokenAt(cue.start)]?.text ?? "");
  if (words.some((word) => isCue(word.toLowerCase(), "vow"))) return true;
  if (words.some((word) => FUTURE.test(word))) return isUnattributed || isOwnWord;
  if (!isOwnWord || !words.some((word) => /^would$/i.test(word))) return false;
  // "would stop if the army did" is no promise yet; "would attack unless they left" is a threat already.
  return HOSTILE.has(type) || !isConditional(tree, token);
}

function isConditional(tree: Tree, token: number): boolean {
  return tree
    .dependents(token, "advcl")
    .flatMap((clause) => tree.dependents(clause, "mark"))
    .some((mark) => /^(?:if|unless|once|provided|should)$/i.test(tree.tokens[mark]!.text));
}

const FUTURE = /^(?:will|wo|shall|'ll)$/i;

/** Everybody who acts is the very one who says so, not somebody who speaks for him. */
export function isThatOne(
  actors: readonly number[],
  speaker: AttributionMention | undefined,
  { mentions, participants }: World,
): boolean {
  if (speaker === undefined || speaker.sourceHead < 0 || actors.length === 0) return false;
  const source = mentions[participants.at(speaker.sourceHead)];
  return (
    source !== undefined &&
    actors.length > 0 &&
    actors.every((one) => mentions[one]!.entity === source.entity)
  );
}

/** The one who says so is the one who acts, or speaks for him. */
export function speaksOfSelf(
  actors: readonly number[],
  speaker: AttributionMention | undefined,
  { tree, mentions, participants }: World,
): boolean {
  if (speaker === undefined || speaker.sourceHead < 0) return false;
  const doers = actors.map((one) => mentions[one]!);
  // "its president said": whoever is somebody's speaks for that one.
  const owner =
    tree.dependents(speaker.sourceHead, "nmod:poss").map((head) => participants.at(head))[0] ?? -1;
  if (owner >= 0 && doers.some((doer) => doer.entity === mentions[owner]!.entity)) return true;
  return isSpeaker(doers, mentions[participants.at(speaker.sourceHead)]);
}
