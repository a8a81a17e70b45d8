import { EVENTS, type EventMention } from "../annotators/events/layer.ts";
import { TOKENS } from "../language/layers.ts";
import { type CodedReport, type CoderVersion, SCHEMA_VERSION } from "../record/coded-report.ts";
import { publishedDay, REPORT, type Report } from "../record/report.ts";
import { type Document, read } from "../text/document.ts";
import type { Note } from "../text/note.ts";
import { quote } from "../text/span.ts";
import { type EventOptions, eventOf } from "./events.ts";

/** The record of one report, from a document that has been through the whole pipeline. */
export function assemble(document: Document, version: CoderVersion, options: EventOptions): CodedReport {
  const report = read(document, REPORT);
  return {
    schema: SCHEMA_VERSION,
    id: report.externalId ?? report.id,
    offsets: "utf-16",
    report,
    events: inOrder(document).map((mention) => eventOf(document, mention, options)),
    notes: [...reportNotes(document), ...document.notes],
    coder: version,
  };
}

/** The events of a document in the order of the record. */
export function inOrder(document: Document): readonly EventMention[] {
  return [...read(document, EVENTS)].sort((a, b) => a.trigger.start - b.trigger.start);
}

function reportNotes(document: Document): readonly Note[] {
  const report = read(document, REPORT);
  const notes: Note[] = [];
  if (publishedDay(report) === undefined) notes.push(dateNote(report));
  if (read(document, TOKENS).length === 0) {
    notes.push({ code: "no-words", message: "the headline, body and captions have no words to code" });
  }
  const nul = report.text.indexOf("\0");
  if (nul >= 0) {
    notes.push({
      code: "nul-character",
      message: "the text holds NUL characters: a sign of a broken export; they are kept and read as spaces",
      quote: quote(report.text, { start: nul, end: nul + 1 }),
      cure: "export the report again as UTF-8 text",
    });
  }
  return notes;
}

function dateNote(report: Report): Note {
  const cure = "give it with --published YYYY-MM-DD or the field published";
  return report.publishedEvidence === undefined
    ? {
        code: "unknown-publication-date",
        message: "the publication date is unknown, so relative times such as “on Monday” stay unknown",
        cure,
      }
    : {
        code: "unreadable-publication-date",
        message: `the publication date was given but is no date that can be read (${report.publishedEvidence}), so relative times stay unknown`,
        cure,
      };
}
