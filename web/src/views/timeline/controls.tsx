import { useWords } from "../../catalogue/words.tsx";
import { ExportLink } from "../../parts/export-link.tsx";
import { filterIn } from "../../parts/filter.ts";
import { useSearchState } from "../../parts/use-search-state.ts";
import { first } from "../../search.ts";
import { BUCKETS, type Bucket } from "./buckets.ts";

/** How long a bar is, from when to when, and whether it is drawn or listed. */
export function TimelineControls({
  bucket,
  asTable,
}: {
  readonly bucket: Bucket;
  readonly asTable: boolean;
}) {
  const t = useWords();
  const [search, change] = useSearchState();
  const dated = first(search.from) !== undefined || first(search.to) !== undefined;
  return (
    <div className="bar">
      <fieldset className="choice">
        <legend>{t("timeline.bucket")}</legend>
        {BUCKETS.map((one) => (
          <button
            key={one}
            type="button"
            className="pill"
            aria-pressed={one === bucket}
            onClick={() => change({ bucket: one }, "replace")}
          >
            {t(`timeline.bucket.${one}`)}
          </button>
        ))}
      </fieldset>
      {(["from", "to"] as const).map((key) => (
        <label key={key}>
          {t(`timeline.${key}`)}{" "}
          <input
            type="date"
            value={first(search[key]) ?? ""}
            onChange={({ target }) => change({ [key]: target.value || undefined }, "replace")}
          />
        </label>
      ))}
      {dated && (
        <button type="button" className="pill" onClick={() => change({ from: undefined, to: undefined })}>
          {t("timeline.whole")}
        </button>
      )}
      <ExportLink filter={filterIn(search)} />
      <button
        type="button"
        className="pill push-end"
        onClick={() => change({ as: asTable ? undefined : "table" })}
      >
        {asTable ? t("timeline.drawing") : t("timeline.table")}
      </button>
    </div>
  );
}
