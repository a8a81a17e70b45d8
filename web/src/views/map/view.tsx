import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense, useCallback, useState } from "react";
import type { BoxPlace } from "../../../../src/store/types.ts";
import { placesQuery } from "../../api/map.ts";
import { whenThere } from "../../api/when-there.ts";
import { useWords } from "../../catalogue/words.tsx";
import { ExportLink } from "../../parts/export-link.tsx";
import { filterIn, scopeIn } from "../../parts/filter.ts";
import { FilterChips } from "../../parts/filter-chips.tsx";
import { NoEvents } from "../../parts/no-events.tsx";
import { Loading } from "../../parts/states.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { first } from "../../search.ts";
import { PlaceTable } from "./place-table.tsx";
import { Tray } from "./tray.tsx";
import { hasWebGl } from "./webgl.ts";
import "./map.css";

/** The drawing is a large part of the desk: it is fetched when somebody looks at a map. */
const MapCanvas = lazy(async () => ({
  default: (await whenThere(() => import("./canvas.tsx"))).MapCanvas,
}));

/** Where events were, as precisely as they were told: points with their reach on the map, whole regions in a tray. */
export function MapView() {
  const t = useWords();
  const [search, change] = useSearchState();
  const { data, error, refetch } = useQuery(placesQuery(scopeIn(search)));
  const [picked, pick] = useState<readonly BoxPlace[]>([]);
  const [broken, setBroken] = useState<string>();
  const onPick = useCallback((places: readonly BoxPlace[]) => pick(places), []);
  const [canDraw] = useState(hasWebGl);
  if (!data) return <Waiting title={t("view.map")} error={error} retry={() => void refetch()} />;
  const onPoints = data.places.reduce((sum, { events }) => sum + events, 0);
  const inAreas = data.areas.reduce((sum, { events }) => sum + events, 0);
  const asList = first(search.as) === "list" || !canDraw || broken !== undefined;
  return (
    <>
      <h1>{t("view.map")}</h1>
      <p className="meta">
        <b>{t("map.on-points", { count: onPoints })}</b> · {t("map.in-areas", { count: inAreas })}
        {data.more && ` · ${t("map.more", { count: data.places.length })}`}
      </p>
      <div className="bar">
        {canDraw && (
          <button
            type="button"
            className="pill"
            onClick={() => change({ as: first(search.as) === "list" ? undefined : "list" })}
          >
            {asList ? t("map.as-map") : t("map.as-list")}
          </button>
        )}
        <ExportLink filter={filterIn(search)} />
      </div>
      <FilterChips />
      {!canDraw && (
        <div className="state">
          <p className="state-title">{t("map.no-webgl")}</p>
          <p>{t("map.no-webgl.cure")}</p>
        </div>
      )}
      {broken !== undefined && (
        <div className="state failed" role="alert">
          <p className="state-title">{t("map.broken")}</p>
          <p dir="auto">{broken}</p>
        </div>
      )}
      {onPoints + inAreas === 0 ? (
        <NoEvents />
      ) : (
        <div className="map-two">
          {asList ? (
            <PlaceTable places={data.places} />
          ) : (
            <div>
              <Suspense fallback={<Loading />}>
                <MapCanvas places={data.places} onPick={onPick} onFailed={setBroken} />
              </Suspense>
              <p className="foot">{t("map.foot")}</p>
              {picked.length > 0 && <PlaceTable places={picked} />}
            </div>
          )}
          <Tray areas={data.areas} />
        </div>
      )}
    </>
  );
}
