import { useWords } from "../catalogue/words.tsx";
import { isAsCoded } from "./filter.ts";
import { useSearchState } from "./use-search-state.ts";

/** Whether events are shown, filtered and counted as reviewers left them, or as the program coded them. */
export function ValuesSwitch() {
  const t = useWords();
  const [search, change] = useSearchState();
  const asCoded = isAsCoded(search);
  return (
    <fieldset className="choice" title={t("events.values.why")}>
      <legend>{t("events.values")}</legend>
      {(["reviewed", "coded"] as const).map((values) => (
        <button
          key={values}
          type="button"
          className="pill"
          aria-pressed={asCoded === (values === "coded")}
          onClick={() => change({ values: values === "coded" ? "coded" : undefined })}
        >
          {t(`events.values.${values}`)}
        </button>
      ))}
    </fieldset>
  );
}
