/** A figure as a range: "at least eight" is 8 to null. */
export interface Figure {
  readonly min: number;
  readonly max: number | null;
}

/** Shares of the row's scale, 0 to 1. */
export interface DrawnFigure {
  readonly start: number;
  readonly width: number;
  /** No upper end was said: the line goes on. */
  readonly open: boolean;
}

/** All figures of a row on one scale from nought, so that they can be compared by eye; an open one runs to its end. */
export function drawFigures(figures: readonly Figure[]): readonly DrawnFigure[] {
  const top = Math.max(1, ...figures.map(({ min, max }) => max ?? min * 1.25));
  const scale = (value: number): number => value / (top * 1.06);
  return figures.map(({ min, max }) => ({
    start: scale(min),
    width: (max === null ? 1 : scale(max)) - scale(min),
    open: max === null,
  }));
}

/** From the lowest to the highest that anybody says; open if the highest has no end. */
export function wholeRange(figures: readonly Figure[]): Figure | undefined {
  if (figures.length === 0) return undefined;
  const open = figures.some(({ max }) => max === null);
  return {
    min: Math.min(...figures.map(({ min }) => min)),
    max: open ? null : Math.max(...figures.map(({ max }) => max!)),
  };
}
