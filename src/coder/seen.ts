import { ACTORS } from "../annotators/actors/layer.ts";
import type { EventMention } from "../annotators/events/layer.ts";
import { PLACES } from "../annotators/places/layer.ts";
import { TIMES } from "../annotators/times/layer.ts";
import { EVENT_READINGS, type EventReading } from "../language/index.ts";
import { type Document, read } from "../text/document.ts";

/** What the network, which reads the event word by itself, holds of what stands in the event's cells, 0-1. */
export interface Seen {
  readonly type: number;
  readonly actors: number;
  readonly recipients: number;
  readonly place: number;
  readonly time: number;
}

type Role = "actor" | "recipient" | "place" | "time";
type Phrase = { readonly first: number; readonly last: number };

export function seenOf(document: Document, mention: EventMention): Seen {
  const reading = read(document, EVENT_READINGS).byToken.get(mention.token);
  const mentions = read(document, ACTORS);
  const side = (role: Role, parties: EventMention["actors"]): number =>
    seenAs(
      role,
      parties.map((one) => mentions[one.mention]!),
      reading,
    );
  const one = (phrase: Phrase | undefined): readonly Phrase[] => (phrase === undefined ? [] : [phrase]);
  return {
    type: reading?.types.find(({ label }) => label === mention.type)?.probability ?? 0,
    actors: side("actor", mention.actors),
    recipients: side("recipient", mention.recipients),
    place: seenAs("place", one(read(document, PLACES)[mention.place]), reading),
    time: seenAs("time", one(read(document, TIMES)[mention.time]), reading),
  };
}

/** The least sure of the phrases; without any, the surest word that could be one. */
function seenAs(role: Role, phrases: readonly Phrase[], reading: EventReading | undefined): number {
  const roles = reading?.roles ?? [];
  const best = (isIn: (token: number) => boolean): number =>
    roles.reduce((most, one) => (isIn(one.token) ? Math.max(most, one[role]) : most), 0);
  if (phrases.length === 0) return best(() => true);
  return Math.min(...phrases.map(({ first, last }) => best((token) => token >= first && token < last)));
}
