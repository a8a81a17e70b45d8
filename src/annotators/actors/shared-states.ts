import type { UnknownReason } from "../../record/cell.ts";
import { placeAt, type Reading } from "./reading.ts";

/** The state that a name or a word of origin stands for, or those that remain where it is open. */
export interface StateNamed {
  readonly country?: string;
  readonly unknown?: UnknownReason;
  readonly rivals?: readonly string[];
}

/** A report that names both Kinshasa and Brazzaville may mean either; one that is set in Goma and cites the other may not. */
const CLEAR_LEAD = 2;

/**
 * Which of several states a shared word means ("Congo", "Korean"): the one that the places layer chose for it, else
 * the one of which the report names by far more places and parties. Undefined for a word that no two states share.
 */
export function sharedState(words: string, index: number, reading: Reading): StateNamed | undefined {
  const states = reading.knowledge.countries.sharedBy(words);
  if (states.length === 0) return undefined;
  const place = placeAt(reading, index);
  const isSettled = place?.ambiguous === undefined && states.includes(place?.country ?? "");
  if (isSettled && place?.country !== undefined) return { country: place.country };
  const ranked = states
    .map((state) => ({ state, count: evidenceFor(state, reading) }))
    .sort((one, other) => other.count - one.count);
  const [best, next] = ranked;
  const isClear = best !== undefined && best.count > CLEAR_LEAD * (next?.count ?? 0);
  return isClear ? { country: best.state } : { unknown: "ambiguous", rivals: states };
}

/** How many names in the report are of that state alone. */
function evidenceFor(state: string, { places, names, knowledge }: Reading): number {
  const named = places.filter(({ country, ambiguous }) => country === state && ambiguous === undefined);
  const parties = names.all.filter(({ organisations, persons, words }) => {
    const first = organisations.find(({ source }) => source === "hand") ?? persons[0];
    return first?.country === state || knowledge.countries.byCapital(words) === state;
  });
  return named.length + parties.length;
}
