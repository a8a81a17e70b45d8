import { type EventType, quadClassOf } from "../ontology/index.ts";
import type { CodedReport } from "../record/coded-report.ts";
import type { Participant } from "../record/participant.ts";
import type { Span } from "../text/span.ts";
import type { LinkMention } from "./mention.ts";
import { partyOf } from "./roll-up/party.ts";

/**
 * Whose saying the words of a span are, by the events that a report was coded with. What touches no event, or one of
 * which that is not known, is anybody's. Spans in the unit of the record.
 */
export function speakersIn({ events }: CodedReport): (span: Span) => Readonly<Pick<LinkMention, "speakers">> {
  return ({ start, end }) => {
    const told = events.find(({ trigger, mentions }) =>
      [trigger, ...mentions].some((one) => one.start < end && start < one.end),
    );
    const speakers = told && speakersOf(told.type, told.actors);
    return speakers === undefined ? {} : { speakers };
  };
}

/** Parties whose saying an event is; undefined for deeds, and where one of those who speak is not known. */
export function speakersOf(type: EventType, actors: readonly Participant[]): readonly string[] | undefined {
  if (actors.length === 0 || ![1, 3].includes(quadClassOf(type))) return undefined;
  const parties = actors.map(partyOf);
  // The same person may bear two forms of a name: only who is identified otherwise is told apart.
  return parties.every((party) => party !== undefined && !party.startsWith("name:"))
    ? (parties as readonly string[])
    : undefined;
}
