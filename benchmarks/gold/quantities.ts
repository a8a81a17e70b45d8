import type { Figure } from "../bench.ts";
import type { GoldReport } from "../gold-format.ts";

/** Counts by kind and bounds, report by report, each once however many events carry it. */
export function quantityFigure(gold: readonly GoldReport[], found: readonly GoldReport[]): Figure {
  const expected = new Map(gold.map((report) => [report.id, countsOf(report)]));
  let right = 0;
  let wanted = 0;
  let given = 0;
  for (const report of found) {
    const own = countsOf(report);
    const theirs = expected.get(report.id) ?? new Set();
    wanted += theirs.size;
    given += own.size;
    for (const count of own) if (theirs.has(count)) right += 1;
  }
  return { name: "quantities F1", value: (2 * right) / (wanted + given || 1), floor: 0.6, n: wanted };
}

function countsOf({ events }: GoldReport): ReadonlySet<string> {
  return new Set(
    events.flatMap(({ quantities }) => quantities.map(({ kind, min, max }) => `${kind} ${min} ${max}`)),
  );
}
