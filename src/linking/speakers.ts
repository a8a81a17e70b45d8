import { type EventType, quadClassOf } from "../ontology/index.ts";
import type { Participant } from "../record/participant.ts";
import { partyOf } from "./roll-up/party.ts";

/** Who meets or agrees with whom is told from either side. */
const MUTUAL: ReadonlySet<EventType> = new Set(["CONSULT", "AGREE", "COOPERATE"]);

/**
 * Parties whose saying an event is, or whose deed where nobody denies such a deed (a sanction, aid); undefined for
 * other deeds, and where one of those who speak is not known.
 */
export function speakersOf(
  type: EventType,
  actors: readonly Participant[],
  recipients: readonly Participant[] = [],
): readonly string[] | undefined {
  if (actors.length === 0 || (quadClassOf(type) === 4 && type !== "SANCTION")) return undefined;
  const parties = (MUTUAL.has(type) ? [...actors, ...recipients] : actors).map(partyOf);
  // The same person may bear two forms of a name: only who is identified otherwise is told apart.
  return parties.every((party) => party !== undefined && !party.startsWith("name:"))
    ? (parties as readonly string[])
    : undefined;
}
