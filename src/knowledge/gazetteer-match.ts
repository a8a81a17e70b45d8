import type { GazetteerEntry, GazetteerMatch } from "./gazetteer.ts";

/** No place name that English papers print has more words. */
const LONGEST_NAME = 7;

/** The longest name that starts at a word, by any look-up. */
export function longestMatchIn(
  find: (name: string) => readonly GazetteerEntry[],
  words: readonly string[],
  index: number,
): GazetteerMatch | undefined {
  for (let last = Math.min(words.length, index + LONGEST_NAME); last > index; last -= 1) {
    const entries = find(words.slice(index, last).join(" "));
    if (entries.length > 0) return { entries, first: index, last };
  }
  return undefined;
}
