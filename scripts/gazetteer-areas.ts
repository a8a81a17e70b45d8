import type { Countries } from "../src/knowledge/countries.ts";
import { foldName } from "../src/knowledge/gazetteer-fold.ts";
import type { GazetteerRow } from "../src/knowledge/gazetteer-format.ts";
import type { Town } from "./gazetteer-towns.ts";

const EARTH_RADIUS_KM = 6371;
const DEFAULT_RADIUS = { admin1: 60, admin2: 20, country: 20 } as const;
/** Natural Earth's own codes of states. */
const NATURAL_EARTH: Readonly<Record<string, string>> = {
  KOS: "XKX",
  PSX: "PSE",
  SOL: "SOM",
  CYN: "CYP",
  SAH: "ESH",
  SDS: "SSD",
  ALD: "ALA",
};
/** Words of the unit's rank, left out for a second name: `Kidal Region`, `Province of Namur`, `Aleppo Governorate`. */
const RANK =
  /^(?:(?:state|province|region|republic|wilaya|canton|department|governorate|prefecture|autonomous region|city) of (?:the )?|départe?ment d[eu] |provincia (?:de |di )?|région d[eu] )|\s+(?:region|province|governorate|oblast’?'?|state|district|department|prefecture|wilaya|voivodeship|krai|kray|county|emirate|division|republic|municipality|autonomous region|special region)$/gi;

/** What is no name without its rank: `Free State`, `Western Province`. */
const BARE =
  /^(?:free|central|centre|capital|north|south|east|west|northern|southern|eastern|western|north.?eastern|north.?western|south.?eastern|south.?western|upper|lower|coast|federal|national|islands?|highlands?|metropolitan|nord|sud|ouest|norte|oeste|nordeste)$/i;

interface Named {
  readonly code: string;
  readonly name: string;
}
type Ring = readonly (readonly [number, number])[];
interface Feature {
  readonly properties: Readonly<Record<string, string | number | null>>;
  readonly geometry:
    | { readonly type: "Polygon"; readonly coordinates: readonly Ring[] }
    | { readonly type: "MultiPolygon"; readonly coordinates: readonly (readonly Ring[])[] };
}
export interface AreaSources {
  readonly admin1: readonly Named[];
  readonly admin2: readonly Named[];
  readonly regions: { readonly features: readonly Feature[] };
}
interface Shape {
  readonly country: string;
  readonly feature: Feature;
  readonly areaKm2: number;
}
export interface Admins {
  readonly rows: readonly GazetteerRow[];
  /** Row of `ML.08`. */
  readonly byCode: ReadonlyMap<string, number>;
  readonly shapes: readonly Shape[];
}

/** Admin-1 rows first, so that their numbers are below 65,535, then admin-2 rows. */
export function adminRows(sources: AreaSources, towns: readonly Town[], countries: Countries): Admins {
  const shapes = shapesOf(sources.regions.features, countries);
  const inAdmin1 = group(towns, (town) => town.admin1);
  const isFirstLevel = (shape: Shape): boolean => shape.feature.properties.gn_level === 1;
  const firstLevel = group(shapes.filter(isFirstLevel), (shape) =>
    String(shape.feature.properties.gn_a1_code),
  );
  const below = shapes.filter((shape) => !isFirstLevel(shape) && Number(shape.feature.properties.gn_id) > 0);
  const townsOf = group(towns, (town) => town.country);
  const finer = group(below, (shape) => nearestAdmin1(shape, townsOf.get(shape.country) ?? []));
  const rows: GazetteerRow[] = [];
  const byCode = new Map<string, number>();
  for (const unit of sources.admin1) {
    const country = countries.fromIso2(unit.code.slice(0, 2));
    const members = inAdmin1.get(unit.code) ?? [];
    const own = firstLevel.get(unit.code) ?? [];
    const parts = own.length > 0 ? own : (finer.get(unit.code) ?? []);
    if (country === undefined || (members.length === 0 && parts.length === 0)) continue;
    byCode.set(unit.code, rows.length);
    rows.push(admin1Row(unit, country, own, parts, members));
  }
  for (const [code, members] of finer) {
    for (const shape of members) rows.push(finerRow(shape, byCode.get(code)));
  }
  rows.push(...admin2Rows(sources.admin2, towns, byCode, countries));
  return { rows, byCode, shapes };
}

export function countryRows(
  admins: Admins,
  towns: readonly Town[],
  countries: Countries,
): readonly GazetteerRow[] {
  return countries.all
    .filter((country) => country.status !== "historical")
    .flatMap((country) => {
      const shapes = admins.shapes.filter((shape) => shape.country === country.iso3);
      const members = towns.filter((town) => town.country === country.iso3);
      if (shapes.length === 0 && members.length === 0) return [];
      const areaKm2 = shapes.reduce((sum, shape) => sum + shape.areaKm2, 0);
      const points =
        shapes.length > 0
          ? shapes.map((shape) => ({ ...pointOf(shape), weight: shape.areaKm2 }))
          : members.map((town) => ({ lat: town.lat, lon: town.lon, weight: town.population + 1 }));
      return {
        geonames: 0,
        name: country.name,
        names: country.aliases.filter((alias) => foldName(alias).length > 3),
        kind: "country" as const,
        feature: "PCLI",
        country: country.iso3,
        lat: median(points.map((point) => [point.lat, point.weight])),
        lon: median(points.map((point) => [point.lon, point.weight])),
        population: sum(members),
        radiusKm: areaKm2 > 0 ? Math.sqrt(areaKm2 / Math.PI) : DEFAULT_RADIUS.country,
      };
    });
}

function admin1Row(
  unit: Named,
  country: string,
  own: readonly Shape[],
  parts: readonly Shape[],
  members: readonly Town[],
): GazetteerRow {
  const areaKm2 = parts.reduce((total, shape) => total + shape.areaKm2, 0);
  const centre = parts.length > 0 ? weighted(parts.map((p) => ({ ...pointOf(p), weight: p.areaKm2 }))) : null;
  const point = centre ?? weighted(members.map((town) => ({ ...town, weight: town.population + 1 })));
  return {
    geonames: own.length === 1 ? Number(own[0]!.feature.properties.gn_id ?? 0) : 0,
    name: plainName(unit.name),
    names: [unit.name, ...own.flatMap(namesOf)],
    kind: "admin1",
    feature: "ADM1",
    country,
    ...point,
    population: sum(members),
    radiusKm: areaKm2 > 0 ? Math.sqrt(areaKm2 / Math.PI) : DEFAULT_RADIUS.admin1,
  };
}

/** Natural Earth goes below admin-1 in some countries: French departments, Italian provinces, British counties. */
function finerRow(shape: Shape, admin1: number | undefined): GazetteerRow {
  const properties = shape.feature.properties;
  return {
    geonames: Number(properties.gn_id),
    name: plainName(String(properties.name_en || properties.name || properties.gn_name)),
    names: namesOf(shape),
    kind: "admin2",
    feature: "ADM2",
    country: shape.country,
    ...(admin1 === undefined ? {} : { admin1 }),
    ...pointOf(shape),
    population: 0,
    radiusKm: Math.sqrt(shape.areaKm2 / Math.PI),
  };
}

/** Units without a town in the source, or of the same name as a town inside, are left out: the town is enough. */
function admin2Rows(
  units: readonly Named[],
  towns: readonly Town[],
  byCode: ReadonlyMap<string, number>,
  countries: Countries,
): readonly GazetteerRow[] {
  const inAdmin2 = group(towns, (town) => town.admin2);
  return units.flatMap((unit) => {
    const members = inAdmin2.get(unit.code) ?? [];
    const country = countries.fromIso2(unit.code.slice(0, 2));
    if (country === undefined || members.length === 0 || unit.name === "") return [];
    const folded = foldName(unit.name);
    if (members.some((town) => foldName(town.name) === folded)) return [];
    const admin1 = byCode.get(unit.code.split(".").slice(0, 2).join("."));
    return {
      geonames: 0,
      name: unit.name,
      names: [],
      kind: "admin2" as const,
      feature: "ADM2",
      country,
      ...(admin1 === undefined ? {} : { admin1 }),
      ...weighted(members.map((town) => ({ ...town, weight: town.population + 1 }))),
      population: sum(members),
      radiusKm: DEFAULT_RADIUS.admin2,
    };
  });
}

function shapesOf(features: readonly Feature[], countries: Countries): readonly Shape[] {
  return features.flatMap((feature) => {
    const code = String(feature.properties.adm0_a3 ?? "");
    const iso3 = countries.fromIso2(String(feature.properties.iso_a2 ?? "")) ?? NATURAL_EARTH[code] ?? code;
    const country = countries.get(iso3)?.iso3;
    return country === undefined ? [] : [{ country, feature, areaKm2: areaOf(feature) }];
  });
}

/** The admin-1 unit of the town nearest to the shape's label point. */
function nearestAdmin1(shape: Shape, towns: readonly Town[]): string {
  const { lat, lon } = pointOf(shape);
  let nearest = { distance: Number.POSITIVE_INFINITY, admin1: "" };
  for (const town of towns) {
    const distance = (town.lat - lat) ** 2 + ((town.lon - lon) * Math.cos((lat * Math.PI) / 180)) ** 2;
    if (distance < nearest.distance) nearest = { distance, admin1: town.admin1 };
  }
  return nearest.admin1;
}

function namesOf(shape: Shape): readonly string[] {
  const { properties } = shape.feature;
  const written = ["name", "name_local", "gn_name", "woe_name", "name_en", "name_fr", "name_de", "name_es"]
    .map((key) => String(properties[key] ?? ""))
    .concat(String(properties.name_alt ?? "").split("|"));
  const names = written.flatMap((name) => [name, plainName(name)]);
  return names.filter((name) => name.length > 3 && !BARE.test(name) && /^[a-z0-9 ]+$/.test(foldName(name)));
}

function plainName(name: string): string {
  const plain = name.replace(RANK, "").trim();
  return plain === "" || BARE.test(plain) ? name : plain;
}

function areaOf(feature: Feature): number {
  const polygons =
    feature.geometry.type === "Polygon" ? [feature.geometry.coordinates] : feature.geometry.coordinates;
  const rings = polygons.map((polygon) => polygon[0] ?? []);
  return rings.reduce((total, ring) => total + ringArea(ring), 0);
}

/** On the sphere, in square kilometres. */
function ringArea(ring: Ring): number {
  const radians = Math.PI / 180;
  let total = 0;
  for (let at = 0; at + 1 < ring.length; at += 1) {
    const [x1, y1] = ring[at]!;
    const [x2, y2] = ring[at + 1]!;
    total += (x2 - x1) * radians * (2 + Math.sin(y1 * radians) + Math.sin(y2 * radians));
  }
  return (Math.abs(total) / 2) * EARTH_RADIUS_KM ** 2;
}

function pointOf(shape: Shape): { lat: number; lon: number } {
  const { latitude, longitude } = shape.feature.properties;
  return { lat: Number(latitude), lon: Number(longitude) };
}

function weighted(points: readonly { lat: number; lon: number; weight: number }[]): {
  lat: number;
  lon: number;
} {
  const total = points.reduce((all, point) => all + point.weight, 0);
  const mean = (pick: (point: { lat: number; lon: number }) => number): number =>
    points.reduce((all, point) => all + pick(point) * point.weight, 0) / total;
  return { lat: mean((point) => point.lat), lon: mean((point) => point.lon) };
}

/** Weighted median: far-off parts of a state do not pull its point into the sea. */
function median(pairs: readonly (readonly [number, number])[]): number {
  const sorted = [...pairs].sort((a, b) => a[0] - b[0]);
  const half = sorted.reduce((total, pair) => total + pair[1], 0) / 2;
  let passed = 0;
  for (const [value, weight] of sorted) {
    passed += weight;
    if (passed >= half) return value;
  }
  return 0;
}

function sum(towns: readonly Town[]): number {
  return towns.reduce((total, town) => total + town.population, 0);
}

function group<Item>(items: readonly Item[], key: (item: Item) => string): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const known = groups.get(key(item));
    if (known === undefined) groups.set(key(item), [item]);
    else known.push(item);
  }
  return groups;
}
