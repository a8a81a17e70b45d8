import { describedBy } from "../arguments/voice.ts";
import { isCue } from "../cues.ts";
import type { EventMention } from "../layer.ts";
import type { World } from "../world.ts";
import { narrowerTime, timesAgree } from "./agreement.ts";
import { isInferred } from "./way.ts";

/**
 * What is done to another act is done when and where that act is: "foiled the raid", "the raid, backed by a militia".
 * An event takes the place and the narrower time of the one that it acts on, marked as inferred.
 */
export function withActedOn(events: readonly EventMention[], world: World): readonly EventMention[] {
  return events.map((event) => {
    const act = events.find((other) => other !== event && actsOn(event, other, world));
    if (act !== undefined) return sharing(event, act, world);
    const left = event.place >= 0 ? undefined : events.find((other) => leaves(event, other, world));
    return left === undefined ? event : { ...event, place: left.place, placeBy: "act" };
  });
}

function sharing(event: EventMention, act: EventMention, { times }: World): EventMention {
  const [own, its] = [times[event.time], times[act.time]];
  const time = own === undefined ? its : its === undefined ? own : narrowerTime(own, its);
  const isLater = !timesAgree(own, its) || time === undefined || time === own;
  const isOpen = event.place < 0 || isInferred(event.placeBy);
  const takesPlace = isOpen && act.place >= 0;
  return {
    ...event,
    ...(isLater ? {} : { time: act.time, timeBy: "act" as const }),
    ...(takesPlace ? { place: act.place, placeBy: "act" as const } : {}),
  };
}

function actsOn(event: EventMention, act: EventMention, { tree }: World): boolean {
  const objects = new Set(tokensOf(act));
  return tokensOf(event).some((token) => {
    const described = describedBy(tree, token);
    if (described !== undefined) return objects.has(described);
    if (!isCue(tree.tokens[token]!.lemma, "thwarting-verb")) return false;
    return tree.dependents(token, "obj", "nsubj:pass").some((object) => objects.has(object));
  });
}

/** "the withdrawal of the forces that had fought the rebels": they leave where they fought. */
function leaves(event: EventMention, other: EventMention, { tree }: World): boolean {
  if (event.type !== "RETREAT" || other.type !== "ASSAULT" || other.place < 0) return false;
  const forces = tree.dependents(event.token, "nmod", "obj", "nsubj");
  const clauses = forces.flatMap((noun) => tree.dependents(noun, "acl"));
  return clauses.some((clause) => tree.subtree(clause).includes(other.token));
}

function tokensOf({ token, tellings }: EventMention): readonly number[] {
  return [token, ...tellings.map((telling) => telling.token)];
}
