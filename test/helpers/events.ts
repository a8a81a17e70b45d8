import type { Sector } from "../../src/ontology/plover/codes.ts";
import type { Attribution } from "../../src/record/attribution.ts";
import type { CodedReport } from "../../src/record/coded-report.ts";
import type { Event, Quantity } from "../../src/record/event.ts";
import type { Participant, ParticipantKind } from "../../src/record/participant.ts";
import type { PlaceKind, PlaceValue } from "../../src/record/place.ts";
import { codedReport } from "./coded.ts";
import { reportOf } from "./parsed.ts";

const TEXT = "Gunmen attacked the town. The army said so.";
const [plain] = codedReport(TEXT).events;
const WORDS = { start: 0, end: 6, text: "Gunmen" };
const RECEIPT = { status: "known", basis: "quoted", quotes: [WORDS], confidence: 1 } as const;

/** Parts of events for tests of what is done with coded reports; everything that is not given is unknown. */
export function party(
  words: string,
  country?: string,
  sector?: Sector,
  more: { readonly name?: string; readonly kind?: ParticipantKind } & Partial<
    Pick<Participant, "role" | "wikidata">
  > = {},
): Participant {
  const { name, ...rest } = more;
  return {
    ...plain!.actors[0]!,
    quote: { ...WORDS, text: words },
    mentions: [],
    ...(name === undefined ? {} : { name: { ...RECEIPT, value: name } }),
    ...(country === undefined ? {} : { country: { ...RECEIPT, value: country } }),
    ...(sector === undefined ? {} : { sector: { ...RECEIPT, value: sector } }),
    ...rest,
  };
}

export function said(source: Participant, more: Partial<Attribution> = {}): Attribution {
  return { source, kind: "named", content: [], stance: "asserts", factuality: "CT+", chain: [], ...more };
}

export function figure(kind: Quantity["kind"], min: number, max: number | null = min): Quantity {
  return { kind, min, max, approximate: false, quote: WORDS };
}

export function place(
  name: string,
  kind: PlaceKind,
  country: string,
  more: Partial<PlaceValue> = {},
): Event["place"] {
  return {
    ...RECEIPT,
    name,
    kind,
    country,
    precision: { kind, radiusKm: kind === "town" ? 5 : 100 },
    ...more,
  };
}

export function days(from: string, to = from): Event["time"] {
  return { ...RECEIPT, from, to, precision: "day", approximate: false, anchor: "explicit" };
}

export const STATED: Event["factuality"] = { value: "CT+", certainty: "certain", polarity: "+", quotes: [] };

/** A report of an outlet with one event, published on 2026-05-05 unless another day is given. */
export function reportWith(event: Partial<Event>, header: Partial<CodedReport["report"]> = {}): CodedReport {
  const coded = codedReport(TEXT);
  return {
    ...coded,
    offsets: "code-points",
    report: { ...reportOf(TEXT, "2026-05-05"), outlet: "Mail", title: "Attack", ...header },
    events: [{ ...plain!, id: "0a1b2c3d4e5f", type: "ASSAULT", factuality: STATED, actors: [], ...event }],
  };
}
