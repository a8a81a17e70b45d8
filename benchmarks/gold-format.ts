import { readFileSync } from "node:fs";
import { readText } from "../src/ingest/index.ts";
import type { CodedReport } from "../src/record/coded-report.ts";
import type { Event } from "../src/record/event.ts";
import type { Participant } from "../src/record/participant.ts";
import type { Report } from "../src/record/report.ts";
import { offsetMap } from "../src/text/offsets.ts";
import type { Quote } from "../src/text/span.ts";

/** The hand coders' format (../shared/gold/GUIDELINES.md), as far as the scorer reads it. Offsets: code points. */
export interface GoldSpan {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}
export interface GoldParty extends GoldSpan {
  readonly country: string | null;
  readonly sector: string | null;
  readonly name: string | null;
}
export interface GoldEvent {
  readonly eid: string;
  readonly type: string;
  readonly mode: string | null;
  readonly alt_type: string | null;
  readonly optional: boolean;
  readonly trigger: GoldSpan;
  readonly mentions?: readonly GoldSpan[];
  readonly actor: readonly GoldParty[];
  readonly recipient: readonly GoldParty[];
  readonly place: (GoldSpan & { readonly name: string; readonly country: string | null }) | null;
  readonly date:
    | (GoldSpan & { readonly from: string | null; readonly to: string | null; readonly precision: string })
    | null;
  readonly factuality: string;
  readonly phase: string;
  readonly attempt: boolean;
  readonly sources: readonly (GoldSpan & { readonly kind: string })[];
  readonly quantities: readonly (GoldSpan & {
    readonly kind: string;
    readonly min: number;
    readonly max: number | null;
  })[];
}
export interface GoldReport {
  readonly id: string;
  readonly events: readonly GoldEvent[];
}
export interface GoldDocument {
  readonly id: string;
  readonly title?: string;
  readonly published?: string;
  readonly text: string;
}

export function readLines<Kind>(file: string): readonly Kind[] {
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  if (lines.length === 0) throw new Error(`${file} is empty`);
  return lines.map((line) => JSON.parse(line) as Kind);
}

/** A gold document as the program would read it from a file. */
export function reportOf(document: GoldDocument): Report {
  const published = /^\d{4}-\d\d-\d\d/.test(document.published ?? "") ? document.published : undefined;
  return readText(document.text, {
    id: document.id,
    ...(document.title ? { title: document.title } : {}),
    ...(published === undefined ? {} : { published }),
  });
}

/** Our record in the hand coders' format. */
export function toGold(coded: CodedReport): GoldReport {
  const { toCodePoints } = offsetMap(coded.report.text);
  const span = (quote: Quote): GoldSpan => ({
    start: toCodePoints(quote.start),
    end: toCodePoints(quote.end),
    text: quote.text,
  });
  return { id: coded.id, events: coded.events.map((event) => goldEvent(event, span)) };
}

function goldEvent(event: Event, span: (quote: Quote) => GoldSpan): GoldEvent {
  const party = (one: Participant): GoldParty => ({
    ...span(one.quote),
    country: one.country.status === "known" ? one.country.value : null,
    sector: one.sector.status === "known" ? one.sector.value : null,
    name: one.name.status === "known" ? one.name.value : null,
  });
  const { place, time } = event;
  return {
    eid: event.id,
    type: event.type,
    mode: event.modes[0]?.value ?? null,
    alt_type: null,
    optional: false,
    trigger: span(event.trigger),
    mentions: event.mentions.map(span),
    actor: event.actors.map(party),
    recipient: event.recipients.map(party),
    place:
      place.status === "known" && place.quotes[0] !== undefined
        ? { ...span(place.quotes[0]), name: place.name, country: place.country ?? null }
        : null,
    date:
      time.status !== "not-applicable" && time.quotes[0] !== undefined
        ? {
            ...span(time.quotes[0]),
            from: time.status === "known" ? time.from.slice(0, 10) : null,
            to: time.status === "known" ? time.to.slice(0, 10) : null,
            precision: time.status === "known" ? time.precision : "unknown",
          }
        : null,
    factuality: event.factuality.value,
    phase: event.phase,
    attempt: event.attempt,
    sources: event.attributions.flatMap((one) =>
      [one, ...one.chain].map((speaker) => ({
        ...span(speaker.source.quote),
        kind: speaker.kind === "other-outlet" ? "outlet-other" : speaker.kind,
      })),
    ),
    quantities: event.quantities.map((one) => ({
      ...span(one.quote),
      kind: one.kind,
      min: one.min,
      max: one.max,
    })),
  };
}
