import type { CodedReport } from "../../src/record/coded-report.ts";

/** Coded reports in any number, varied a little so that dictionaries and compression see different values. */
export async function* reportsLike(
  patterns: readonly CodedReport[],
  events: number,
): AsyncIterable<CodedReport> {
  let made = 0;
  for (let round = 0; made < events; round += 1) {
    for (const pattern of patterns) {
      if (made >= events) return;
      const kept = pattern.events.slice(0, events - made);
      made += kept.length;
      yield {
        ...pattern,
        id: `${pattern.id}-${round}`,
        events: kept.map((event) => ({
          ...event,
          id: (Number.parseInt(event.id, 16) + round).toString(16).padStart(12, "0").slice(-12),
        })),
      };
    }
  }
}
