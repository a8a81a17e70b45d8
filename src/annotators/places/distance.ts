const EARTH_DIAMETER_KM = 12_742;

interface Point {
  readonly lat: number;
  readonly lon: number;
}

/** Great-circle distance. */
export function distanceKm(a: Point, b: Point): number {
  const radians = Math.PI / 180;
  const haversine =
    Math.sin(((b.lat - a.lat) * radians) / 2) ** 2 +
    Math.cos(a.lat * radians) * Math.cos(b.lat * radians) * Math.sin(((b.lon - a.lon) * radians) / 2) ** 2;
  return EARTH_DIAMETER_KM * Math.asin(Math.min(1, Math.sqrt(haversine)));
}
