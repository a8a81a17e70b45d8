import type { EventFactuality } from "../../factuality/layer.ts";
import { placesAgree, timesAgree } from "../circumstances/agreement.ts";
import type { Draft } from "../draft.ts";
import type { World } from "../world.ts";
import { agree } from "./same-people.ts";
import { sameWord } from "./wording.ts";

/** Nothing that two tellings say keeps them from telling one happening. */
export function compatible(a: Draft, b: Draft, world: World): boolean {
  if (a.type !== b.type) return false;
  if (!agree(a.actors, b.actors, world) || !agree(a.recipients, b.recipients, world)) return false;
  if (!timesAgree(world.times[a.time], world.times[b.time])) return false;
  if (!placesAgree(world.places[a.place], world.places[b.place])) return false;
  const one = world.factuality.get(a.token);
  const other = world.factuality.get(b.token);
  if (one === undefined || other === undefined) return true;
  if (one.attempt !== other.attempt && sameWord(a, b, world)) return false;
  const future = (view: EventFactuality): boolean => view.phase === "future" || view.phase === "hypothetical";
  return future(one) === future(other) && one.value.endsWith("-") === other.value.endsWith("-");
}
