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
  return (
    agree(a.actors, b.actors, world) &&
    (agree(a.recipients, b.recipients, world) || areAtSite(a, b, world) || areAtSite(b, a, world))
  );
}

/** "killed ten people at a clinic … the strike on the clinic": a building, and who was in it. */
function areAtSite(a: Draft, b: Draft, { mentions }: World): boolean {
  if (a.type !== "ASSAULT") return false;
  const people = a.recipients.every(
    (one) => mentions[one]!.sector === "CVL" && mentions[one]!.form === "nominal",
  );
  return (
    people &&
    b.recipients.every((one) => SITES.has(mentions[one]!.sector) && mentions[one]!.kind === "organisation")
  );
}

/** Sectors whose bodies are houses in which people are. */
const SITES: ReadonlySet<string> = new Set(["MED", "EDU", "REL"]);
