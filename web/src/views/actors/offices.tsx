import type { ActorAnswer } from "../../api/actors.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { countryName } from "../../parts/countries.ts";
import { formatDay } from "../../parts/dates.ts";

/** A tenure that the registry does not end goes on past this year. */
const OPEN_END = "9";

/** Which office a person held when, by the registry and not by any report. Nothing if it knows none. */
export function Offices({ registry: { persons } }: Pick<ActorAnswer, "registry">) {
  const t = useWords();
  const language = useLanguage();
  const held = persons.flatMap(({ name, tenures }) => tenures.map((tenure) => ({ name, ...tenure })));
  if (held.length === 0) return null;
  const when = (day: string) => (day === "" || day.startsWith(OPEN_END) ? "" : formatDay(day, language));
  return (
    <>
      <h2>{t("actors.offices")}</h2>
      <ul className="plain">
        {held.map(({ name, position, country, start, end }) => (
          <li key={`${name} ${position} ${start}`}>
            <bdi>{name}</bdi>: {position}
            {country && `, ${countryName(country, language)}`}
            <span className="meta">
              {" "}
              {when(start)} – {when(end)}
            </span>
          </li>
        ))}
      </ul>
    </>
  );
}
