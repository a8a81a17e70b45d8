import { placesAgree, timesAgree } from "../circumstances/agreement.ts";
import type { Draft } from "../draft.ts";
import type { World } from "../world.ts";
import { agree } from "./same-people.ts";
import { oneStanding } from "./standing.ts";

/** Nothing that two tellings say keeps them from telling one happening. */
export function compatible(a: Draft, b: Draft, world: World): boolean {
  // What is cheap to see comes first: in a long report every pair of tellings is asked about.
  if (a.type !== b.type || !oneStanding(a, b, world)) return false;
  if (!timesAgree(world.times[a.time], world.times[b.time])) return false;
  if (!placesAgree(world.places[a.place], world.places[b.place])) return false;
  return agree(a.actors, b.actors, world) && agree(a.recipients, b.recipients, world);
}
