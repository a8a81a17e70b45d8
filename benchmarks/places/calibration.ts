/** Confidences in ten bins, with how often those of a bin were right. */
export type Bins = Map<
  number,
  { readonly count: number; readonly right: number; readonly confidence: number }
>;

const BINS = 10;

export function addToBins(bins: Bins, confidence: number, isRight: boolean): void {
  const bin = Math.min(BINS - 1, Math.floor(confidence * BINS));
  const known = bins.get(bin) ?? { count: 0, right: 0, confidence: 0 };
  bins.set(bin, {
    count: known.count + 1,
    right: known.right + Number(isRight),
    confidence: known.confidence + confidence,
  });
}

/** Expected calibration error: how far confidence and accuracy lie apart, averaged over all answers. */
export function calibrationError(bins: Bins): number {
  const all = [...bins.values()];
  const total = all.reduce((sum, { count }) => sum + count, 0);
  const apart = all.reduce((sum, { right, confidence }) => sum + Math.abs(right - confidence), 0);
  return apart / Math.max(1, total);
}

/** "0.9: 3143 of which 0.91 right". */
export function curve(bins: Bins): string {
  return [...bins]
    .sort((a, b) => a[0] - b[0])
    .map(([bin, { count, right }]) => `${(bin / BINS).toFixed(1)}: ${(right / count).toFixed(2)} of ${count}`)
    .join("; ");
}
