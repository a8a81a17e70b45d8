import { useQuery } from "@tanstack/react-query";
import { lazy, Suspense } from "react";
import { networkQuery } from "../../api/map.ts";
import { whenThere } from "../../api/when-there.ts";
import { useWords } from "../../catalogue/words.tsx";
import { ExportLink } from "../../parts/export-link.tsx";
import { filterIn, scopeIn } from "../../parts/filter.ts";
import { FilterChips } from "../../parts/filter-chips.tsx";
import { Failed, Loading, NotCollected } from "../../parts/states.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { first } from "../../search.ts";
import { hasWebGl } from "../map/webgl.ts";
import { ActorTable } from "./actor-table.tsx";
import { MatrixTable } from "./matrix-table.tsx";
import "./actors.css";

/** The drawing of the network is fetched when somebody asks for it. */
const NetworkDrawing = lazy(async () => ({
  default: (await whenThere(() => import("./network.tsx"))).NetworkDrawing,
}));

const SHAPES = ["list", "matrix", "network"] as const;

/** Who acts, who is acted on, who speaks: as a list, as a matrix of pairs, as a network. */
export function ActorsView() {
  const t = useWords();
  const [search, change] = useSearchState();
  const shape = SHAPES.find((one) => one === first(search.as)) ?? "list";
  return (
    <>
      <h1>{t("view.actors")}</h1>
      <div className="bar">
        {SHAPES.map((one) => (
          <button
            key={one}
            type="button"
            className="pill"
            aria-pressed={one === shape}
            onClick={() => change({ as: one === "list" ? undefined : one })}
          >
            {t(`actors.as.${one}`)}
          </button>
        ))}
        <ExportLink filter={filterIn(search)} />
      </div>
      <FilterChips />
      {shape === "list" ? <ActorTable /> : <Pairs isDrawn={shape === "network"} />}
    </>
  );
}

function Pairs({ isDrawn }: { readonly isDrawn: boolean }) {
  const t = useWords();
  const [search] = useSearchState();
  const { data, error, refetch } = useQuery(networkQuery(scopeIn(search)));
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.dyads.length === 0)
    return (
      <NotCollected title={t("actors.no-pairs")}>
        <p>{t("timeline.empty.cure")}</p>
      </NotCollected>
    );
  return (
    <>
      {data.more && <p className="meta">{t("actors.more", { count: data.dyads.length })}</p>}
      {isDrawn && hasWebGl() ? (
        <Suspense fallback={<Loading />}>
          <NetworkDrawing dyads={data.dyads} />
        </Suspense>
      ) : (
        <>
          {isDrawn && (
            <div className="state">
              <p className="state-title">{t("actors.no-webgl")}</p>
            </div>
          )}
          <MatrixTable dyads={data.dyads} />
        </>
      )}
    </>
  );
}
