import { type Map as MapLibre, Marker } from "maplibre-gl";
import { useEffect } from "react";
import { useLanguage } from "../../catalogue/words.tsx";
import { countryNameByNumber } from "../../parts/countries.ts";
import { boxAround, declutter, type ScreenBox } from "./declutter.ts";
import type { LabelPoint } from "./label-points.ts";

/** Pixels. A letter of the label's font is about so wide; measuring every name on every move would cost more than it gives. */
const LETTER = 7.4;
const LINE = 16;
/** A label may stand out over its country's border by so much. */
const OVERHANG = 1.25;
/** Half of a marker: a name that is covered by one cannot be read. */
const MARKER = 16;

/**
 * Names of countries, in the reader's language, where there is room for them: largest first, none over another or under a
 * marker. They are decoration for eyes: the table beside names the countries for everybody.
 */
export function useLabels(
  map: MapLibre | undefined,
  points: readonly LabelPoint[],
  markers: readonly { readonly lon: number; readonly lat: number }[],
): void {
  const language = useLanguage();
  useEffect(() => {
    if (!map) return;
    let shown: readonly Marker[] = [];
    const draw = () => {
      for (const marker of shown) marker.remove();
      const taken = markers.map(({ lon, lat }) => markerBox(map, lon, lat));
      shown = labelsIn(map, points, language, taken).map(({ lon, lat, text }) =>
        new Marker({ element: labelOf(text) }).setLngLat([lon, lat]).addTo(map),
      );
    };
    draw();
    map.on("moveend", draw);
    return () => {
      map.off("moveend", draw);
      for (const marker of shown) marker.remove();
    };
  }, [map, points, markers, language]);
}

function markerBox(map: MapLibre, lon: number, lat: number): ScreenBox {
  const { x, y } = map.project([lon, lat]);
  return boxAround(x, y, 2 * MARKER, 2 * MARKER);
}

function labelsIn(
  map: MapLibre,
  points: readonly LabelPoint[],
  language: string,
  taken: readonly ScreenBox[],
) {
  const { clientWidth: width, clientHeight: height } = map.getContainer();
  const candidates = points.flatMap(({ name, code, lon, lat, room }) => {
    const { x, y } = map.project([lon, lat]);
    if (x < 0 || y < 0 || x > width || y > height) return [];
    const text = (code === undefined ? undefined : countryNameByNumber(code, language)) ?? name;
    const long = text.length * LETTER;
    const free = map.project([lon + room / 2, lat]).x - map.project([lon - room / 2, lat]).x;
    return long > free * OVERHANG ? [] : [{ lon, lat, text, box: boxAround(x, y, long, LINE) }];
  });
  return declutter(candidates, taken);
}

function labelOf(text: string): HTMLElement {
  const label = document.createElement("div");
  label.className = "map-label";
  label.dir = "auto";
  label.textContent = text;
  label.setAttribute("aria-hidden", "true");
  return label;
}
