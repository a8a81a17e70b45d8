import { quadClassOf, scoreOf } from "../ontology/index.ts";
import type { CodedReport } from "../record/coded-report.ts";
import type { Event, QuantityKind } from "../record/event.ts";
import type { Participant } from "../record/participant.ts";

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
  "comment",
] as const;

/** PLOVER JSON, one event a line. An event without a date keeps `date` empty: the publication date is not its date. */
export function ploverLines(coded: CodedReport): string {
  return coded.events.map((event) => `${JSON.stringify(ploverRecord(event, coded))}\n`).join("");
}

type PloverRecord = Readonly<Record<(typeof PLOVER_FIELDS)[number], unknown>>;

function ploverRecord(event: Event, coded: CodedReport): PloverRecord {
  const { time, report } = { time: event.time, report: coded.report };
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
    cite_info: {
      title: report.title ?? "",
      url: report.url ?? "",
      publication: report.outlet ?? "",
      citation: report.originator ?? "",
      language: report.language,
      coder: coded.coder.program,
      codebook: coded.coder.codebook,
    },
    comment: comment(event),
  };
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

/** PLOVER's own hook for factuality, section 3.3 of the manual: historical, future, hypothetical, negation. */
function auxiliaryModes(event: Event, coded: CodedReport): readonly string[] {
  const published = coded.report.published;
  const isHistorical =
    event.time.status === "known" &&
    published.status === "known" &&
    Number(event.time.to.slice(0, 4)) < Number(published.from.slice(0, 4)) - 1;
  return [
    ...(isHistorical ? ["historical"] : []),
    ...(event.phase === "future" ? ["future"] : []),
    ...(event.phase === "hypothetical" || event.factuality.certainty === "possible" ? ["hypothetical"] : []),
    ...(event.factuality.polarity === "-" ? ["negation"] : []),
  ];
}

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
