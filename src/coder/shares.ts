import { readTable } from "../text/table.ts";
import { logOdds, probability } from "./calibration.ts";
import type { CellEvidence, ConfidenceField } from "./evidence.ts";

/** What the log-odds of what the network holds count beside those of the share. */
export interface CellWeights {
  readonly bias: number;
  readonly seen: number;
}

/** Both counted in our own corpus by scripts/fit-evidence.ts. */
export interface Shares {
  /** How often a cell was right that was come by so. */
  readonly of: (field: ConfidenceField, cell: Pick<CellEvidence, "way" | "act">) => number;
  /** Undefined where the network has proved to know nothing more. */
  readonly weights: (field: ConfidenceField, isTold: boolean) => CellWeights | undefined;
}

/** Of ways that the corpus has not. */
const UNSEEN = 0.5;

export function loadShares(): Shares {
  const shares = new Map(
    readTable("src/coder/data/cell-evidence.tsv").map(({ cells }) => [
      `${cells.field} ${cells.way} ${cells.act}`,
      Number(cells.right),
    ]),
  );
  const weights = new Map(
    readTable("src/coder/data/cell-weights.tsv").map(({ cells }): [string, CellWeights] => [
      `${cells.field} ${cells.cell}`,
      { bias: Number(cells.bias), seen: Number(cells.seen) },
    ]),
  );
  return {
    of: (field, { way, act }) => shares.get(`${field} ${way} ${act}`) ?? UNSEEN,
    weights: (field, isTold) => weights.get(`${field} ${isTold ? "told" : "empty"}`),
  };
}

/** How often a cell is right that rests on this, 0-1. `share` stands in for the counted one. */
export function scoreOf(
  field: ConfidenceField,
  cell: CellEvidence,
  shares: Shares,
  share = shares.of(field, cell),
): number {
  const weights = shares.weights(field, cell.isTold);
  if (weights === undefined) return share;
  return probability(logOdds(share) + weights.bias + weights.seen * logOdds(cell.seen));
}
