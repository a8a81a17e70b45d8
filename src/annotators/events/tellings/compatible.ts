import type { EventFactuality } from "../../factuality/layer.ts";
import { placesAgree, timesAgree } from "../circumstances/agreement.ts";
import type { Draft } from "../draft.ts";
import type { World } from "../world.ts";
import { agree } from "./same-people.ts";
import { sameWord } from "./wording.ts";

/** Nothing that two tellings say keeps them from telling one happening. */
export function compatible(a: Draft, b: Draft, world: World): boolean {
  // What is cheap to see comes first: in a long report every pair of tellings is asked about.
  if (a.type !== b.type || !oneStanding(a, b, world)) return false;
  if (!timesAgree(world.times[a.time], world.times[b.time])) return false;
  if (!placesAgree(world.places[a.place], world.places[b.place])) return false;
  return agree(a.actors, b.actors, world) && agree(a.recipients, b.recipients, world);
}

/** Both happened or both are to come, both are told or both are denied. */
function oneStanding(a: Draft, b: Draft, world: World): boolean {
  const one = world.factuality.get(a.token);
  const other = world.factuality.get(b.token);
  if (one === undefined || other === undefined) return true;
  if (isToCome(one) !== isToCome(other) || one.value.endsWith("-") !== other.value.endsWith("-"))
    return false;
  return one.attempt === other.attempt || !sameWord(a, b, world);
}

function isToCome({ phase }: EventFactuality): boolean {
  return phase === "future" || phase === "hypothetical";
}
