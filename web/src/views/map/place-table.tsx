import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import type { BoxPlace } from "../../../../src/store/types.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { countryName } from "../../parts/countries.ts";
import { useRowKeys } from "../../parts/use-row-keys.ts";

/** The same places as the map, for reading and for keys. */
export function PlaceTable({ places }: { readonly places: readonly BoxPlace[] }) {
  const t = useWords();
  const language = useLanguage();
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("map.place")}</th>
            <th scope="col">{t("map.country")}</th>
            <th scope="col">{t("map.precision")}</th>
            <th scope="col">{t("today.events")}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {places.map(({ name, country, kind, radiusKm, events, geonames, lat, lon }) => (
            <tr key={`${geonames ?? name} ${lat} ${lon}`}>
              <th scope="row">
                <Link
                  to="/events"
                  search={{ text: `"${name}"`, ...(country ? { countries: country } : {}) }}
                  data-row
                  dir="auto"
                >
                  {name}
                </Link>
              </th>
              <td>{country ? countryName(country, language) : "–"}</td>
              <td>
                {t(`place-kind.${kind}`)} · {t("map.within", { km: radiusKm })}
              </td>
              <td>{events.toLocaleString(language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
