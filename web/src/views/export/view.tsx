import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { addressOf, get } from "../../api/client.ts";
import { useWords } from "../../catalogue/words.tsx";
import { scopeIn } from "../../parts/filter.ts";
import { FilterChips } from "../../parts/filter-chips.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { ValuesSwitch } from "../../parts/values-switch.tsx";
import { first } from "../../search.ts";
import { useCount } from "../events/use-events.ts";
import { Choices } from "./choices.tsx";
import { type ExportPreview, Preview } from "./preview.tsx";
import "./export.css";

/** What a file will hold, said before it is written: rows, filter, snapshot, rule, profile and what is held back. */
export function ExportView() {
  const t = useWords();
  const [search] = useSearchState();
  const parameters = useMemo(
    () => ({
      ...scopeIn(search),
      format: first(search.format) ?? "csv",
      profile: first(search.profile) ?? "public",
      rule: first(search.rule),
    }),
    [search],
  );
  const filter = useMemo(() => scopeIn(search), [search]);
  const matching = useCount(filter);
  const all = useCount({});
  const preview = useQuery({
    queryKey: ["exports", "preview", parameters],
    queryFn: ({ signal }) => get<ExportPreview>("exports/preview", { parameters, signal }),
  });
  return (
    <div className="export">
      <h1>{t("view.export")}</h1>
      <p className="meta">
        {matching.data &&
          all.data &&
          t("events.count", { count: matching.data.events, all: all.data.events })}
      </p>
      <div className="bar no-print">
        <ValuesSwitch />
      </div>
      <FilterChips />
      <Choices />
      {preview.isPending && <Loading />}
      {preview.isLoadingError && <Failed error={preview.error} retry={() => void preview.refetch()} />}
      {preview.data && (
        <>
          <Preview preview={preview.data} />
          <p className="bar no-print">
            <a className="pill on" href={addressOf("exports", parameters)} download>
              {t("export.write", { count: preview.data.records })}
            </a>
            <a className="pill" href={addressOf("exports", { ...parameters, package: "true" })} download>
              {t("export.package")}
            </a>
          </p>
        </>
      )}
    </div>
  );
}
