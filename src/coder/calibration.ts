import { readTable } from "../text/table.ts";
import type { ConfidenceField } from "./evidence.ts";

/** A line over log-odds: of one field, from what the reading scores to how often such a score was right. */
export interface Fit {
  readonly slope: number;
  readonly shift: number;
}

export type Calibration = ReadonlyMap<ConfidenceField, Fit>;

/** Beyond these a score says no more: log-odds of 0 and 1 are infinite. */
const LEAST = 0.02;
const MOST = 0.98;

/** The fits of src/coder/data/confidence.tsv, which scripts/fit-confidence.ts makes from the development reports. */
export function loadCalibration(): Calibration {
  const rows = readTable("src/coder/data/confidence.tsv").map(
    ({ cells }) =>
      [cells.field as ConfidenceField, { slope: Number(cells.slope), shift: Number(cells.shift) }] as const,
  );
  return new Map(rows);
}

/** A score of 0-1 as the share of fields with this score that are right; a field without a fit stays as it is. */
export function calibrated(score: number, fit: Fit | undefined): number {
  return fit === undefined ? score : probability(fit.slope * logOdds(score) + fit.shift);
}

export function logOdds(score: number): number {
  const inside = Math.min(MOST, Math.max(LEAST, score));
  return Math.log(inside / (1 - inside));
}

export function probability(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
