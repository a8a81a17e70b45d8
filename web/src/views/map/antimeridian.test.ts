import { describe, expect, it } from "vitest";
import { unwrapped } from "./antimeridian.ts";

describe("shapes that cross 180°", () => {
  it("run on beyond it, so that no line goes around the world", () => {
    const island = {
      type: "Polygon",
      coordinates: [
        [
          [179, -17],
          [-179, -17],
          [-179, -18],
          [179, -18],
          [179, -17],
        ],
      ],
    };
    expect(unwrapped({ type: "Feature", geometry: island })).toEqual({
      type: "Feature",
      geometry: {
        type: "Polygon",
        coordinates: [
          [
            [179, -17],
            [181, -17],
            [181, -18],
            [179, -18],
            [179, -17],
          ],
        ],
      },
    });
  });

  it("a continent around the pole is closed along it", () => {
    const ring = [
      [-90, -70],
      [0, -72],
      [90, -70],
      [179, -71],
      [-179, -71],
      [-90, -70],
    ];
    expect(unwrapped({ coordinates: [ring] })).toEqual({
      coordinates: [
        [
          [-90, -70],
          [0, -72],
          [90, -70],
          [179, -71],
          [181, -71],
          [270, -70],
          [270, -90],
          [-90, -90],
          [-90, -70],
        ],
      ],
    });
  });

  it("others stay as they are", () => {
    const lines = {
      type: "MultiLineString",
      coordinates: [
        [
          [10, 50],
          [12, 51],
        ],
        [
          [-3, 4],
          [5, 6],
        ],
      ],
    };
    expect(unwrapped(lines)).toEqual(lines);
  });
});
