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
  const { outlet, language } = coded.report;
  const parts = coded.events.map((event) => ({ event, part: flattenEvent(event, `${key}.${event.id}`) }));
  return {
    events: parts.map(({ event, part }, position) => ({
      id: `${key}.${event.id}`,
      report: key,
      position,
      ...part.columns,
      outlet: outlet ?? null,
      language,
      published: publishedDay(coded.report) ?? null,
      confidence: event.confidence.event,
      record: event,
    })),
    participants: parts.flatMap(({ part }) => part.participants),
    parties: parts.flatMap(({ part }) => part.parties),
    places: parts.flatMap(({ part }) => part.places),
  };
}

/** What the tables hold of the values of one event: all that a reviewer can change. */
export type FlatValues = Omit<
  FlatEvent,
  "id" | "report" | "position" | "outlet" | "language" | "published" | "confidence" | "record"
>;

/** The rows of one event that bears this id. */
export function flattenEvent(
  event: Event,
  id: string,
): Omit<Flat, "events"> & { readonly columns: FlatValues } {
  const roles = [
    ["actor", event.actors.map(partyOf)],
    ["recipient", event.recipients.map(partyOf)],
    ["source", event.attributions.map(({ source }) => partyOf(source))],
  ] as const;
  const place = event.place.status === "known" ? placeOf(event.place) : undefined;
  const [[, [actor]], [, [recipient]]] = roles;
  return {
    columns: {
      ...columnsOf(event),
      country: place?.country ?? null,
      admin1: place?.admin1 ?? null,
      place: place?.key ?? null,
      actor_country: actor?.country ?? null,
      recipient_country: recipient?.country ?? null,
    },
    participants: roles.flatMap(([role, rows]) =>
      rows.map(({ key }, position) => ({ id, role, position, party: key })),
    ),
    parties: roles.flatMap(([, rows]) => rows),
    places: place === undefined ? [] : [place],
  };
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
  };
}
