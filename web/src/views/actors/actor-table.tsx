import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { actorsQuery } from "../../api/actors.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { countryName } from "../../parts/countries.ts";
import { MoreButton } from "../../parts/more-button.tsx";
import { Empty, Failed, Loading, NotCollected } from "../../parts/states.tsx";
import { useRowKeys } from "../../parts/use-row-keys.ts";
import { useSearchState } from "../../parts/use-search-state.ts";
import { first } from "../../search.ts";

/** Named parties, the most told first. */
export function ActorTable() {
  const t = useWords();
  const language = useLanguage();
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  const [search, change] = useSearchState();
  const name = first(search.q);
  const pages = useInfiniteQuery(actorsQuery(name));
  const { data, error, refetch } = pages;
  const parties = data?.pages.flatMap(({ items }) => items);
  return (
    <>
      <label className="bar">
        {t("actors.find")}
        <input
          type="search"
          defaultValue={name ?? ""}
          dir="auto"
          onChange={({ target }) => change({ q: target.value.trim() || undefined }, "replace")}
        />
      </label>
      {error && <Failed error={error} retry={() => void refetch()} />}
      {!parties && !error && <Loading />}
      {parties?.length === 0 &&
        (name === undefined ? (
          <NotCollected title={t("actors.none-yet")} />
        ) : (
          <Empty title={t("actors.none")} />
        ))}
      {parties && parties.length > 0 && (
        <div className="wide">
          <table>
            <thead>
              <tr>
                <th scope="col">{t("actors.name")}</th>
                <th scope="col">{t("map.country")}</th>
                <th scope="col">{t("actors.sector")}</th>
                <th scope="col">{t("actors.acts")}</th>
                <th scope="col">{t("actors.receives")}</th>
                <th scope="col">{t("actors.says")}</th>
              </tr>
            </thead>
            <tbody ref={body}>
              {parties.map(({ id, name: words, country, sector, acts, receives, says }) => (
                <tr key={id}>
                  <th scope="row">
                    <Link to="/actors/$id" params={{ id }} data-row dir="auto">
                      {words ?? id}
                    </Link>
                  </th>
                  <td>{country ? countryName(country, language) : "–"}</td>
                  <td>{sector ?? "–"}</td>
                  <td className="count">{acts.toLocaleString(language)}</td>
                  <td className="count">{receives.toLocaleString(language)}</td>
                  <td className="count">{says.toLocaleString(language)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <MoreButton pages={pages} words={t("actors.more-parties")} />
    </>
  );
}
