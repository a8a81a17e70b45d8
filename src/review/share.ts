/** A share that always says of what: 9 of 12, with the interval in which the true share lies 95 times of 100. */
export interface Share {
  readonly count: number;
  readonly of: number;
  /** Absent if nothing was counted. */
  readonly interval?: readonly [number, number];
}

const Z = 1.959964;

/** With Wilson's interval, which holds for few cases and for shares near 0 and 1 too. */
export function shareOf(count: number, of: number): Share {
  if (of === 0) return { count, of };
  const share = count / of;
  const scale = 1 + (Z * Z) / of;
  const middle = share + (Z * Z) / (2 * of);
  const half = Z * Math.sqrt((share * (1 - share)) / of + (Z * Z) / (4 * of * of));
  return {
    count,
    of,
    interval: [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)],
  };
}
