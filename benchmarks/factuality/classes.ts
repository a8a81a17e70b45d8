import type { FactualityValue } from "../../src/record/attribution.ts";

/** FactBank's values on the corpora's scale. */
const SCORES: Readonly<Record<FactualityValue, number>> = {
  "CT+": 3,
  "PR+": 2,
  "PS+": 1,
  CTu: 0,
  Uu: 0,
  "PS-": -1,
  "PR-": -2,
  "CT-": -3,
};

export function scoreOf(value: FactualityValue): number {
  return SCORES[value];
}

/** The five classes of a judged score. */
export function fiveOfScore(score: number): string {
  if (score >= 2) return "CT+";
  if (score >= 0.5) return "PS+";
  if (score > -0.5) return "Uu";
  return score > -2 ? "PS-" : "CT-";
}

/** The five classes of a value: probable and possible are one. */
export function fiveOfValue(value: FactualityValue): string {
  if (value === "CTu") return "Uu";
  return value.replace("PR", "PS");
}

/** Asserted, uncertain or denied; a probable event counts by its score. */
export function threeOfScore(score: number): string {
  if (score >= 1) return "asserted";
  return score <= -1 ? "denied" : "uncertain";
}

/** Mean absolute error and Pearson's r of scores. */
export function agreement(pairs: readonly (readonly [gold: number, found: number])[]): {
  readonly error: number;
  readonly r: number;
} {
  const n = Math.max(1, pairs.length);
  const mean = (side: 0 | 1): number => pairs.reduce((sum, pair) => sum + pair[side], 0) / n;
  const [a, b] = [mean(0), mean(1)];
  const sum = (of: (pair: readonly [number, number]) => number): number =>
    pairs.reduce((total, pair) => total + of(pair), 0);
  const spread = Math.sqrt(sum(([x]) => (x - a) ** 2) * sum(([, y]) => (y - b) ** 2));
  return {
    error: sum(([x, y]) => Math.abs(x - y)) / n,
    r: spread === 0 ? 0 : sum(([x, y]) => (x - a) * (y - b)) / spread,
  };
}
