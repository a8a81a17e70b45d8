import { useWords } from "../../catalogue/words.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { first } from "../../search.ts";
import { OutletTable } from "./outlet-table.tsx";
import { SpeakerTable, UnnamedTable } from "./speaker-tables.tsx";

const LISTS = ["outlets", "originators", "speakers"] as const;

/** Who publishes, whose text it is, who is cited: an outlet is no speaker, and a copy no second origin. */
export function SourcesView() {
  const t = useWords();
  const [search, change] = useSearchState();
  const list = LISTS.find((one) => one === first(search.as)) ?? "outlets";
  return (
    <>
      <h1>{t("view.sources")}</h1>
      <p className="meta">{t("sources.about")}</p>
      <div className="bar no-print">
        {LISTS.map((one) => (
          <button
            key={one}
            type="button"
            className="pill"
            aria-pressed={one === list}
            onClick={() => change({ as: one === "outlets" ? undefined : one })}
          >
            {t(`sources.as.${one}`)}
          </button>
        ))}
      </div>
      {list === "outlets" && <OutletTable by="outlet" />}
      {list === "originators" && <OutletTable by="originator" />}
      {list === "speakers" && (
        <>
          <SpeakerTable />
          <UnnamedTable />
        </>
      )}
    </>
  );
}
