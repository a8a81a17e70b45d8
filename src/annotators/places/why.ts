import type { Candidate } from "./candidates.ts";
import { type Feature, type Features, type Ranking, scoreOf } from "./ranking.ts";

/** What spoke for a candidate, in the unit of the scores: the logarithm of inhabitants. */
export interface Reasons {
  /** Its size and rank, and whether the words beside the name ask for a town or an area. */
  readonly size: number;
  /** Other places and words of origin of the report: its country, its unit, what lies near. */
  readonly report: number;
  /** Another name or an adjective says what it lies in, or what lies in it. */
  readonly wording: number;
}

export interface Scored {
  readonly place: Candidate;
  readonly features: Features;
  readonly reasons: Reasons;
  readonly score: number;
}

const MOST_SHOWN = 3;

export function scored(place: Candidate, features: Features, ranking: Ranking): Scored {
  const sum = (...names: readonly Feature[]): number =>
    names.reduce((total, name) => total + ranking.weights[name] * features[name], 0);
  const reasons = {
    size: sum("size"),
    report: sum("country", "present", "admin1", "near"),
    wording: sum("holder", "owner", "within", "held"),
  };
  return { place, features, reasons, score: scoreOf(features, ranking) };
}

/** Why the first of the candidates, best first, was chosen: "Gao, MLI 11.2 (size 5.2, report 6.0); Gao, AGO 3.1 (…)". */
export function whyFirst(candidates: readonly Scored[]): string {
  const shown = candidates.slice(0, MOST_SHOWN).map(({ place, reasons, score }) => {
    const parts = Object.entries(reasons).filter(([, value]) => value !== 0);
    const sum = parts.map(([name, value]) => `${name} ${value.toFixed(1)}`).join(", ");
    return `${place.name}, ${place.country ?? place.kind} (${place.kind}) ${score.toFixed(1)} = ${sum}`;
  });
  const more = candidates.length - shown.length;
  return `${shown.join("; then ")}${more > 0 ? `; ${more} more` : ""}`;
}
