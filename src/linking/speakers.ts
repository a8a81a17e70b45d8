import { type EventType, quadClassOf } from "../ontology/index.ts";
import type { Participant } from "../record/participant.ts";
import { partyOf } from "./roll-up/party.ts";

/** Parties whose saying an event is; undefined for deeds, and where one of those who speak is not known. */
export function speakersOf(type: EventType, actors: readonly Participant[]): readonly string[] | undefined {
  if (actors.length === 0 || ![1, 3].includes(quadClassOf(type))) return undefined;
  const parties = actors.map(partyOf);
  // The same person may bear two forms of a name: only who is identified otherwise is told apart.
  return parties.every((party) => party !== undefined && !party.startsWith("name:"))
    ? (parties as readonly string[])
    : undefined;
}
