import type { Candidate } from "./candidates.ts";

/** What the report as a whole says about where it plays. */
export interface Votes {
  /** Share of the report's geographic words that speak for a country, 0-1. */
  readonly country: ReadonlyMap<string, number>;
  /** Same for admin-1 units, keyed `ISO3/name`. */
  readonly admin1: ReadonlyMap<string, number>;
  readonly points: readonly { readonly lat: number; readonly lon: number }[];
}

export interface Vote {
  readonly group: string;
  readonly place: Candidate;
  readonly weight: number;
}

/** Many mentions of one place count less than one each: the logarithm of their number. */
export function countVotes(votes: readonly Vote[], countryWeights: ReadonlyMap<string, number>): Votes {
  const country = new Map<string, number>(countryWeights);
  const admin1 = new Map<string, number>();
  for (const { place, weight } of votes) {
    if (place.country === undefined) continue;
    add(country, place.country, Math.log2(1 + weight));
    const unit = place.kind === "admin1" ? place.name : place.admin1;
    if (unit !== undefined) add(admin1, `${place.country}/${unit}`, Math.log2(1 + weight));
  }
  const points = votes.flatMap(({ place }) =>
    place.point !== undefined && place.radiusKm < 300 ? [place.point] : [],
  );
  return { country: shares(country), admin1: shares(admin1), points };
}

function shares(weights: ReadonlyMap<string, number>): ReadonlyMap<string, number> {
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  return new Map([...weights].map(([key, weight]) => [key, weight / Math.max(total, 1)]));
}

function add(weights: Map<string, number>, key: string, weight: number): void {
  weights.set(key, (weights.get(key) ?? 0) + weight);
}
