import type { Event } from "../../record/event.ts";
import { type Participant, sectorOf } from "../../record/participant.ts";
import { isCivil, isState } from "../sectors.ts";

/** ACLED's kind of a party (`inter`), as text: its default since 2024. Undefined if the sector does not tell. */
export function interOf(
  one: Participant | undefined,
  event: Event,
  place: string | undefined,
): string | undefined {
  if (one === undefined) return undefined;
  if (event.type === "PROTEST" && event.actors.includes(one)) {
    const riot = event.modes.some(({ value }) => value === "riot" || value === "vandalize");
    return riot ? "Rioters" : "Protesters";
  }
  const sector = sectorOf(one);
  if (sector === "REB") return "Rebel group";
  if (sector === "PRM" || sector === "UAF" || sector === "CRM" || sector === "ISM")
    return "Political militia";
  if (isState(one)) return isForeign(one, place) ? "External/Other forces" : "State forces";
  if (sector === "IGO" || sector === "IMG") return "External/Other forces";
  return isCivil(one) ? "Civilians" : undefined;
}

/** Another state's forces are external ones. */
function isForeign({ country }: Participant, place: string | undefined): boolean {
  return place !== undefined && country.status === "known" && country.value !== place;
}

const ORDER = [
  "State forces",
  "Rebel group",
  "Political militia",
  "Identity militia",
  "Rioters",
  "Protesters",
  "Civilians",
  "External/Other forces",
];

/** The two kinds in ACLED's order; a sole party's kind alone. */
export function interactionOf(first: string | undefined, second: string | undefined): string | undefined {
  const kinds = [first, second].filter((one) => one !== undefined);
  if (kinds.length < 2) return kinds[0] === undefined ? undefined : `${kinds[0]} only`;
  return kinds.sort((a, b) => ORDER.indexOf(a) - ORDER.indexOf(b)).join("-");
}
