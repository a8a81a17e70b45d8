import { Link } from "@tanstack/react-router";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { Failed, Loading, NotCollected } from "../../parts/states.tsx";
import { useFacets } from "../events/use-events.ts";

/** The outlets whose reports the store holds, with how many events each told; an outlet is not a speaker. */
export function SourcesView() {
  const t = useWords();
  const language = useLanguage();
  const facets = useFacets({});
  return (
    <>
      <h1>{t("view.sources")}</h1>
      <p className="meta">{t("sources.about")}</p>
      {facets.isPending && <Loading />}
      {facets.isLoadingError && <Failed error={facets.error} retry={() => void facets.refetch()} />}
      {facets.data?.total === 0 && <NotCollected title={t("events.not-collected")} />}
      {facets.data && facets.data.total > 0 && (
        <div className="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">{t("events.outlet")}</th>
                <th scope="col">{t("sources.events", { all: facets.data.total })}</th>
              </tr>
            </thead>
            <tbody>
              {facets.data.facets.outlet.map(({ value, events }) => (
                <tr key={value}>
                  <th scope="row">
                    {value === "" ? (
                      <span className="unknown">{t("reader.no-outlet")}</span>
                    ) : (
                      <Link to="/events" search={{ outlets: value } as never}>
                        <bdi>{value}</bdi>
                      </Link>
                    )}
                  </th>
                  <td>{events.toLocaleString(language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </>
  );
}
