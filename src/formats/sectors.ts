import type { Sector } from "../ontology/plover/codes.ts";
import { type Participant, sectorOf } from "../record/participant.ts";

/** Organs of a state that bear arms or command those who do. */
const STATE: ReadonlySet<Sector> = new Set(["GOV", "MIL", "COP", "SPY", "JUD", "LEG"]);
/** Armed parties that are no state. */
const ARMED: ReadonlySet<Sector> = new Set(["REB", "UAF", "PRM", "CRM", "ISM"]);
/** Everyone else who is known not to bear arms. */
const CIVIL: ReadonlySet<Sector> = new Set([
  "CVL",
  "PTY",
  "OPP",
  "MED",
  "JRN",
  "BUS",
  "LAB",
  "REL",
  "EDU",
  "SOC",
  "REF",
  "NGO",
  "MNC",
]);

export const isState = (one: Participant): boolean => has(STATE, one);
export const isArmed = (one: Participant): boolean => has(ARMED, one);
export const isCivil = (one: Participant): boolean => has(CIVIL, one);

/** All of them are civilians, and there are some. */
export const areCivil = (list: readonly Participant[]): boolean => list.length > 0 && list.every(isCivil);

function has(sectors: ReadonlySet<Sector>, one: Participant): boolean {
  const sector = sectorOf(one);
  return sector !== undefined && sectors.has(sector);
}
