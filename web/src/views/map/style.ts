import type { StyleSpecification } from "maplibre-gl";
import type { Outlines } from "./world.ts";

const NOTHING = { type: "FeatureCollection" as const, features: [] };

/** The desk's own style: paper, land, borders, and the areas that a place's precision leaves open. No glyphs, no tiles. */
export function styleOf(
  { land, borders, disputed }: Outlines,
  ink: (name: string) => string,
): StyleSpecification {
  return {
    version: 8,
    sources: {
      land: { type: "geojson", data: land as never },
      borders: { type: "geojson", data: borders as never },
      disputed: { type: "geojson", data: disputed as never },
      areas: { type: "geojson", data: NOTHING },
    },
    layers: [
      { id: "sea", type: "background", paint: { "background-color": ink("--paper") } },
      { id: "land", type: "fill", source: "land", paint: { "fill-color": ink("--sheet") } },
      {
        id: "coast",
        type: "line",
        source: "land",
        paint: { "line-color": ink("--edge"), "line-width": 0.6 },
      },
      {
        id: "borders",
        type: "line",
        source: "borders",
        paint: { "line-color": ink("--edge"), "line-width": 0.8 },
      },
      {
        id: "disputed",
        type: "line",
        source: "disputed",
        paint: { "line-color": ink("--edge"), "line-width": 0.9, "line-dasharray": [3, 3] },
      },
      {
        id: "areas",
        type: "fill",
        source: "areas",
        paint: { "fill-color": ink("--place"), "fill-opacity": 0.18, "fill-outline-color": ink("--place") },
      },
    ],
  };
}

/** Colours of the style sheet as a canvas takes them: `light-dark()` is worked out by the browser. */
export function inkOf(element: HTMLElement): (name: string) => string {
  const probe = element.ownerDocument.createElement("span");
  element.append(probe);
  return (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };
}
