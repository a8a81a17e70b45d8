import type { EventMention } from "../annotators/events/layer.ts";
import type { Event } from "../record/event.ts";
import type { Document } from "../text/document.ts";
import { type Calibration, calibrated } from "./calibration.ts";
import { type CodedCells, type ConfidenceField, evidenceOf } from "./evidence.ts";
import { type Shares, scoreOf } from "./shares.ts";

/** From evidence to confidence: what was counted in our corpus, and the line to the reports coded by hand. */
export interface ConfidenceTables {
  readonly shares: Shares;
  readonly calibration: Calibration;
}

/**
 * How sure we are that we read each field right; never how sure the text is. What the evidence scores is mapped to
 * how often such a score was right in the development reports (calibration.ts).
 */
export function confidenceOf(
  document: Document,
  mention: EventMention,
  coded: CodedCells,
  { shares, calibration }: ConfidenceTables,
): Event["confidence"] {
  const scores = scoresOf(document, mention, coded, shares);
  const sure = (field: ConfidenceField): number => rounded(calibrated(scores[field], calibration.get(field)));
  return byField(sure);
}

/** How often cells that rest on such evidence are right in our own corpus. */
export function scoresOf(
  document: Document,
  mention: EventMention,
  coded: CodedCells,
  shares: Shares,
): Event["confidence"] {
  const evidence = evidenceOf(document, mention, coded);
  return byField((field) =>
    scoreOf(field, evidence[field], shares, field === "event" ? mention.confidence : undefined),
  );
}

function byField(of: (field: ConfidenceField) => number): Event["confidence"] {
  return {
    event: of("event"),
    type: of("type"),
    actors: of("actors"),
    recipients: of("recipients"),
    place: of("place"),
    time: of("time"),
    factuality: of("factuality"),
    attributions: of("attributions"),
  };
}

function rounded(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
}
