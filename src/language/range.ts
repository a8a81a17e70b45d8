/** Half-open range of words. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

/** The words of a range, in order; none where it ends before it begins. */
export function indicesOf({ first, last }: Range): readonly number[] {
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}
