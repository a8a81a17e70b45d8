import { useWords } from "../catalogue/words.tsx";
import { toggle } from "../search.ts";
import { filterValues } from "./filter.ts";
import { useSearchState } from "./use-search-state.ts";

/** What narrows the events of a view, each value with a button that takes it away. Nothing if nothing does. */
export function FilterChips() {
  const t = useWords();
  const [search, change] = useSearchState();
  const values = filterValues(search);
  if (values.length === 0) return null;
  return (
    <ul className="chips" aria-label={t("filter.label")}>
      {values.map(({ key, value }) => (
        <li key={`${key} ${value}`}>
          <button
            type="button"
            className="chip"
            title={t("filter.remove")}
            onClick={() => change({ [key]: toggle(search, key, value)[key] })}
          >
            <span className="meta">{t(`filter.${key}`)}</span> <bdi>{value}</bdi>
            <span aria-hidden="true"> ×</span>
            <span className="hidden">{t("filter.remove")}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
