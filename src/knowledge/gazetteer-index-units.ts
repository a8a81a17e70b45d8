import type { DumpPlace } from "./gazetteer-dump.ts";
import type { GazetteerKind } from "./gazetteer-format.ts";
import type { RowStretch } from "./gazetteer-index-build.ts";
import { type IndexRow, NO_ROW, ROW_BYTES, readRow } from "./gazetteer-index-format.ts";

const SMALLEST_RADIUS_KM = 5;
const LARGEST_RADIUS_KM = 0xffff;
const KM_PER_DEGREE = 111.2;

interface Unit {
  readonly number: number;
  readonly above: number;
}

interface Middle {
  readonly row: number;
  readonly lat: number;
  readonly lon: number;
}

/** The units of administration of a dump: the row of each, and how far its towns lie from its middle. */
export interface Units {
  /** Notes a place; gives the number of the unit that its row is to carry until `measured` replaces it. */
  readonly add: (row: number, place: DumpPlace) => number;
  readonly measured: (
    stretches: Iterable<RowStretch>,
    kindOf: (feature: number) => GazetteerKind,
  ) => (row: IndexRow, number: number) => IndexRow;
}

export function createUnits(): Units {
  const units = new Map<string, Unit>();
  const middles = new Map<number, Middle>();
  const ownUnit = new Map<number, number>();
  const numberOf = (code: string, above: number): number => {
    const known = units.get(code);
    if (known !== undefined) return known.number;
    units.set(code, { number: units.size, above });
    return units.size - 1;
  };
  return {
    add: (row, { place, admin1, admin2 }) => {
      const first = admin1 === "" ? NO_ROW : numberOf(admin1, NO_ROW);
      const second = admin2 === "" ? first : numberOf(admin2, first);
      const own = place.kind === "admin1" ? first : second;
      if (place.kind !== "town" && own !== NO_ROW) {
        middles.set(own, { row, lat: place.lat, lon: place.lon });
        ownUnit.set(row, own);
      }
      return own;
    },
    measured: (stretches, kindOf) => {
      const list = [...units.values()];
      const radius = radii(stretches, kindOf, list, middles);
      return (row, number) => {
        const own = ownUnit.get(number);
        const top = row.admin1 === NO_ROW ? NO_ROW : topOf(list, row.admin1);
        const above = kindOf(row.feature) === "admin1" ? undefined : middles.get(top)?.row;
        return {
          ...row,
          admin1: above ?? NO_ROW,
          radiusKm: (own === undefined ? undefined : radius.get(own)) ?? SMALLEST_RADIUS_KM,
        };
      };
    },
  };
}

function topOf(units: readonly Unit[], number: number): number {
  const { above } = units[number]!;
  return above === NO_ROW ? number : above;
}

/** A dump has no areas: towns spread evenly over a disc lie two thirds of its radius from the middle on average. */
function radii(
  stretches: Iterable<RowStretch>,
  kindOf: (feature: number) => GazetteerKind,
  units: readonly Unit[],
  middles: ReadonlyMap<number, Middle>,
): ReadonlyMap<number, number> {
  const km = new Float64Array(units.length);
  const towns = new Uint32Array(units.length);
  for (const [view, , count] of stretches) {
    for (let index = 0; index < count; index += 1) {
      const row = readRow(view, index * ROW_BYTES);
      if (row.admin1 === NO_ROW || kindOf(row.feature) !== "town") continue;
      for (const unit of new Set([row.admin1, topOf(units, row.admin1)])) {
        const middle = middles.get(unit);
        if (middle === undefined) continue;
        km[unit]! += distance(row, middle);
        towns[unit]! += 1;
      }
    }
  }
  return new Map(
    [...middles.keys()].map((unit) => {
      const estimate = Math.round((1.5 * km[unit]!) / Math.max(1, towns[unit]!));
      return [unit, Math.min(LARGEST_RADIUS_KM, Math.max(SMALLEST_RADIUS_KM, estimate))];
    }),
  );
}

function distance(town: IndexRow, middle: Middle): number {
  const east = (town.lon - middle.lon) * Math.cos((town.lat * Math.PI) / 180);
  return Math.hypot(town.lat - middle.lat, east) * KM_PER_DEGREE;
}
