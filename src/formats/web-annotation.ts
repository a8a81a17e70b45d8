import type { CodedReport } from "../record/coded-report.ts";
import type { Event } from "../record/event.ts";
import { countryOf, type Participant, sectorOf } from "../record/participant.ts";
import { publishedDay } from "../record/report.ts";
import { offsetMap } from "../text/offsets.ts";
import type { Quote } from "../text/span.ts";
import { inWords } from "./in-words.ts";
import { type Notation, nothingWithheld } from "./notation.ts";
import { type ExportRow, membersOf, type ReportEvent } from "./row.ts";

/** Characters before and after a quote that tell it from the same words elsewhere. */
const AROUND = 32;

/** A part of an event: what it is, the tags it is given, the words it rests on. */
interface Part {
  readonly name: string;
  readonly tags: readonly string[];
  readonly quotes: readonly Quote[];
}

function partsOf(event: Event): readonly Part[] {
  const { place, time } = event;
  return [
    {
      name: "trigger",
      tags: [event.type, ...event.modes.map(({ value }) => value)],
      quotes: [event.trigger],
    },
    { name: "mention", tags: [event.type], quotes: event.mentions },
    ...event.actors.map((one) => partyPart("actor", one)),
    ...event.recipients.map((one) => partyPart("recipient", one)),
    ...(place.status === "known"
      ? [{ name: "place", tags: [place.name, place.kind], quotes: place.quotes }]
      : []),
    ...(time.status === "known"
      ? [{ name: "time", tags: [`${time.from}/${time.to}`], quotes: time.quotes }]
      : []),
    ...event.attributions.map((one) => ({
      ...partyPart("source", one.source),
      tags: [one.kind, one.stance, one.factuality],
    })),
    ...event.quantities.map((one) => ({
      name: "quantity",
      tags: [`${one.kind}:${one.min}-${one.max ?? ""}`],
      quotes: [one.quote],
    })),
  ].filter(({ quotes }) => quotes.length > 0);
}

function partyPart(name: string, one: Participant): Part {
  return { name, tags: [countryOf(one), sectorOf(one)].flatMap((tag) => tag ?? []), quotes: [one.quote] };
}

/** Web Annotation Data Model: positions in code points, with the words around where the text may be shown. */
function target(coded: CodedReport, quote: Quote): object {
  const { report } = coded;
  const day = publishedDay(report);
  return {
    source: report.url ?? `urn:khaldun:report:${report.id}`,
    ...(day === undefined ? {} : { state: { type: "TimeState", sourceDate: `${day}T00:00:00Z` } }),
    selector: [
      { type: "TextPositionSelector", start: quote.start, end: quote.end },
      ...quoteSelector(coded, quote),
    ],
  };
}

/** The words as they stand there: a quote that a profile has cut or replaced is no longer those. */
function quoteSelector({ report, offsets }: CodedReport, quote: Quote): readonly object[] {
  const length = offsets === "utf-16" ? quote.text.length : Array.from(quote.text).length;
  if (length !== quote.end - quote.start) return [];
  const exact = { type: "TextQuoteSelector", exact: quote.text };
  if (report.text === "") return [exact];
  const { toUtf16 } = offsetMap(report.text);
  const [start, end] =
    offsets === "utf-16" ? [quote.start, quote.end] : [toUtf16(quote.start), toUtf16(quote.end)];
  return [
    {
      ...exact,
      prefix: report.text.slice(Math.max(0, start - AROUND), start),
      suffix: report.text.slice(end, end + AROUND),
    },
  ];
}

function annotations({ event, coded }: ReportEvent, row: ExportRow): readonly object[] {
  return partsOf(event).map((part, index) => ({
    id: `urn:khaldun:annotation:${event.id}:${index}`,
    type: "Annotation",
    motivation: "identifying",
    creator: { id: "urn:khaldun:coder", type: "Software", name: coded.coder.program },
    body: [
      { type: "TextualBody", purpose: "classifying", value: part.name },
      ...part.tags.map((value) => ({ type: "TextualBody", purpose: "tagging", value })),
      {
        type: "SpecificResource",
        purpose: "linking",
        source: `urn:khaldun:event:${row.happening?.id ?? event.id}`,
      },
      ...(part.name === "trigger"
        ? [{ type: "TextualBody", purpose: "describing", value: inWords(event) }]
        : []),
    ],
    target: part.quotes.map((quote) => target(coded, quote)),
  }));
}

const annotationsOf = (row: ExportRow): readonly object[] =>
  membersOf(row).flatMap((member) => annotations(member, row));

const CONTEXT = { "@context": "http://www.w3.org/ns/anno.jsonld" } as const;

/** One annotation for every part of an event that rests on words, one a line. A happening has those of all its reports. */
export const WEB_ANNOTATION: Notation = {
  title: "W3C Web Annotation, JSON-LD, one annotation a line",
  extension: "annotations.jsonl",
  mediaType: "application/x-ndjson",
  head: "",
  separator: "",
  tail: "",
  records: (row) => annotationsOf(row).map((one) => `${JSON.stringify({ ...CONTEXT, ...one })}\n`),
  withheld: nothingWithheld,
};

/** The same as one document: lines of JSON are no JSON-LD, and a reader of it wants the context once. */
export const JSON_LD: Notation = {
  title: "W3C Web Annotation, one JSON-LD document with all annotations as its graph",
  extension: "jsonld",
  mediaType: "application/ld+json",
  head: `${JSON.stringify(CONTEXT).slice(0, -1)},"@graph":[\n`,
  separator: ",\n",
  tail: "\n]}\n",
  records: (row) => annotationsOf(row).map((one) => JSON.stringify(one)),
  withheld: nothingWithheld,
};
