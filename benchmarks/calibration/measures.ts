/** How sure something was said to be, and whether it came true. */
export interface Said {
  readonly confidence: number;
  readonly isRight: boolean;
}

const BINS = 10;

/** Expected calibration error over ten equal bins: the mean distance of what was said from what came true. */
export function expectedError(said: readonly Said[]): number {
  const distance = binned(said).reduce(
    (sum, bin) => sum + Math.abs(total(bin) - bin.filter(({ isRight }) => isRight).length),
    0,
  );
  return distance / said.length;
}

/**
 * The same error that a confidence without fault would show on so few cases, by chance alone: exactly, from how many of
 * each bin come true.
 */
export function errorByChance(said: readonly Said[]): number {
  const distance = binned(said).reduce((sum, bin) => {
    const mean = total(bin);
    return sum + countsOf(bin).reduce((part, chance, count) => part + chance * Math.abs(count - mean), 0);
  }, 0);
  return distance / said.length;
}

/** The chance of each count of right ones, 0 to all of them. */
function countsOf(bin: readonly Said[]): readonly number[] {
  let chances: readonly number[] = [1];
  for (const { confidence } of bin) {
    chances = [...chances, 0].map(
      (chance, count) => chance * (1 - confidence) + (chances[count - 1] ?? 0) * confidence,
    );
  }
  return chances;
}

/** How often what is right was said to be surer than what is wrong: .5 for a confidence that tells nothing. */
export function rankedRight(said: readonly Said[]): number {
  const right = said.filter(({ isRight }) => isRight);
  const wrong = said.filter(({ isRight }) => !isRight);
  const won = right.reduce(
    (sum, one) =>
      sum +
      wrong.reduce(
        (part, other) =>
          part + (one.confidence > other.confidence ? 1 : one.confidence === other.confidence ? 0.5 : 0),
        0,
      ),
    0,
  );
  return won / (right.length * wrong.length);
}

/** Brier's score (1950): the mean square of how far off each was. Lower is better. */
export function brier(said: readonly Said[]): number {
  return mean(said.map(({ confidence, isRight }) => (confidence - Number(isRight)) ** 2));
}

export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function binned(said: readonly Said[]): readonly (readonly Said[])[] {
  return Array.from({ length: BINS }, (_, bin) =>
    said.filter(({ confidence }) => Math.min(BINS - 1, Math.floor(confidence * BINS)) === bin),
  );
}

function total(bin: readonly Said[]): number {
  return bin.reduce((sum, { confidence }) => sum + confidence, 0);
}
