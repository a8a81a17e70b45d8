import { Link } from "@tanstack/react-router";
import type { Count } from "../../../../src/store/types.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { countryName } from "../../parts/countries.ts";

/** Events that are known to a country or region only: they have no point, and get none. */
export function Tray({ areas }: { readonly areas: readonly Count[] }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <aside className="tray">
      <h2>{t("map.tray")}</h2>
      <p className="meta">{t("map.tray.about")}</p>
      {areas.length === 0 && <p className="unknown">{t("map.tray.empty")}</p>}
      <ul>
        {areas.map(({ value, events }) => (
          <li key={value}>
            {value === "" ? (
              <span className="unknown">{t("unknown.not-stated")}</span>
            ) : (
              <Link to="/events" search={{ countries: value }}>
                {countryName(value, language)}
              </Link>
            )}{" "}
            <b>{events.toLocaleString(language)}</b>
          </li>
        ))}
      </ul>
    </aside>
  );
}
