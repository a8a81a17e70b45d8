import type { Event } from "../../../src/record/event.ts";
import type { Quote } from "../../../src/text/span.ts";

/** Fields of an event that a table or a card shows. */
export const EVENT_FIELDS = [
  "type",
  "actors",
  "recipients",
  "time",
  "place",
  "quantities",
  "attributions",
  "factuality",
] as const;
export type EventField = (typeof EVENT_FIELDS)[number];

/** The words that a field rests on, the most telling first; empty if it rests on none. */
export function receiptOf(event: Event, field: EventField): readonly Quote[] {
  switch (field) {
    case "type":
      return [event.trigger, ...event.mentions];
    case "actors":
    case "recipients":
      return event[field].flatMap(({ quote, mentions }) => [quote, ...mentions]);
    case "time":
    case "place": {
      const cell = event[field];
      return "quotes" in cell ? cell.quotes : [];
    }
    case "quantities":
      return event.quantities.map(({ quote }) => quote);
    case "attributions":
      return event.attributions.flatMap(({ cue, source }) => (cue ? [source.quote, cue] : [source.quote]));
    case "factuality":
      return event.factuality.quotes.length > 0 ? event.factuality.quotes : [event.trigger];
  }
}

/** What a record claims to quote and the text does not hold: an anchor that was moved or lost. */
export function lostAnchors(
  text: string,
  event: Event,
): readonly { readonly field: EventField; readonly quote: Quote }[] {
  return EVENT_FIELDS.flatMap((field) =>
    receiptOf(event, field)
      .filter(({ start, end, text: words }) => text.slice(start, end) !== words)
      .map((quote) => ({ field, quote })),
  );
}

/** Fields that have a value and no words of the report under it. */
export function withoutAnchor(event: Event): readonly EventField[] {
  return EVENT_FIELDS.filter((field) => hasValue(event, field) && receiptOf(event, field).length === 0);
}

function hasValue(event: Event, field: EventField): boolean {
  const value = event[field];
  if (Array.isArray(value)) return value.length > 0;
  return typeof value === "object" && "status" in value ? value.status === "known" : true;
}
