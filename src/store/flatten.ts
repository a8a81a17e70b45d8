import type { CodedReport } from "../record/coded-report.ts";
import type { Event } from "../record/event.ts";
import { publishedDay } from "../record/report.ts";
import { type PartyRow, type PlaceRow, partyOf, placeOf } from "./keys.ts";

/** What the tables hold of one event besides the record itself. */
export interface FlatEvent {
  readonly id: string;
  readonly report: string;
  readonly position: number;
  readonly type: string;
  readonly modes: readonly string[];
  readonly contexts: readonly string[];
  readonly day_from: string | null;
  readonly day_to: string | null;
  readonly precision: string | null;
  readonly country: string | null;
  readonly admin1: string | null;
  readonly place: string | null;
  readonly actor_country: string | null;
  readonly recipient_country: string | null;
  readonly factuality: string;
  readonly phase: string;
  readonly sourced: number;
  readonly denied: boolean;
  readonly confidence: number;
  readonly outlet: string | null;
  readonly language: string;
  readonly published: string | null;
  readonly record: Event;
}
export interface FlatParticipant {
  readonly id: string;
  readonly role: "actor" | "recipient" | "source";
  readonly position: number;
  readonly party: string;
}
export interface Flat {
  readonly events: readonly FlatEvent[];
  readonly participants: readonly FlatParticipant[];
  readonly parties: readonly PartyRow[];
  readonly places: readonly PlaceRow[];
}

/** The rows of a coding. `key` is the report's; an event is called by it and by its own id. */
export function flatten(coded: CodedReport, key: string): Flat {
  const parties: PartyRow[] = [];
  const places: PlaceRow[] = [];
  const participants: FlatParticipant[] = [];
  const events = coded.events.map((event, position): FlatEvent => {
    const id = `${key}.${event.id}`;
    const add = (role: FlatParticipant["role"], list: Event["actors"]): PartyRow | undefined => {
      const rows = list.map(partyOf);
      parties.push(...rows);
      participants.push(...rows.map((row, at) => ({ id, role, position: at, party: row.key })));
      return rows[0];
    };
    const actor = add("actor", event.actors);
    const recipient = add("recipient", event.recipients);
    add(
      "source",
      event.attributions.map(({ source }) => source),
    );
    const place = event.place.status === "known" ? placeOf(event.place) : undefined;
    if (place !== undefined) places.push(place);
    return {
      id,
      report: key,
      position,
      ...columnsOf(event),
      country: place?.country ?? null,
      admin1: place?.admin1 ?? null,
      place: place?.key ?? null,
      actor_country: actor?.country ?? null,
      recipient_country: recipient?.country ?? null,
      outlet: coded.report.outlet ?? null,
      language: coded.report.language,
      published: publishedDay(coded.report) ?? null,
      record: event,
    };
  });
  return { events, participants, parties, places };
}

function columnsOf(event: Event) {
  const time = event.time.status === "known" ? event.time : undefined;
  const speakers = new Set(event.attributions.map(({ source }) => partyOf(source).key));
  return {
    type: event.type,
    modes: event.modes.map(({ value }) => value),
    contexts: event.contexts.map(({ value }) => value),
    day_from: time?.from.slice(0, 10) ?? null,
    day_to: time?.to.slice(0, 10) ?? null,
    precision: time?.precision ?? null,
    factuality: event.factuality.value,
    phase: event.phase,
    sourced: speakers.size,
    denied: event.attributions.some(({ stance }) => stance === "denies"),
    confidence: event.confidence.event,
  };
}
