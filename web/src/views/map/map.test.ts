import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { countryNameByNumber } from "../../parts/countries.ts";
import { ringOf } from "./circles.ts";
import { boundsOf, clustersOf } from "./clusters.ts";
import { boxAround, declutter } from "./declutter.ts";
import disputed from "./disputed.json";
import { labelPointsOf } from "./label-points.ts";
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

describe("names of countries", () => {
  const atlas = JSON.parse(readFileSync("node_modules/world-atlas/countries-50m.json", "utf8"));
  const { labels } = outlinesOf(atlas);
  const of = (name: string) => labels.find((label) => label.name === name)!;

  it("stand inside the country, however bent it is", () => {
    const square = { type: "Polygon" as const, coordinates: [ringOf(0, 30, 300)] };
    const [label] = labelPointsOf({ features: [{ properties: { name: "Disk" }, geometry: square }] });
    expect([label!.lon, label!.lat].map(Math.round)).toEqual([30, 0]);
    expect(of("Mali").lat).toBeGreaterThan(14);
    expect(of("Mali").lon).toBeGreaterThan(-8);
    expect(of("Chile").lon).toBeLessThan(-68);
  });
  it("have the largest first, and as much room as the country is wide there", () => {
    expect(labels[0]!.name).toBe("Russia");
    expect(of("Chile").room).toBeLessThan(of("Argentina").room);
  });
  it("come in the reader's language from their number", () => {
    expect(countryNameByNumber(of("Germany").code!, "es")).toBe("Alemania");
    expect(countryNameByNumber("004", "fr")).toBe("Afghanistan");
    expect(countryNameByNumber("999", "fr")).toBeUndefined();
  });
  it("never cover each other: who comes first has the place", () => {
    const at = (name: string, x: number) => ({ name, box: boxAround(x, 0, 20, 10) });
    const kept = declutter([at("a", 0), at("b", 15), at("c", 30)], [boxAround(40, 0, 4, 4)]);
    expect(kept.map(({ name }) => name)).toEqual(["a"]);
  });
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
