import { type GeoJSONSource, Map as MapLibre, Marker, NavigationControl, setWorkerUrl } from "maplibre-gl";
import workerAddress from "maplibre-gl/dist/maplibre-gl-worker.mjs?url";
import { useEffect, useRef, useState } from "react";
import type { BoxPlace } from "../../../../src/store/types.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { areasOf } from "./circles.ts";
import { boundsOf, type Cluster, clustersOf } from "./clusters.ts";
import type { LabelPoint } from "./label-points.ts";
import { inkOf, styleOf } from "./style.ts";
import { useLabels } from "./use-labels.ts";
import { loadOutlines } from "./world.ts";
import "maplibre-gl/dist/maplibre-gl.css";

setWorkerUrl(workerAddress);

/** Pixels: closer markers would cover each other. */
const APART = 34;

interface CanvasProps {
  readonly places: readonly BoxPlace[];
  readonly onPick: (places: readonly BoxPlace[]) => void;
  readonly onFailed: (why: string) => void;
}

/** The drawn map. Markers are buttons with the number of events on them; nothing is moved from where it was told. */
export function MapCanvas({ places, onPick, onFailed }: CanvasProps) {
  const t = useWords();
  const language = useLanguage();
  const holder = useRef<HTMLDivElement>(null);
  const [map, setMap] = useState<MapLibre>();
  const [labels, setLabels] = useState<readonly LabelPoint[]>([]);
  useLabels(map, labels, places);
  const failed = useRef(onFailed);
  failed.current = onFailed;

  useEffect(() => {
    let drawn: MapLibre | undefined;
    let isWanted = true;
    loadOutlines()
      .then((outlines) => {
        if (!isWanted || !holder.current) return;
        const map = new MapLibre({
          container: holder.current,
          style: styleOf(outlines, inkOf(holder.current)),
          center: [20, 15],
          zoom: 1,
          attributionControl: false,
          dragRotate: false,
          pitchWithRotate: false,
          cooperativeGestures: true,
          locale: {
            "Map.Title": t("view.map"),
            "NavigationControl.ZoomIn": t("map.zoom-in"),
            "NavigationControl.ZoomOut": t("map.zoom-out"),
            "CooperativeGesturesHandler.WindowsHelpText": t("map.wheel"),
            "CooperativeGesturesHandler.MacHelpText": t("map.wheel-mac"),
            "CooperativeGesturesHandler.MobileHelpText": t("map.fingers"),
          },
        });
        drawn = map;
        map.addControl(new NavigationControl({ showCompass: false }));
        map.once("load", () => {
          setLabels(outlines.labels);
          setMap(map);
        });
      })
      .catch((error: unknown) => failed.current(error instanceof Error ? error.message : String(error)));
    return () => {
      isWanted = false;
      drawn?.remove();
      setMap(undefined);
    };
    // Drawn anew in another language: the map's own words are given once.
  }, [t]);

  useEffect(() => {
    if (!map) return;
    map.getSource<GeoJSONSource>("areas")?.setData(areasOf(places) as never);
    const bounds = boundsOf(places);
    if (bounds) map.fitBounds([...bounds], { padding: 60, maxZoom: 7, animate: false });
  }, [map, places]);

  useEffect(() => {
    if (!map) return;
    let markers: readonly Marker[] = [];
    const draw = () => {
      for (const marker of markers) marker.remove();
      markers = clustersOf(places, ({ lon, lat }) => map.project([lon, lat]), APART).map((cluster) =>
        markerOf(cluster, {
          label: t("map.marker", {
            places: cluster.places.map(({ name }) => name).join(", "),
            count: cluster.events,
          }),
          words: cluster.events.toLocaleString(language),
          pick: () => pickOrZoom(map, cluster, onPick),
        }).addTo(map),
      );
    };
    draw();
    map.on("moveend", draw);
    return () => {
      map.off("moveend", draw);
      for (const marker of markers) marker.remove();
    };
  }, [map, places, onPick, t, language]);

  return <div className="map" ref={holder} />;
}

interface MarkerWords {
  readonly label: string;
  readonly words: string;
  readonly pick: () => void;
}

function markerOf({ places, events }: Cluster, { label, words, pick }: MarkerWords): Marker {
  const button = document.createElement("button");
  button.type = "button";
  button.className = `map-marker${places.length > 1 ? " many" : ""}${events > 99 ? " large" : ""}`;
  button.textContent = words;
  button.setAttribute("aria-label", label);
  button.title = label;
  button.addEventListener("click", pick);
  const [{ lon, lat }] = places as readonly [BoxPlace];
  return new Marker({ element: button }).setLngLat([lon, lat]);
}

/** Places that lie apart are shown apart; where zooming shows nothing more, all are listed. */
function pickOrZoom(map: MapLibre, { places }: Cluster, onPick: CanvasProps["onPick"]): void {
  const bounds = boundsOf(places);
  const isOneSpot = bounds === undefined || (bounds[2] - bounds[0] < 0.05 && bounds[3] - bounds[1] < 0.05);
  if (places.length > 1 && !isOneSpot && map.getZoom() < 9)
    map.fitBounds([...bounds], { padding: 80, maxZoom: 10 });
  onPick(places);
}
