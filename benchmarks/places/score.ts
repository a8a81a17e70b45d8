import { distanceKm } from "../../src/annotators/places/distance.ts";
import { addToBins, type Bins } from "./calibration.ts";
import type { GoldPlace } from "./read-corpus.ts";

/** A place found by a system: a point for every kind, areas by a point inside. */
export interface FoundPlace {
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly geonames?: number;
  readonly country?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly confidence?: number;
  /** The place is a state: a point anywhere in it is right. */
  readonly areaRadiusKm?: number;
}

export interface Tally {
  gold: number;
  found: number;
  exact: number;
  near: number;
  /** Within 161 km of the gold's point whatever the place is: no disc for states. */
  nearest: number;
  overlap: number;
  readonly bins: Bins;
  readonly missed: Map<string, number>;
  readonly spurious: Map<string, number>;
  readonly wrong: Map<string, number>;
}

export const NEAR_KM = 161;

export function emptyTally(): Tally {
  const counts = { gold: 0, found: 0, exact: 0, near: 0, nearest: 0, overlap: 0 };
  return { ...counts, bins: new Map(), missed: new Map(), spurious: new Map(), wrong: new Map() };
}

/** Exact spans, and of these the share within 161 km (for states: within the state). */
export function addText(tally: Tally, gold: readonly GoldPlace[], found: readonly FoundPlace[]): void {
  tally.gold += gold.length;
  tally.found += found.length;
  for (const place of gold) {
    if (found.some((one) => one.start < place.end && place.start < one.end)) tally.overlap += 1;
    const hit = found.find((one) => one.start === place.start && one.end === place.end);
    if (hit === undefined) {
      count(tally.missed, place.text);
      continue;
    }
    tally.exact += 1;
    if (isNear({ ...hit, areaRadiusKm: 0 }, place, false)) tally.nearest += 1;
    addToBins(tally.bins, hit.confidence ?? 1, isNear(hit, place));
    if (isNear(hit, place)) tally.near += 1;
    else count(tally.wrong, `${place.text} -> ${hit.name}, ${hit.country ?? "-"}`);
  }
  for (const one of found) {
    if (!gold.some((place) => place.start === one.start && place.end === one.end)) {
      count(tally.spurious, one.name);
    }
  }
}

function isNear(found: FoundPlace, gold: GoldPlace, byId = true): boolean {
  if (byId && found.geonames !== undefined && found.geonames === gold.geonames) return true;
  if (found.lat === undefined || found.lon === undefined) return false;
  const distance = distanceKm({ lat: found.lat, lon: found.lon }, gold);
  return distance <= Math.max(NEAR_KM, found.areaRadiusKm ?? 0);
}

function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
