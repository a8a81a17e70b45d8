import { likeliest } from "../../benchmarks/calibration/logistic.ts";
import { type Fit, logOdds } from "../../src/coder/calibration.ts";
import type { JudgedCell } from "./cells.ts";
import { keyOf, shareOf, sharesOf } from "./counts.ts";

const FOLDS = 5;
const NOTHING: Fit = { slope: 0, shift: 0 };
/** How strongly the weights are held to changing nothing, in cells. */
const HELD: Fit = { slope: 1, shift: 1 };

/**
 * What the network's log-odds count beside those of the share, which stand as they are. The share of a cell is counted in
 * the reports of the other folds: its own would tell it what it is.
 */
export function weightsOf(cells: readonly JudgedCell[]): Fit {
  const reports = [...new Set(cells.map(({ report }) => report))];
  const fold = new Map(reports.map((report, index) => [report, index % FOLDS]));
  const shares = Array.from({ length: FOLDS }, (_, held) =>
    sharesOf(cells.filter(({ report }) => fold.get(report) !== held)),
  );
  const points = cells.map(({ report, evidence, score, isRight }) => {
    const share = score ?? shareOf(shares[fold.get(report)!]!.get(keyOf(evidence)));
    return { x: logOdds(evidence.seen), given: logOdds(share), isRight };
  });
  return likeliest(points, NOTHING, HELD);
}
