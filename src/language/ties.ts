import type { Range } from "./range.ts";

/** How the words of a sentence stand to one of them in its tree; training/ties.py does the same. */
export interface Ties {
  /** Of each word the last one below the asked word's line to the root; a word on that line is its own top. */
  readonly tops: Int32Array;
  /** Steps up to that line, steps along it, and whether another top begins, as one number. */
  readonly codes: Int32Array;
}

/** Steps that are told apart: up to the asked word's line to the root, and along that line. */
const UP = 4;
const ALONG = 5;

/** `heads`: of every word, -1 for the root of a sentence. */
export function tiesOf(heads: Int32Array, asked: number, { first, last }: Range): Ties {
  const line = new Int32Array(last - first).fill(-1);
  for (let at = asked, steps = 0; at >= 0; at = heads[at]!, steps += 1) line[at - first] = steps;
  const tops = new Int32Array(last - first);
  const codes = new Int32Array(last - first);
  for (let word = first; word < last; word += 1) {
    let at = word;
    let top = word;
    let steps = 0;
    while (line[at - first]! < 0) {
      top = at;
      at = heads[at]!;
      steps += 1;
    }
    const index = word - first;
    tops[index] = top;
    const begins = index === 0 || tops[index - 1] !== top ? 1 : 0;
    const along = line[at - first]!;
    codes[index] = (Math.min(steps, UP - 1) * ALONG + Math.min(along, ALONG - 1)) * 2 + begins;
  }
  return { tops, codes };
}
