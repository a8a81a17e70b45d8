import { EVENTS } from "../annotators/events/layer.ts";
import { TOKENS } from "../language/layers.ts";
import { type CodedReport, type CoderVersion, SCHEMA_VERSION } from "../record/coded-report.ts";
import { publishedDay, REPORT } from "../record/report.ts";
import { type Document, read } from "../text/document.ts";
import type { Note } from "../text/note.ts";
import { eventOf } from "./events.ts";
import type { ParticipantOptions } from "./participants.ts";

/** The record of one report, from a document that has been through the whole pipeline. */
export function assemble(
  document: Document,
  version: CoderVersion,
  options: ParticipantOptions,
): CodedReport {
  const report = read(document, REPORT);
  const events = read(document, EVENTS).map((mention) => eventOf(document, mention, options));
  return {
    schema: SCHEMA_VERSION,
    id: report.externalId ?? report.id,
    offsets: "utf-16",
    report,
    events: [...events].sort((a, b) => a.trigger.start - b.trigger.start),
    notes: [...reportNotes(document), ...document.notes],
    coder: version,
  };
}

function reportNotes(document: Document): readonly Note[] {
  const notes: Note[] = [];
  if (publishedDay(read(document, REPORT)) === undefined) {
    notes.push({
      code: "unknown-publication-date",
      message: "the publication date is unknown, so relative times such as “on Monday” stay unknown",
      cure: "give it with --published YYYY-MM-DD or the field published",
    });
  }
  if (read(document, TOKENS).length === 0) {
    notes.push({ code: "no-words", message: "the headline, body and captions have no words to code" });
  }
  return notes;
}
