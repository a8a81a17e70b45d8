import type { EventReading, EventReadings } from "../../../language/index.ts";
import type { Draft } from "../draft.ts";

/** Of the words that state the event, what the model says of the one that it holds most likely to. */
export function readingOf(
  { token, extra }: Pick<Draft, "token" | "extra">,
  readings: EventReadings,
): EventReading | undefined {
  return [token, ...extra]
    .flatMap((at) => readings.byToken.get(at) ?? [])
    .sort((a, b) => b.probability - a.probability)[0];
}
