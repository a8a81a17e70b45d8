export interface Observation {
  readonly confidence: number;
  readonly isRight: boolean;
}

/** From this confidence up (to the next step), so often right. */
export interface Step {
  readonly from: number;
  readonly share: number;
  readonly count: number;
}

interface Block {
  readonly from: number;
  readonly right: number;
  readonly count: number;
}

/** A share of each block counts as unknown, so that three of three is not "always". */
const PRIOR = 2;

const BINS = 10;

/**
 * Isotonic regression by pooling adjacent violators (Ayer et al. 1955): the shares of right answers that rise with
 * the confidence and lie nearest to what was seen. Each share is drawn a little towards the whole's.
 */
export function isotonic(observations: readonly Observation[]): readonly Step[] {
  const whole = shareOf(observations);
  const values = [...new Set(observations.map(({ confidence }) => confidence))].sort((a, b) => a - b);
  let blocks: readonly Block[] = [];
  for (const value of values) {
    const here = observations.filter(({ confidence }) => confidence === value);
    const right = here.filter(({ isRight }) => isRight).length;
    blocks = pooled([...blocks, { from: value, right, count: here.length }]);
  }
  return blocks.map(({ from, right, count }) => ({
    from,
    share: (right + PRIOR * whole) / (count + PRIOR),
    count,
  }));
}

/** The calibrated value of a confidence; below the first step, the first one's. */
export function calibrated(steps: readonly Step[], confidence: number): number {
  return (steps.findLast(({ from }) => from <= confidence) ?? steps[0]!).share;
}

/** Expected calibration error over ten equal bins: the mean distance of what was said from what came true. */
export function expectedError(observations: readonly Observation[]): number {
  let distance = 0;
  for (let bin = 0; bin < BINS; bin += 1) {
    const here = observations.filter(
      ({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin,
    );
    if (here.length === 0) continue;
    const said = here.reduce((sum, { confidence }) => sum + confidence, 0);
    distance += Math.abs(said - shareOf(here) * here.length);
  }
  return distance / observations.length;
}

function pooled(blocks: readonly Block[]): readonly Block[] {
  const last = blocks.at(-1);
  const before = blocks.at(-2);
  if (last === undefined || before === undefined) return blocks;
  if (before.right / before.count < last.right / last.count) return blocks;
  const joined = { from: before.from, right: before.right + last.right, count: before.count + last.count };
  return pooled([...blocks.slice(0, -2), joined]);
}

function shareOf(observations: readonly Observation[]): number {
  return observations.filter(({ isRight }) => isRight).length / observations.length;
}
