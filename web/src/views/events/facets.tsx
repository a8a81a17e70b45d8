import { useState } from "react";
import type { Count, FacetName } from "../../../../src/store/types.ts";
import type { Words } from "../../catalogue/speak.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { countryName } from "../../parts/countries.ts";
import type { FilterKey } from "../../parts/filter.ts";
import { Failed } from "../../parts/states.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { many, type Search, toggle } from "../../search.ts";
import { useFacets } from "./use-events.ts";

/** Which filter a facet sets. */
const FILTER_OF: Readonly<Record<FacetName, FilterKey>> = {
  type: "types",
  factuality: "factuality",
  country: "countries",
  actor: "actors",
  recipient: "recipients",
  phase: "phases",
  outlet: "outlets",
  reviewed: "reviewed",
};
const NAMES = Object.keys(FILTER_OF) as readonly FacetName[];
const SHOWN = 8;
const VOICES = ["outlet", "one-party", "denied"] as const;

/** What the events of the filter are made of, with how many; a value narrows, or is taken away again. */
export function FacetList({ filter, enabled }: { readonly filter: Search; readonly enabled: boolean }) {
  const t = useWords();
  const [search, change] = useSearchState();
  const facets = useFacets(filter, { enabled });
  return (
    <aside className="facets no-print" aria-label={t("events.narrow")}>
      <fieldset>
        <legend>{t("filter.voices")}</legend>
        {VOICES.map((voice) => (
          <label key={voice} className="facet">
            <input
              type="checkbox"
              checked={many(search.voices).includes(voice)}
              onChange={() => change(toggle(search, "voices", voice))}
            />
            <span>{t(`events.voice.${voice}`)}</span>
          </label>
        ))}
      </fieldset>
      {facets.isLoadingError && <Failed error={facets.error} retry={() => void facets.refetch()} />}
      {facets.data &&
        NAMES.map((name) => (
          <Facet key={name} name={name} counts={facets.data.facets[name]} total={facets.data.total} />
        ))}
    </aside>
  );
}

function Facet(props: {
  readonly name: FacetName;
  readonly counts: readonly Count[];
  readonly total: number;
}) {
  const { name, counts, total } = props;
  const t = useWords();
  const language = useLanguage();
  const [search, change] = useSearchState();
  const [more, setMore] = useState(false);
  const key = FILTER_OF[name];
  const chosen = many(search[key]);
  const values = [
    ...counts,
    ...chosen
      .filter((value) => !counts.some((count) => count.value === value))
      .map((value) => ({ value, events: 0 })),
  ];
  if (values.length === 0) return null;
  const row = ({ value, events }: Count) => (
    <label key={value} className="facet">
      <input
        type="checkbox"
        checked={chosen.includes(value)}
        disabled={value === ""}
        onChange={() => change(toggle(search, key, value))}
      />
      <bdi>{valueWords(name, value, t, language)}</bdi>
      <span className="number" title={t("events.of", { count: events, all: total })}>
        {events.toLocaleString(language)}
      </span>
    </label>
  );
  return (
    <fieldset>
      <legend>{t(`facet.${name}`)}</legend>
      {values.slice(0, SHOWN).map(row)}
      {values.length > SHOWN && (
        <details onToggle={({ currentTarget }) => setMore(currentTarget.open)}>
          <summary>{t("events.more-values", { count: values.length - SHOWN })}</summary>
          {more && values.slice(SHOWN).map(row)}
        </details>
      )}
    </fieldset>
  );
}

function valueWords(name: FacetName, value: string, t: Words, language: string): string {
  if (value === "") return t("unknown.not-stated");
  switch (name) {
    case "type":
      return t(`type.${value}` as "type.ASSAULT");
    case "factuality":
      return t(`factuality.${value}` as "factuality.Uu");
    case "phase":
      return t(`phase.${value}` as "phase.past");
    case "reviewed":
      return t(`review-state.${value}` as "review-state.unreviewed");
    case "outlet":
      return value;
    default:
      return countryName(value, language);
  }
}
