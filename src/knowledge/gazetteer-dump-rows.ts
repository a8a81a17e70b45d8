import type { DumpPlace } from "./gazetteer-dump.ts";
import type { GazetteerRow } from "./gazetteer-format.ts";

const SMALLEST_RADIUS_KM = 5;
const KM_PER_DEGREE = 111.2;
const RANK: Readonly<Record<string, number>> = { admin1: 0, admin2: 1, town: 2 };

/** Rows ready to pack: areas first, each place in its admin-1 unit, with the alternate names that were given. */
export function dumpRows(
  places: readonly DumpPlace[],
  alternates: ReadonlyMap<number, readonly string[]>,
): readonly GazetteerRow[] {
  const sorted = [...places].sort((a, b) => RANK[a.place.kind]! - RANK[b.place.kind]!);
  const units = new Map<string, number>();
  sorted.forEach(({ place, admin1 }, index) => {
    if (place.kind === "admin1") units.set(admin1, index);
  });
  const radius = radii(sorted);
  return sorted.map(({ place, admin1, admin2 }) => {
    const above = place.kind === "admin1" ? undefined : units.get(admin1);
    const own = place.kind === "admin1" ? admin1 : admin2;
    return {
      ...place,
      names: [...place.names, ...(alternates.get(place.geonames) ?? [])],
      ...(above === undefined ? {} : { admin1: above }),
      radiusKm: place.kind === "town" ? SMALLEST_RADIUS_KM : (radius.get(own) ?? SMALLEST_RADIUS_KM),
    };
  });
}

/** A dump has no areas: towns spread evenly over a disc lie two thirds of its radius from the middle on average. */
function radii(places: readonly DumpPlace[]): ReadonlyMap<string, number> {
  const middles = new Map<string, DumpPlace["place"]>();
  for (const { place, admin1, admin2 } of places) {
    if (place.kind !== "town") middles.set(place.kind === "admin1" ? admin1 : admin2, place);
  }
  const sums = new Map<string, { readonly count: number; readonly km: number }>();
  for (const { place, admin1, admin2 } of places) {
    if (place.kind !== "town") continue;
    for (const code of [admin1, admin2]) {
      const middle = middles.get(code);
      if (middle === undefined) continue;
      const east = (place.lon - middle.lon) * Math.cos((place.lat * Math.PI) / 180);
      const km = Math.hypot(place.lat - middle.lat, east) * KM_PER_DEGREE;
      const sum = sums.get(code) ?? { count: 0, km: 0 };
      sums.set(code, { count: sum.count + 1, km: sum.km + km });
    }
  }
  return new Map(
    [...sums].map(([code, { count, km }]) => [code, Math.max(SMALLEST_RADIUS_KM, (1.5 * km) / count)]),
  );
}
