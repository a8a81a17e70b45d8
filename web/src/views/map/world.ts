import { type AreaObject, feature, mesh } from "topojson-client";
import worldAddress from "world-atlas/countries-50m.json?url";
import { unwrapped } from "./antimeridian.ts";
import disputed from "./disputed.json";
import { type LabelPoint, labelPointsOf } from "./label-points.ts";

type World = Parameters<typeof feature>[0];

/** As GeoJSON. */
export interface Outlines {
  readonly land: object;
  readonly borders: object;
  /** Borders of areas whose status is disputed. */
  readonly disputed: object;
  /** Where the countries' names go, the largest first. */
  readonly labels: readonly LabelPoint[];
}

/** Land and borders, from a file of the desk itself: no map server is asked. */
export async function loadOutlines(): Promise<Outlines> {
  const response = await fetch(worldAddress);
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}: ${worldAddress}`);
  return outlinesOf((await response.json()) as World);
}

export function outlinesOf(world: World): Outlines {
  const { countries, land } = world.objects;
  return {
    land: unwrapped(feature(world, land)),
    borders: unwrapped(mesh(world, countries, (a, b) => a !== b && !isDisputed(a) && !isDisputed(b))),
    disputed: unwrapped(mesh(world, countries, (a, b) => a !== b && (isDisputed(a) || isDisputed(b)))),
    labels: labelPointsOf(feature(world, countries) as Parameters<typeof labelPointsOf>[0]),
  };
}

function isDisputed({ properties }: AreaObject): boolean {
  return (properties?.name ?? "") in disputed.areas;
}
