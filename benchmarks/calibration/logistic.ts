import { type Fit, logOdds, probability } from "../../src/coder/calibration.ts";

export interface Observation {
  /** 0-1, before the line. */
  readonly score: number;
  readonly isRight: boolean;
}

/** Of one observation what the line is drawn over, and the log-odds that it has without any line. */
export interface Point {
  readonly x: number;
  readonly given: number;
  readonly isRight: boolean;
}

const ROUNDS = 50;
const ENOUGH = 1e-9;
const AS_IT_IS: Fit = { slope: 1, shift: 0 };
/**
 * How strongly the line is held to leaving the scores as they are, in observations: they are shares of right ones already,
 * and with few reports a steep line tells of them and not of the next. How high it lies is nearly free: real reports are
 * coded with fewer parties than those of our corpus.
 */
const HELD: Fit = { slope: 8, shift: 0.1 };

/** Platt's logistic fit (1999): log-odds of being right as a line over the log-odds of the score. */
export function logistic(observations: readonly Observation[]): Fit {
  const points = observations.map(({ score, isRight }) => ({ x: logOdds(score), given: 0, isRight }));
  return likeliest(points, AS_IT_IS, HELD);
}

/** The likeliest line, held to `centre` as strongly as so many observations. Newton's method. */
export function likeliest(points: readonly Point[], centre: Fit, held: Fit): Fit {
  let fit = centre;
  for (let round = 0; round < ROUNDS; round += 1) {
    let [slope, shift] = [held.slope * (fit.slope - centre.slope), held.shift * (fit.shift - centre.shift)];
    let [slopes, both, shifts] = [held.slope, 0, held.shift];
    for (const { x, given, isRight } of points) {
      const said = probability(given + fit.slope * x + fit.shift);
      const weight = said * (1 - said);
      slope += (said - Number(isRight)) * x;
      shift += said - Number(isRight);
      slopes += weight * x * x;
      both += weight * x;
      shifts += weight;
    }
    const area = slopes * shifts - both * both;
    const [turn, lift] = [(shifts * slope - both * shift) / area, (slopes * shift - both * slope) / area];
    fit = { slope: fit.slope - turn, shift: fit.shift - lift };
    if (Math.abs(turn) + Math.abs(lift) < ENOUGH) break;
  }
  return fit;
}
