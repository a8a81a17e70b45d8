import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Stance } from "../../../../src/record/attribution.ts";
import { type SourceAnswer, speakersQuery, unnamedQuery } from "../../api/sources.ts";
import type { Words } from "../../catalogue/speak.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { countryName } from "../../parts/countries.ts";
import { RowTable } from "../../parts/row-table.tsx";
import { Empty } from "../../parts/states.tsx";
import { Pages } from "./pages.tsx";

/** Who is cited by name, the most cited first, with what they do with what they speak of. */
export function SpeakerTable() {
  const t = useWords();
  const language = useLanguage();
  const pages = useInfiniteQuery(speakersQuery);
  const heads = [
    t("actors.name"),
    t("map.country"),
    t("actors.sector"),
    t("sources.claims"),
    t("sources.reports"),
    t("sources.stances"),
  ];
  return (
    <Pages pages={pages} none={<Empty title={t("sources.no-speakers")} />}>
      {(items) => (
        <RowTable heads={heads}>
          {items.map((one) => (
            <tr key={one.id}>
              <th scope="row">
                <Link to="/actors/$id" params={{ id: one.id }} data-row dir="auto">
                  {one.name ?? one.id}
                </Link>
              </th>
              <td>{one.country ? countryName(one.country, language) : "–"}</td>
              <td>{one.sector ?? "–"}</td>
              <td className="count">{one.claims.toLocaleString(language)}</td>
              <td className="count">{one.reports.toLocaleString(language)}</td>
              <td>{stanceWords(one, t, language)}</td>
            </tr>
          ))}
        </RowTable>
      )}
    </Pages>
  );
}

/** Sources without a name, by what they are: never one of them by itself. */
export function UnnamedTable() {
  const t = useWords();
  const language = useLanguage();
  const pages = useInfiniteQuery(unnamedQuery);
  return (
    <Pages pages={pages} none={null}>
      {(items) => (
        <section>
          <h2>{t("sources.unnamed")}</h2>
          <p className="meta">{t("sources.unnamed.about")}</p>
          <RowTable heads={[t("map.country"), t("actors.sector"), t("sources.claims"), t("sources.reports")]}>
            {items.map(({ country, sector, claims, reports }) => (
              <tr key={`${country} ${sector}`}>
                <th scope="row">
                  {country ? (
                    countryName(country, language)
                  ) : (
                    <span className="unknown">{t("unknown.not-stated")}</span>
                  )}
                </th>
                <td>{sector ?? "–"}</td>
                <td className="count">{claims.toLocaleString(language)}</td>
                <td className="count">{reports.toLocaleString(language)}</td>
              </tr>
            ))}
          </RowTable>
        </section>
      )}
    </Pages>
  );
}

/** The commonest first. */
function stanceWords({ stances = {} }: SourceAnswer, t: Words, language: string): string {
  const told = Object.entries(stances) as readonly (readonly [Stance, number])[];
  return told
    .toSorted(([, a], [, b]) => b - a)
    .map(([stance, count]) => `${t(`stance.${stance}`)} ${count.toLocaleString(language)}`)
    .join(", ");
}
