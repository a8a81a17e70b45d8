import { quadClassOf, scoreOf } from "../ontology/index.ts";
import type { Attribution } from "../record/attribution.ts";
import type { CodedReport } from "../record/coded-report.ts";
import type { Event, QuantityKind } from "../record/event.ts";
import type { Participant } from "../record/participant.ts";
import { publishedDay } from "../record/report.ts";
import { type Notation, nothingWithheld } from "./notation.ts";
import { type ExportRow, rowsOf } from "./row.ts";
import { standingOf } from "./standing.ts";

/** Fields of PLOVER's record that we fill, in the order of the manual's table; docs/formats.md explains them. */
export const PLOVER_FIELDS = [
  "id",
  "date",
  "enddate",
  "actor",
  "recipient",
  "event",
  "mode",
  "context",
  "auxiliary_mode",
  "quad_code",
  "event_scale",
  "event_text",
  "event_loc",
  "size",
  "text_info",
  "cite_info",
  "link",
  "factuality",
  "phase",
  "attempt",
  "outcome",
  "attribution",
  "confidence",
  "comment",
] as const;

type PloverRecord = Readonly<Record<(typeof PLOVER_FIELDS)[number], unknown>>;

function ploverRecord({ event, coded, happening }: ExportRow): PloverRecord {
  const { time } = event;
  return {
    id: event.id,
    date: time.status === "known" ? time.from.slice(0, 10) : "",
    enddate: time.status === "known" && time.to !== time.from ? time.to.slice(0, 10) : "",
    actor: event.actors.map(entity),
    recipient: event.recipients.map(entity),
    event: [event.type],
    mode: event.modes.map((mode) => mode.value),
    context: event.contexts.map((context) => context.value),
    auxiliary_mode: auxiliaryModes(event, coded),
    quad_code: quadClassOf(event.type),
    event_scale: scoreOf(event.type, event.modes[0]?.value),
    event_text: event.trigger.text,
    event_loc: location(event),
    size: sizes(event),
    text_info: { start: event.trigger.start, end: event.trigger.end, offsets: coded.offsets },
    cite_info: citation(coded),
    link: happening?.id ?? "",
    factuality: event.factuality.value,
    phase: event.phase,
    attempt: event.attempt,
    outcome: event.outcome,
    attribution: event.attributions.map(attribution),
    confidence: event.confidence,
    comment: comment(event),
  };
}

function citation({ report, coder }: CodedReport): Readonly<Record<string, string>> {
  return {
    title: report.title ?? "",
    url: report.url ?? "",
    publication: report.outlet ?? "",
    citation: report.originator ?? "",
    language: report.language,
    coder: coder.program,
    codebook: coder.codebook,
  };
}

/** Who says so: the manual has no field for it, and lets a project add its own. */
function attribution({ source, kind, stance, factuality, cue, chain }: Attribution): unknown {
  return {
    ...entity(source),
    kind,
    stance,
    factuality,
    cue: cue === undefined ? "" : { text: cue.text, start: cue.start, end: cue.end },
    told_by: chain.map((outer) => outer.source.quote.text),
  };
}

/** One event a line. An event without a date keeps `date` empty: the publication date is not its date. */
export const PLOVER: Notation = {
  title: "PLOVER JSON, one event a line",
  extension: "plover.jsonl",
  mediaType: "application/x-ndjson",
  head: "",
  separator: "",
  tail: "",
  records: (row) => [`${JSON.stringify(ploverRecord(row))}\n`],
  withheld: nothingWithheld,
};

export function ploverLines(coded: CodedReport): string {
  return rowsOf(coded).flatMap(PLOVER.records).join("");
}

function entity(one: Participant): Readonly<Record<string, string>> {
  return {
    code: one.country.status === "known" ? one.country.value : "",
    sector: one.sector.status === "known" ? one.sector.value : "",
    entity_text: one.quote.text,
    identifier_id: one.wikidata ?? "",
    identifier_text: one.name.status === "known" ? one.name.value : "",
    office: one.role ?? "",
  };
}

/**
 * PLOVER's own hook for factuality, section 3.3 of the manual. Historical is what had ended more than a year before the
 * report was published: background, not news.
 */
function auxiliaryModes(event: Event, coded: CodedReport): readonly string[] {
  const published = publishedDay(coded.report);
  const ended = event.time.status === "known" ? event.time.to.slice(0, 10) : undefined;
  const isHistorical =
    published !== undefined && ended !== undefined && Date.parse(published) - Date.parse(ended) > YEAR;
  return [
    ...(isHistorical ? ["historical"] : []),
    ...(event.phase === "future" ? ["future"] : []),
    ...(standingOf(event) === "hypothetical" ? ["hypothetical"] : []),
    ...(event.factuality.polarity === "-" || standingOf(event) === "denied" ? ["negation"] : []),
  ];
}

const YEAR = 366 * 86_400_000;

function location({ place }: Event): Readonly<Record<string, unknown>> {
  if (place.status !== "known") return {};
  return {
    extracted_place: place.quotes[0]?.text ?? "",
    resolved_place: place.name,
    geonameid: place.geonames ?? "",
    lat: place.lat ?? "",
    lon: place.lon ?? "",
    province: place.admin1 ?? "",
    country_code: place.country ?? "",
    resolution: { site: 5, town: 4, admin2: 3, admin1: 2 }[place.kind as string] ?? 1,
  };
}

/** Quantities that the format has a field for. */
const SIZES: ReadonlySet<QuantityKind> = new Set(["dead", "injured", "arrested"]);

function sizes(event: Event): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    [...SIZES].flatMap((kind) =>
      event.quantities
        .filter((one) => one.kind === kind)
        .slice(0, 1)
        .map((one) => [kind, { min: one.min, max: one.max }]),
    ),
  );
}

/** What the format has no field for: who says so and how sure. */
function comment(event: Event): string {
  const sources = event.attributions.map((one) => `${one.source.quote.text} (${one.kind}) ${one.stance}`);
  return [
    `factuality ${event.factuality.value}`,
    `phase ${event.phase}`,
    ...(event.attempt ? [`attempt, ${event.outcome}`] : []),
    ...sources,
    ...event.quantities
      .filter((one) => !SIZES.has(one.kind))
      .map((one) => `${one.kind} ${one.min}-${one.max ?? ""}`),
    ...(event.time.status === "unknown" ? [`date unknown: ${event.time.reason}`] : []),
    ...(event.place.status === "unknown" ? [`place unknown: ${event.place.reason}`] : []),
  ].join("; ");
}
