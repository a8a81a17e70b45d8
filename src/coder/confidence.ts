import type { EventMention } from "../annotators/events/layer.ts";
import { SPOKEN } from "../annotators/events/speech-acts.ts";
import type { Attribution } from "../record/attribution.ts";
import type { Event } from "../record/event.ts";
import type { Participant } from "../record/participant.ts";
import { type Calibration, type ConfidenceField, calibrated } from "./calibration.ts";
import { type CellWay, evidenceOf, sideWay } from "./evidence.ts";

interface Evidence {
  readonly mention: EventMention;
  readonly actors: readonly Participant[];
  readonly recipients: readonly Participant[];
  readonly timeWay: CellWay;
  readonly attributions: readonly Attribution[];
}

/**
 * How sure we are that we read each field right; never how sure the text is. What the evidence scores is mapped to
 * how often such a score was right in the development reports (calibration.ts).
 */
export function confidenceOf(evidence: Evidence, calibration: Calibration): Event["confidence"] {
  const scores = scoresOf(evidence);
  const sure = (field: ConfidenceField): number => rounded(calibrated(scores[field], calibration.get(field)));
  return {
    event: sure("event"),
    type: sure("type"),
    actors: sure("actors"),
    recipients: sure("recipients"),
    place: sure("place"),
    time: sure("time"),
    factuality: sure("factuality"),
    attributions: sure("attributions"),
  };
}

/** Scores that order each field by how well it is supported; only their order is meant. */
function scoresOf(evidence: Evidence): Event["confidence"] {
  const act = SPOKEN.has(evidence.mention.type) ? "words" : "deed";
  const rivals = evidence.mention.alternatives.reduce((sum, one) => sum + one.probability, 0);
  return {
    event: evidence.mention.confidence,
    type: Math.max(0.3, 1 - rivals),
    actors: evidenceOf("actors", sideWay(evidence.actors), act),
    recipients: evidenceOf("recipients", sideWay(evidence.recipients), act),
    place: evidenceOf("place", evidence.mention.placeBy, act),
    time: evidenceOf("time", evidence.timeWay, act),
    factuality: evidence.attributions.length > 0 ? 0.75 : 0.8,
    attributions: evidence.attributions.length > 0 ? 0.7 : 0.75,
  };
}

function rounded(value: number): number {
  return Math.round(Math.min(1, Math.max(0, value)) * 1000) / 1000;
}
