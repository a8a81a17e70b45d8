import type { WindowReport } from "./place.ts";
import { STORY_THRESHOLD, type Stories } from "./stories.ts";

const TERMS_SHOWN = 4;

/** Why a report is in its story, or alone: the report nearest to it, how alike they are and what they share. */
export function nearestOf(
  reports: readonly WindowReport[],
  stories: Stories,
  key: string,
  storyOf: ReadonlyMap<string, string>,
): string {
  const index = reports.findIndex((report) => report.key === key);
  const near = [...stories.mixed[index]!].filter(([other]) => other !== index);
  const best = near.sort((a, b) => b[1] - a[1] || a[0] - b[0])[0];
  if (best === undefined) return "shares no telling word with any report of the window";
  const other = reports[best[0]]!;
  const isOne = storyOf.get(key) === storyOf.get(other.key);
  const words = sharedTerms(reports[index]!, other, stories.rarity).slice(0, TERMS_SHOWN);
  return `${isOne ? "joined" : "not joined"}: nearest is ${other.key}, likeness ${best[1].toFixed(2)} (from ${STORY_THRESHOLD} on in the mean over the story)${words.length === 0 ? "" : `; both say ${words.join(", ")}`}`;
}

/** Terms that two reports share, the most telling first. */
export function sharedTerms(
  a: WindowReport,
  b: WindowReport,
  rarity: (term: string) => number,
): readonly string[] {
  return Object.keys(a.terms)
    .filter((term) => term in b.terms)
    .map((term) => [term, a.terms[term]! * b.terms[term]! * rarity(term)] as const)
    .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
    .map(([term]) => term);
}
