import { codesOf } from "../../catalogue/codes.ts";
import type { Words } from "../../catalogue/speak.ts";

const WORDS = {
  event: "agreement.is-event",
  "is an event": "agreement.is-event",
  type: "field.type",
  modes: "field.modes",
  contexts: "field.contexts",
  actors: "field.actors",
  recipients: "field.recipients",
  place: "field.place",
  time: "field.time",
  "has a date": "agreement.has-date",
  "first day": "agreement.first-day",
  factuality: "field.factuality",
  phase: "field.phase",
  attempt: "field.attempt",
  outcome: "field.outcome",
  attributions: "field.attributions",
  sources: "field.attributions",
  quantities: "field.quantities",
} as const;

/** What two codings are compared by, in words; a name that the desk does not know is shown as it is. */
export function comparableWords(name: string, t: Words): string {
  const kind = codesOf("quantity").find((one) => one === name);
  if (kind !== undefined) return t(`quantity.${kind}`);
  const key = Object.entries(WORDS).find(([known]) => known === name)?.[1];
  return key === undefined ? name : t(key);
}
