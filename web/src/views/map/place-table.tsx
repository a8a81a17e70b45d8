import { Link } from "@tanstack/react-router";
import type { BoxPlace } from "../../../../src/store/types.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { countryName } from "../../parts/countries.ts";
import { RowTable } from "../../parts/row-table.tsx";

/** The same places as the map, for reading and for keys. */
export function PlaceTable({ places }: { readonly places: readonly BoxPlace[] }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <RowTable heads={[t("map.place"), t("map.country"), t("map.precision"), t("today.events")]}>
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
    </RowTable>
  );
}
