import { NOT_STATED } from "../../src/record/cell.ts";
import { type CodedReport, SCHEMA_VERSION } from "../../src/record/coded-report.ts";
import type { Participant } from "../../src/record/participant.ts";
import { quote } from "../../src/text/span.ts";
import { reportOf } from "./parsed.ts";

/** A coded report over any text, with one event whose quotes lie at the borders of its characters. */
export function codedReport(text: string, actorName?: string): CodedReport {
  const borders = [0];
  for (const character of text) borders.push(borders.at(-1)! + character.length);
  const middle = borders[borders.length >> 1]!;
  const front = quote(text, { start: 0, end: middle });
  const back = quote(text, { start: middle, end: text.length });
  const actor: Participant = {
    quote: front,
    mentions: [back],
    name:
      actorName === undefined
        ? NOT_STATED
        : { status: "known", value: actorName, basis: "quoted", quotes: [front], confidence: 1 },
    country: NOT_STATED,
    sector: NOT_STATED,
    kind: "unnamed",
    basis: "quoted",
  };
  const sure = 0.5;
  return {
    schema: SCHEMA_VERSION,
    id: "r1",
    offsets: "utf-16",
    report: reportOf(text),
    events: [
      {
        id: "e1",
        type: "COERCE",
        modes: [],
        contexts: [],
        alternatives: [],
        trigger: back,
        mentions: [front],
        actors: [actor],
        recipients: [],
        place: NOT_STATED,
        time: NOT_STATED,
        factuality: { value: "Uu", certainty: "unknown", polarity: "unknown", quotes: [back] },
        phase: "past",
        attempt: false,
        outcome: "unknown",
        attributions: [],
        quantities: [],
        confidence: {
          event: sure,
          type: sure,
          actors: sure,
          recipients: sure,
          place: sure,
          time: sure,
          factuality: sure,
          attributions: sure,
        },
        because: [],
      },
    ],
    notes: [{ code: "test", message: "a note", quote: front }],
    coder: { program: "0", model: "0", codebook: "0", gazetteer: "0", registry: "0", options: {} },
  };
}
