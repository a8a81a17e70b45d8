import type { Cell } from "../../src/record/cell.ts";
import { NOT_STATED } from "../../src/record/cell.ts";
import type { CodedReport, CoderVersion } from "../../src/record/coded-report.ts";
import type { Event } from "../../src/record/event.ts";
import type { Participant } from "../../src/record/participant.ts";
import type { Report } from "../../src/record/report.ts";
import { quote } from "../../src/text/span.ts";
import { codedReport } from "./coded.ts";
import { reportOf } from "./parsed.ts";

/** What a test says of an event; everything else is as in a report that says nothing. */
export interface EventSketch {
  readonly id: string;
  readonly type?: Event["type"];
  readonly modes?: readonly string[];
  readonly actor?: PartySketch;
  readonly recipient?: PartySketch;
  readonly source?: PartySketch;
  readonly denied?: boolean;
  readonly days?: readonly [string, string, string?];
  readonly place?: {
    readonly name: string;
    readonly country: string;
    readonly lat?: number;
    readonly lon?: number;
  };
  readonly factuality?: Event["factuality"]["value"];
  readonly phase?: Event["phase"];
  readonly confidence?: number;
}
export interface PartySketch {
  readonly name?: string;
  readonly country?: string;
  readonly sector?: string;
}
export interface ReportSketch {
  readonly text: string;
  readonly title?: string;
  readonly url?: string;
  readonly outlet?: string;
  readonly language?: string;
  readonly published?: string;
  readonly events?: readonly EventSketch[];
  readonly coder?: string;
}

export function inventedReport(sketch: ReportSketch): Report {
  const { title, url, outlet, language } = sketch;
  return {
    ...reportOf(sketch.text, sketch.published),
    id: `text-${sketch.text.length}-${sketch.text.slice(0, 12)}`,
    ...(title === undefined ? {} : { title }),
    ...(url === undefined ? {} : { url }),
    ...(outlet === undefined ? {} : { outlet }),
    ...(language === undefined ? {} : { language }),
  };
}

export function coderVersion(program = "1"): CoderVersion {
  return { program, model: "0", codebook: "0", gazetteer: "0", registry: "0", options: {} };
}

/** A coded report over a text of our own, with the events that a test asks for. */
export function invented(sketch: ReportSketch): CodedReport {
  const blank = codedReport(sketch.text);
  return {
    ...blank,
    report: inventedReport(sketch),
    events: (sketch.events ?? []).map((event) => eventOf(blank.events[0]!, event, sketch.text)),
    notes: [],
    coder: coderVersion(sketch.coder),
  };
}

function eventOf(blank: Event, sketch: EventSketch, text: string): Event {
  const { type = "ASSAULT", modes = [], factuality = "CT+", phase = "past", confidence = 0.8 } = sketch;
  const party = (one: PartySketch | undefined) => (one === undefined ? [] : [partyOf(blank, one)]);
  return {
    ...blank,
    id: sketch.id,
    type,
    modes: modes.map((value) => ({ value, confidence: 1, quotes: [] })),
    actors: party(sketch.actor),
    recipients: party(sketch.recipient),
    place: placeOf(sketch),
    time: timeOf(sketch),
    factuality: { ...blank.factuality, value: factuality },
    phase,
    confidence: { ...blank.confidence, event: confidence },
    attributions:
      sketch.source === undefined
        ? []
        : [
            {
              source: partyOf(blank, sketch.source),
              kind: "named",
              content: [quote(text, { start: 0, end: text.length })],
              stance: sketch.denied ? "denies" : "asserts",
              factuality: "CT+",
              chain: [],
            },
          ],
  };
}

function partyOf(blank: Event, { name, country, sector }: PartySketch): Participant {
  return {
    ...blank.actors[0]!,
    name: known(name),
    country: known(country),
    sector: known(sector) as Participant["sector"],
  };
}

function known(value: string | undefined): Cell<{ value: string }> {
  return value === undefined
    ? NOT_STATED
    : { status: "known", value, basis: "quoted", quotes: [], confidence: 1 };
}

function placeOf({ place }: EventSketch): Event["place"] {
  if (place === undefined) return NOT_STATED;
  const kind = place.lat === undefined ? "country" : "town";
  return {
    status: "known",
    basis: "quoted",
    quotes: [],
    confidence: 1,
    kind,
    ...place,
    precision: { kind, radiusKm: 5 },
  };
}

function timeOf({ days }: EventSketch): Event["time"] {
  if (days === undefined) return NOT_STATED;
  const [from, to, precision = "day"] = days;
  return {
    status: "known",
    basis: "normalised",
    quotes: [],
    confidence: 1,
    from,
    to,
    precision: precision as "day",
    approximate: false,
    anchor: "explicit",
  };
}
