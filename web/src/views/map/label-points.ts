import type { Corner } from "./circles.ts";

/** A country as its label needs it. */
export interface LabelPoint {
  /** As the atlas writes it, for areas without a code. */
  readonly name: string;
  /** ISO 3166-1 numeric; undefined for areas that have none. */
  readonly code?: string;
  readonly lon: number;
  readonly lat: number;
  /** Degrees of longitude that are free at that latitude: a label that is wider would lie over the neighbours. */
  readonly room: number;
  /** Square degrees, for the order of who is named first. */
  readonly size: number;
}

interface Feature {
  readonly id?: string | number;
  readonly properties: { readonly name: string };
  readonly geometry: Shape;
}
type Shape =
  | { readonly type: "Polygon"; readonly coordinates: readonly (readonly Corner[])[] }
  | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly (readonly Corner[])[])[] };

/** One point a country, in the middle of its largest part where that is widest; the largest countries first. */
export function labelPointsOf(countries: { readonly features: readonly Feature[] }): readonly LabelPoint[] {
  return countries.features
    .flatMap(({ id, properties, geometry }): readonly LabelPoint[] => {
      const ring = largestOf(geometry);
      const middle = ring && middleOf(ring);
      if (!middle) return [];
      return [
        {
          name: properties.name,
          ...(id === undefined ? {} : { code: String(id) }),
          ...middle,
          size: Math.abs(areaOf(ring)),
        },
      ];
    })
    .sort((a, b) => b.size - a.size);
}

function largestOf({ type, coordinates }: Shape): readonly Corner[] | undefined {
  const rings = type === "Polygon" ? [coordinates[0]!] : coordinates.map(([outer]) => outer!);
  return [...rings].sort((a, b) => Math.abs(areaOf(b)) - Math.abs(areaOf(a)))[0];
}

/** Signed, in square degrees, by the shoelace formula. */
function areaOf(ring: readonly Corner[]): number {
  return (
    ring.reduce((sum, [x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length]!;
      return sum + x * nextY - nextX * y;
    }, 0) / 2
  );
}

/** Lines of latitude that are looked at, from a third of the height to two thirds. */
const LINES = 9;

/** The middle of the widest stretch of land on lines through the middle of the area: a bow's centroid may lie outside it. */
function middleOf(ring: readonly Corner[]): { lon: number; lat: number; room: number } | undefined {
  const lats = ring.map(([, lat]) => lat);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const found = Array.from({ length: LINES }, (_, index) => {
    const lat = south + (north - south) * (1 / 3 + index / (3 * (LINES - 1)));
    return stretchesAt(ring, lat).map(([west, east]) => ({
      lon: (west + east) / 2,
      lat,
      // A little for lines nearer to the middle: of two that are as wide the middle one is taken.
      room: east - west,
      weight: (east - west) * (1 - Math.abs(index - (LINES - 1) / 2) / (2 * LINES)),
    }));
  }).flat();
  const [best] = found.sort((a, b) => b.weight - a.weight);
  return best && { lon: best.lon, lat: best.lat, room: best.room };
}

/** Where a line of latitude lies inside a ring, from west to east. */
function stretchesAt(ring: readonly Corner[], lat: number): readonly (readonly [number, number])[] {
  const crossings = ring
    .flatMap(([x, y], index) => {
      const [nextX, nextY] = ring[(index + 1) % ring.length]!;
      if (y > lat === nextY > lat) return [];
      return [x + ((lat - y) / (nextY - y)) * (nextX - x)];
    })
    .sort((a, b) => a - b);
  return crossings.flatMap((west, index) =>
    index % 2 === 0 && index + 1 < crossings.length ? [[west, crossings[index + 1]!] as const] : [],
  );
}
