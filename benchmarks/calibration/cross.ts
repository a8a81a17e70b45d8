import { calibrated } from "../../src/coder/calibration.ts";
import type { Case } from "./cases.ts";
import { logistic } from "./logistic.ts";

const FOLDS = 5;
/** Ways to part the reports: with so few of them one way alone moves the error by two hundredths. */
const PARTINGS = 200;

/** Each report's confidences by a line fitted on the other folds, once for every way to part the reports. */
export function crossFitted(cases: readonly Case[]): readonly (readonly Case[])[] {
  const reports = [...new Set(cases.map(({ report }) => report))].sort();
  return Array.from({ length: PARTINGS }, (_, seed) => {
    const fold = new Map(shuffled(reports, seed).map((report, index) => [report, index % FOLDS]));
    return Array.from({ length: FOLDS }, (_, held) => {
      const fit = logistic(cases.filter(({ report }) => fold.get(report) !== held));
      return cases
        .filter(({ report }) => fold.get(report) === held)
        .map((one) => ({ ...one, confidence: calibrated(one.score, fit) }));
    }).flat();
  });
}

/** The same order for the same seed: Fisher and Yates with Lehmer's numbers. The first is the order as it stands. */
function shuffled<Kind>(list: readonly Kind[], seed: number): readonly Kind[] {
  const order = [...list];
  let number = seed;
  for (let at = order.length - 1; at > 0 && seed > 0; at -= 1) {
    number = (number * 48271 + 11) % 2147483647;
    const other = number % (at + 1);
    [order[at], order[other]] = [order[other]!, order[at]!];
  }
  return order;
}
