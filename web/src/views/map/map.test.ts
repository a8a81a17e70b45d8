import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { ringOf } from "./circles.ts";
import { boundsOf, clustersOf } from "./clusters.ts";
import disputed from "./disputed.json";
import { outlinesOf } from "./world.ts";

const place = (name: string, lon: number, events: number) => ({
  name,
  kind: "town" as const,
  lat: 0,
  lon,
  radiusKm: 5,
  events,
});

describe("the area of a place", () => {
  it("is a closed ring at the distance given", () => {
    const ring = ringOf(0, 30, 111.19);
    expect(ring[0]).toEqual(ring.at(-1));
    expect(Math.max(...ring.map(([, lat]) => lat))).toBeCloseTo(1, 2);
    expect(Math.max(...ring.map(([lon]) => lon))).toBeCloseTo(31, 2);
  });
  it("is wider in degrees near the pole", () => {
    const width = (lat: number) => Math.max(...ringOf(lat, 0, 100).map(([lon]) => lon));
    expect(width(70)).toBeGreaterThan(2 * width(0));
  });
});

describe("markers that cover each other", () => {
  const spotOf = ({ lon }: { readonly lon: number }) => ({ x: lon * 10, y: 0 });
  it("become one with the number of all, the most told first", () => {
    const [first, second] = clustersOf([place("a", 0, 1), place("b", 1, 5), place("c", 9, 2)], spotOf, 30);
    expect(first).toMatchObject({ events: 6 });
    expect(first!.places.map(({ name }) => name)).toEqual(["b", "a"]);
    expect(second!.places.map(({ name }) => name)).toEqual(["c"]);
  });
  it("lose no event", () => {
    const all = Array.from({ length: 40 }, (_, index) => place(`p${index}`, index / 3, index));
    const total = clustersOf(all, spotOf, 25).reduce((sum, { events }) => sum + events, 0);
    expect(total).toBe(all.reduce((sum, { events }) => sum + events, 0));
  });
});

it("a box holds its places, and there is none around nothing", () => {
  expect(boundsOf([place("a", 3, 1), place("b", -4, 1)])).toEqual([-4, 0, 3, 0]);
  expect(boundsOf([])).toBeUndefined();
});

describe("borders", () => {
  const world = JSON.parse(readFileSync("node_modules/world-atlas/countries-110m.json", "utf8"));
  it("are dashed around disputed areas and only there", () => {
    const { borders, disputed } = outlinesOf(world) as unknown as Record<
      string,
      { readonly coordinates: readonly unknown[] }
    >;
    expect(disputed!.coordinates.length).toBeGreaterThan(0);
    expect(borders!.coordinates.length).toBeGreaterThan(disputed!.coordinates.length);
  });
  it("of the table are all in the atlas that is shipped", () => {
    const atlas = JSON.parse(readFileSync("node_modules/world-atlas/countries-50m.json", "utf8"));
    const names = new Set(
      atlas.objects.countries.geometries.map(
        (one: { readonly properties: { readonly name: string } }) => one.properties.name,
      ),
    );
    expect(Object.keys(disputed.areas).filter((name) => !names.has(name))).toEqual([]);
  });
});
