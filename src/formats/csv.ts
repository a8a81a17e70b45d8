import type { CodedReport } from "../record/coded-report.ts";
import type { Event } from "../record/event.ts";
import type { Participant } from "../record/participant.ts";

/** One column of the CSV: docs/formats.md explains each (a test compares). */
interface Column {
  readonly name: string;
  readonly value: (event: Event, coded: CodedReport) => string | number | boolean;
}

/** Several participants, quotes or figures in one cell. */
const JOINT = "|";

const each = (list: readonly Participant[], pick: (one: Participant) => string): string =>
  joint(list.map(pick));
/** A cell can be taken apart again: the sign that joins does not occur inside. */
const joint = (values: readonly string[]): string =>
  values.map((value) => value.replaceAll(JOINT, "/")).join(JOINT);
const countryOf = (one: Participant): string => (one.country.status === "known" ? one.country.value : "");
const sectorOf = (one: Participant): string => (one.sector.status === "known" ? one.sector.value : "");
const nameOf = (one: Participant): string => (one.name.status === "known" ? one.name.value : "");

export const CSV_COLUMNS: readonly Column[] = [
  { name: "event_id", value: (event) => event.id },
  { name: "report_id", value: (_, coded) => coded.id },
  { name: "outlet", value: (_, coded) => coded.report.outlet ?? "" },
  { name: "originator", value: (_, coded) => coded.report.originator ?? "" },
  {
    name: "published",
    value: (_, coded) => (coded.report.published.status === "known" ? coded.report.published.from : ""),
  },
  { name: "url", value: (_, coded) => coded.report.url ?? "" },
  { name: "type", value: (event) => event.type },
  { name: "modes", value: (event) => joint(event.modes.map((mode) => mode.value)) },
  { name: "contexts", value: (event) => joint(event.contexts.map((context) => context.value)) },
  { name: "trigger", value: (event) => event.trigger.text },
  { name: "trigger_start", value: (event) => event.trigger.start },
  { name: "trigger_end", value: (event) => event.trigger.end },
  { name: "offsets", value: (_, coded) => coded.offsets },
  { name: "tellings", value: (event) => event.mentions.length + 1 },
  { name: "actors", value: (event) => each(event.actors, (one) => one.quote.text) },
  { name: "actor_names", value: (event) => each(event.actors, nameOf) },
  { name: "actor_countries", value: (event) => each(event.actors, countryOf) },
  { name: "actor_sectors", value: (event) => each(event.actors, sectorOf) },
  { name: "recipients", value: (event) => each(event.recipients, (one) => one.quote.text) },
  { name: "recipient_names", value: (event) => each(event.recipients, nameOf) },
  { name: "recipient_countries", value: (event) => each(event.recipients, countryOf) },
  { name: "recipient_sectors", value: (event) => each(event.recipients, sectorOf) },
  { name: "place", value: ({ place }) => (place.status === "known" ? place.name : "") },
  { name: "place_kind", value: ({ place }) => (place.status === "known" ? place.kind : "") },
  { name: "place_country", value: ({ place }) => (place.status === "known" ? (place.country ?? "") : "") },
  { name: "latitude", value: ({ place }) => (place.status === "known" ? (place.lat ?? "") : "") },
  { name: "longitude", value: ({ place }) => (place.status === "known" ? (place.lon ?? "") : "") },
  {
    name: "place_radius_km",
    value: ({ place }) => (place.status === "known" ? place.precision.radiusKm : ""),
  },
  { name: "place_unknown", value: ({ place }) => (place.status === "unknown" ? place.reason : "") },
  { name: "date_from", value: ({ time }) => (time.status === "known" ? time.from : "") },
  { name: "date_to", value: ({ time }) => (time.status === "known" ? time.to : "") },
  { name: "date_precision", value: ({ time }) => (time.status === "known" ? time.precision : "") },
  { name: "date_unknown", value: ({ time }) => (time.status === "unknown" ? time.reason : "") },
  { name: "factuality", value: (event) => event.factuality.value },
  { name: "phase", value: (event) => event.phase },
  { name: "attempt", value: (event) => event.attempt },
  { name: "outcome", value: (event) => event.outcome },
  { name: "sources", value: (event) => joint(event.attributions.map((one) => one.source.quote.text)) },
  { name: "source_kinds", value: (event) => joint(event.attributions.map((one) => one.kind)) },
  { name: "source_stances", value: (event) => joint(event.attributions.map((one) => one.stance)) },
  { name: "source_factualities", value: (event) => joint(event.attributions.map((one) => one.factuality)) },
  {
    name: "quantities",
    value: (event) => joint(event.quantities.map((one) => `${one.kind}:${one.min}-${one.max ?? ""}`)),
  },
  { name: "confidence_event", value: (event) => event.confidence.event },
  { name: "confidence_type", value: (event) => event.confidence.type },
];

export function csvHead(): string {
  return `${CSV_COLUMNS.map((column) => column.name).join(",")}\n`;
}

/** The rows of one report; none if it has no event. */
export function csvRows(coded: CodedReport): string {
  return coded.events
    .map((event) => `${CSV_COLUMNS.map((column) => cell(column.value(event, coded))).join(",")}\n`)
    .join("");
}

/** RFC 4180; a text that a spreadsheet would run as a formula is kept a text by a leading apostrophe. */
function cell(value: string | number | boolean): string {
  const text = String(value);
  const safe = typeof value === "string" && /^[=+@\t\r]|^-(?!\d)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
