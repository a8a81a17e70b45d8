import type { StoredEvent } from "../../../../src/store/types.ts";

/** Events by the first of their words: the order in which a reader meets them, and their numbers. */
export function inReadingOrder(events: readonly StoredEvent[]): readonly StoredEvent[] {
  const start = ({ event }: StoredEvent) =>
    Math.min(event.trigger.start, ...event.mentions.map((one) => one.start));
  return [...events].sort((a, b) => start(a) - start(b));
}
