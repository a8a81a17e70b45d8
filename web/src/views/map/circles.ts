import type { BoxPlace } from "../../../../src/store/types.ts";

const EARTH_KM = 6371;
const CORNERS = 48;

export type Corner = readonly [longitude: number, latitude: number];

/** The area within so many kilometres of a point, as a closed ring of degrees: what "near Goma" may mean. */
export function ringOf(lat: number, lon: number, radiusKm: number): readonly Corner[] {
  const reach = Math.min(radiusKm / EARTH_KM, Math.PI / 2);
  const [latitude, longitude] = [radians(lat), radians(lon)];
  return Array.from({ length: CORNERS + 1 }, (_, index) => {
    const bearing = ((index % CORNERS) / CORNERS) * 2 * Math.PI;
    const there = Math.asin(
      Math.sin(latitude) * Math.cos(reach) + Math.cos(latitude) * Math.sin(reach) * Math.cos(bearing),
    );
    const along = Math.atan2(
      Math.sin(bearing) * Math.sin(reach) * Math.cos(latitude),
      Math.cos(reach) - Math.sin(latitude) * Math.sin(there),
    );
    return [degrees(longitude + along), degrees(there)];
  });
}

/** The areas of all places, as GeoJSON. A place without extent is drawn by its marker alone. */
export function areasOf(places: readonly BoxPlace[]) {
  return {
    type: "FeatureCollection" as const,
    features: places
      .filter(({ radiusKm }) => radiusKm > 0)
      .map(({ name, lat, lon, radiusKm }) => ({
        type: "Feature" as const,
        properties: { name },
        geometry: {
          type: "Polygon" as const,
          coordinates: [ringOf(lat, lon, radiusKm).map(([x, y]) => [x, y])],
        },
      })),
  };
}

const radians = (value: number): number => (value * Math.PI) / 180;
const degrees = (value: number): number => (value * 180) / Math.PI;
