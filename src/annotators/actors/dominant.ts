import { isCue } from "./cues.ts";
import type { Draft } from "./draft.ts";
import type { Reading } from "./reading.ts";
import { sceneOf } from "./scenes.ts";

const HEADLINE_WEIGHT = 3;
const LEAD_WEIGHT = 2;
const LEAD_SENTENCES = 3;
const PLACE_WEIGHT = 0.7;
const CLEAR_SHARE = 0.3;

/** The country that a report is mostly about, and its share of everything in the report that has a country. */
export interface Dominant {
  readonly country: string;
  readonly share: number;
}

/** By its actors and places; the beginning counts more. */
export function dominantCountry(drafts: readonly Draft[], reading: Reading): Dominant | undefined {
  const weights = new Map<string, number>();
  let total = 0;
  const add = (country: string, token: number, weight: number): void => {
    const sentence = reading.tokens[token]?.sentence ?? 0;
    const lead = sentence === 0 ? HEADLINE_WEIGHT : sentence < LEAD_SENTENCES ? LEAD_WEIGHT : 1;
    weights.set(country, (weights.get(country) ?? 0) + lead * weight);
    total += lead * weight;
  };
  for (const draft of drafts)
    if (draft.country !== undefined && draft.sector !== "JRN") add(draft.country, draft.head, 1);
  for (const place of reading.places)
    if (place.country !== undefined) add(place.country, place.first, PLACE_WEIGHT);
  // An agency that is cited makes its country no scene of what it reports.
  for (const { country, sector, head } of drafts)
    if (country !== undefined && sector === "JRN" && weights.has(country)) add(country, head, 1);
  const best = [...weights].sort((a, b) => b[1] - a[1] || a[0].localeCompare(b[0]))[0];
  if (best === undefined || best[1] < total * CLEAR_SHARE) return undefined;
  return { country: best[0], share: best[1] / total };
}

/** What a report as a whole tells of parties that it does not place itself. */
export interface Background {
  readonly dominant?: Dominant;
  /** The country whose rulers were overthrown, or whose soldiers rose. */
  readonly upheaval?: string;
  /** The one country in which anything is said to have been. */
  readonly scene?: string;
}

export function backgroundOf(drafts: readonly Draft[], reading: Reading): Background {
  const dominant = dominantCountry(drafts, reading);
  const upheaval = upheavalIn(drafts, reading);
  const scene = sceneOf(reading);
  return {
    ...(scene === undefined ? {} : { scene }),
    ...(dominant === undefined ? {} : { dominant }),
    ...(upheaval === undefined ? {} : { upheaval }),
  };
}

/** "the coup leaders", "mutinous officers", "the ousted president". */
export function isOfUpheaval({ first, last }: Draft, { tokens }: Reading): boolean {
  return tokens.slice(first, last).some(({ text }) => isCue(text.toLowerCase(), "upheaval-word"));
}

/** The one country that words for those who rose or fell are told of: "junta leaders in Niger". */
function upheavalIn(drafts: readonly Draft[], reading: Reading): string | undefined {
  const found = new Set(
    drafts.flatMap((draft) =>
      draft.country !== undefined && draft.form !== "pronoun" && isOfUpheaval(draft, reading)
        ? [draft.country]
        : [],
    ),
  );
  return found.size === 1 ? [...found][0] : undefined;
}
