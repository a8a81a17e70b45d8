import type { Event } from "../../../src/record/event.ts";
import type { Participant } from "../../../src/record/participant.ts";
import type { Quote, Span } from "../../../src/text/span.ts";
import { type Certainty, certaintyAt } from "./certainty.ts";

export const ROLES = ["event", "actor", "recipient", "source", "time", "place", "number"] as const;
/** What words do in an event. Each has an ink and a letter, so that colour is never alone. */
export type Role = (typeof ROLES)[number];
export const LETTERS: Readonly<Record<Role, string>> = {
  event: "E",
  actor: "A",
  recipient: "R",
  source: "S",
  time: "T",
  place: "P",
  number: "#",
};

/** Words of a report that an event rests on. Offsets are UTF-16 units of the report's text. */
export interface Mark extends Span {
  readonly role: Role;
  readonly certainty: Certainty;
  /** Ids of the events that rest on them. */
  readonly events: readonly string[];
  /** What stands beside the words: the event's number in reading order, or the role's letter. */
  readonly tag: string;
}

/** Everything that the events of a report rest on, each stretch and role once. */
export function marksOf(events: readonly Event[]): readonly Mark[] {
  const merged = new Map<string, Mark>();
  for (const [index, event] of events.entries())
    for (const mark of ofEvent(event, String(index + 1))) {
      const key = [mark.start, mark.end, mark.role, mark.role === "event" ? mark.tag : ""].join();
      const known = merged.get(key);
      merged.set(key, known ? joined(known, mark) : mark);
    }
  return [...merged.values()].sort((a, b) => a.start - b.start || b.end - a.end);
}

function joined(known: Mark, mark: Mark): Mark {
  return known.events.includes(mark.events[0]!)
    ? known
    : { ...known, events: [...known.events, ...mark.events] };
}

function ofEvent(event: Event, number: string): readonly Mark[] {
  const words: readonly (readonly [Role, readonly Quote[]])[] = [
    ["event", [event.trigger, ...event.mentions]],
    ["actor", event.actors.flatMap(wordsOf)],
    ["recipient", event.recipients.flatMap(wordsOf)],
    ["source", event.attributions.flatMap(({ source }) => [source.quote])],
    ["time", "quotes" in event.time ? event.time.quotes : []],
    ["place", "quotes" in event.place ? event.place.quotes : []],
    ["number", event.quantities.map(({ quote }) => quote)],
  ];
  return words.flatMap(([role, quotes]) =>
    quotes.map(({ start, end }) => ({
      start,
      end,
      role,
      // Who speaks is the report's own word, whatever becomes of what is said.
      certainty: role === "source" ? ("stated" as const) : certaintyAt(event, { start, end }),
      events: [event.id],
      tag: role === "event" ? number : LETTERS[role],
    })),
  );
}

function wordsOf({ quote, mentions }: Participant): readonly Quote[] {
  return [quote, ...mentions];
}
