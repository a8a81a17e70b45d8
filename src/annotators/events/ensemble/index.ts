import type { PredicateSense } from "../../../knowledge/predicates.ts";
import type { EventReading, EventReadings } from "../../../language/index.ts";
import { type EventType, modesOf } from "../../../ontology/index.ts";
import type { Sketch } from "../drafting.ts";
import { DUTY_LINE } from "../duties.ts";
import { NO_LINE } from "./proposed.ts";
import { readingOf } from "./reading-of.ts";
import { agreed, type Trust } from "./trust.ts";

export { locatedBy } from "./located-by.ts";
export { withParties } from "./parties.ts";
export { proposed } from "./proposed.ts";
export { readingOf } from "./reading-of.ts";
export { TRUST, type Trust } from "./trust.ts";

/** A sketch of the lexicon's, with what the model says of its words weighed in. */
export function judged(sketch: Sketch, readings: EventReadings, trust: Trust): Sketch {
  if (!readings.isTaught) return sketch;
  const reading = readingOf(sketch, readings);
  const model = reading?.probability ?? 0;
  const isOwn = sketch.sense.line === NO_LINE || sketch.sense.line === DUTY_LINE;
  const confidence = isOwn ? sketch.confidence : agreed(sketch.confidence, model, trust);
  const said = saidOf(reading);
  const because = isOwn ? said : `${sketch.because}; ${said}`;
  const best = reading?.types[0];
  const sureness = (best?.probability ?? 0) * model;
  // The surer of the two is believed on the type, and a wording that asks for company or for certain parties is sure.
  const isOther =
    best !== undefined &&
    best.label !== sketch.type &&
    !isOwn &&
    sureness >= trust.retype &&
    sureness > sketch.confidence &&
    !isSpecific(sketch.sense);
  if (!isOther) {
    const modes = sketch.modes.length > 0 ? sketch.modes : modesFor(sketch.type, reading, trust);
    return { ...sketch, confidence, modes, because };
  }
  const type = best.label as EventType;
  return {
    ...sketch,
    confidence,
    type,
    modes: modesFor(type, reading, trust),
    performed: false,
    alternatives: [{ type: sketch.type, probability: rounded(Math.min(0.5, 1 - best.probability)) }],
    because: `${because}, and is believed`,
  };
}

function isSpecific({ with: company, needsActor, needsPeople }: PredicateSense): boolean {
  return company.length > 0 || needsActor.length > 0 || needsPeople;
}

/** The model's mode where it is sure of one that the type has. */
function modesFor(type: EventType, reading: EventReading | undefined, trust: Trust): readonly string[] {
  const best = reading?.modes[0];
  const isSure = best !== undefined && best.probability >= trust.mode;
  return isSure && modesOf(type).includes(best.label) ? [best.label] : [];
}

function saidOf(reading: EventReading | undefined): string {
  const best = reading?.types[0];
  if (reading === undefined || best === undefined) return "the model reads no event";
  return `the model reads an event (${rounded(reading.probability)}), ${best.label} (${rounded(best.probability)})`;
}

function rounded(probability: number): number {
  return Math.round(probability * 100) / 100;
}
