import type { CodedReport } from "../record/coded-report.ts";
import type { Quantity } from "../record/event.ts";
import { countryOf, nameOf, type Participant, sectorOf } from "../record/participant.ts";
import { disputedFields, flat, placeOf, publishedOf, timeOf } from "./cells.ts";
import { type Column, columnsOf } from "./columns.ts";
import { inWords } from "./in-words.ts";
import { type Notation, nothingWithheld } from "./notation.ts";
import { type ExportRow, rowsOf } from "./row.ts";
import { standingOf } from "./standing.ts";
import { type Cells, COMMAS, joint, tableNotation } from "./table.ts";

/** The columns of our own table: everything of the record that fits into one row. */
export const CSV_COLUMNS: readonly Column[] = columnsOf("csv");

const list = (values: readonly (string | undefined)[]): string => joint(values, "|");
const each = (all: readonly Participant[], pick: (one: Participant) => string | undefined): string =>
  list(all.map(pick));
const figure = ({ kind, min, max }: Quantity): string => `${kind}:${min}-${max ?? ""}`;

const PARTIES: Cells = {
  actors: ({ event }) => each(event.actors, (one) => one.quote.text),
  actor_names: ({ event }) => each(event.actors, nameOf),
  actor_countries: ({ event }) => each(event.actors, countryOf),
  actor_sectors: ({ event }) => each(event.actors, sectorOf),
  recipients: ({ event }) => each(event.recipients, (one) => one.quote.text),
  recipient_names: ({ event }) => each(event.recipients, nameOf),
  recipient_countries: ({ event }) => each(event.recipients, countryOf),
  recipient_sectors: ({ event }) => each(event.recipients, sectorOf),
};

const WHERE_AND_WHEN: Cells = {
  place: ({ event }) => placeOf(event)?.name,
  place_kind: ({ event }) => placeOf(event)?.kind,
  place_country: ({ event }) => placeOf(event)?.country,
  latitude: ({ event }) => placeOf(event)?.lat,
  longitude: ({ event }) => placeOf(event)?.lon,
  place_radius_km: ({ event }) => placeOf(event)?.precision.radiusKm,
  place_unknown: ({ event: { place } }) => (place.status === "unknown" ? place.reason : undefined),
  date_from: ({ event }) => timeOf(event)?.from,
  date_to: ({ event }) => timeOf(event)?.to,
  date_precision: ({ event }) => timeOf(event)?.precision,
  date_unknown: ({ event: { time } }) => (time.status === "unknown" ? time.reason : undefined),
};

const SAYING_SO: Cells = {
  standing: ({ event }) => standingOf(event),
  in_words: ({ event }) => inWords(event),
  factuality: ({ event }) => event.factuality.value,
  phase: ({ event }) => event.phase,
  attempt: ({ event }) => event.attempt,
  outcome: ({ event }) => event.outcome,
  sources: ({ event }) => list(event.attributions.map(({ source }) => source.quote.text)),
  source_countries: ({ event }) => list(event.attributions.map(({ source }) => countryOf(source))),
  source_sectors: ({ event }) => list(event.attributions.map(({ source }) => sectorOf(source))),
  source_kinds: ({ event }) => list(event.attributions.map(({ kind }) => kind)),
  source_stances: ({ event }) => list(event.attributions.map(({ stance }) => stance)),
  source_factualities: ({ event }) => list(event.attributions.map(({ factuality }) => factuality)),
  source_chains: ({ event }) =>
    list(
      event.attributions.map(({ chain }) => chain.map(({ source }) => flat(source.quote.text)).join(" > ")),
    ),
  quantities: ({ event }) => list(event.quantities.map(figure)),
  quantity_sources: ({ event }) =>
    list(
      event.quantities.map(({ attribution }) =>
        attribution === undefined ? undefined : event.attributions[attribution]?.source.quote.text,
      ),
    ),
};

const TOGETHER: Cells = {
  happening: ({ happening, links }) => happening?.id ?? links?.happening,
  story: ({ links }) => links?.story,
  copy_of: ({ links }) => links?.copyOf,
  rule: ({ happening }) => happening?.rule,
  reports: ({ happening }) => happening?.reports,
  origins: ({ happening }) => happening?.origins,
  speakers: ({ happening }) => happening?.speakers,
  own_affair: ({ happening }) => {
    const own = happening?.claims.filter(({ ownAffair }) => ownAffair).map(({ speaker }) => speaker.words);
    return own && list([...new Set(own)]);
  },
  disputed: (row) => (row.happening === undefined ? undefined : list(disputedFields(row))),
};

export const CSV_CELLS: Cells = {
  event_id: ({ event }) => event.id,
  report_id: ({ coded }) => coded.id,
  report_hash: ({ coded }) => coded.report.id,
  title: ({ coded }) => coded.report.title,
  outlet: ({ coded }) => coded.report.outlet,
  originator: ({ coded }) => coded.report.originator,
  published: (row) => publishedOf(row),
  url: ({ coded }) => coded.report.url,
  type: ({ event }) => event.type,
  modes: ({ event }) => list(event.modes.map(({ value }) => value)),
  contexts: ({ event }) => list(event.contexts.map(({ value }) => value)),
  trigger: ({ event }) => event.trigger.text,
  trigger_start: ({ event }) => event.trigger.start,
  trigger_end: ({ event }) => event.trigger.end,
  offsets: ({ coded }) => coded.offsets,
  tellings: ({ event }) => event.mentions.length + 1,
  ...PARTIES,
  ...WHERE_AND_WHEN,
  ...SAYING_SO,
  ...TOGETHER,
  confidence_event: ({ event }) => event.confidence.event,
  confidence_type: ({ event }) => event.confidence.type,
  confidence_actors: ({ event }) => event.confidence.actors,
  confidence_recipients: ({ event }) => event.confidence.recipients,
  confidence_place: ({ event }) => event.confidence.place,
  confidence_time: ({ event }) => event.confidence.time,
  confidence_factuality: ({ event }) => event.confidence.factuality,
  confidence_attributions: ({ event }) => event.confidence.attributions,
};

export const CSV: Notation = tableNotation({
  format: "csv",
  title: "CSV, one event a row",
  extension: "csv",
  style: COMMAS,
  cells: CSV_CELLS,
  withheld: nothingWithheld,
});

export function csvHead(): string {
  return CSV.head;
}

/** The rows of one report; none if it has no event. */
export function csvRows(coded: CodedReport): string {
  return rowsOf(coded)
    .flatMap((row: ExportRow) => CSV.records(row))
    .join("");
}
