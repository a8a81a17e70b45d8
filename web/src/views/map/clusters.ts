import type { BoxPlace } from "../../../../src/store/types.ts";

/** Pixels on the screen. */
export interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Places whose markers would cover each other, under one marker with the number of all. */
export interface Cluster {
  readonly places: readonly BoxPlace[];
  readonly events: number;
}

/** Joins each place to the first, more told one within `apart` pixels; nothing is moved from where it is. */
export function clustersOf(
  places: readonly BoxPlace[],
  spotOf: (place: BoxPlace) => Spot,
  apart: number,
): readonly Cluster[] {
  const found: { readonly spot: Spot; readonly places: BoxPlace[] }[] = [];
  for (const place of [...places].sort((a, b) => b.events - a.events)) {
    const spot = spotOf(place);
    const near = found.find((one) => Math.hypot(one.spot.x - spot.x, one.spot.y - spot.y) < apart);
    if (near) near.places.push(place);
    else found.push({ spot, places: [place] });
  }
  return found.map((one) => ({
    places: one.places,
    events: one.places.reduce((total, { events }) => total + events, 0),
  }));
}

/** The smallest box around places; undefined for none. */
export function boundsOf(
  places: readonly Pick<BoxPlace, "lat" | "lon">[],
): readonly [west: number, south: number, east: number, north: number] | undefined {
  if (places.length === 0) return undefined;
  const [lons, lats] = [places.map(({ lon }) => lon), places.map(({ lat }) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}
