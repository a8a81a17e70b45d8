import { useQuery } from "@tanstack/react-query";
import { useNavigate, useParams } from "@tanstack/react-router";
import type { RollUpRule } from "../../../../src/record/happening.ts";
import { claimsQuery, storyQuery } from "../../api/stories.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import { Empty } from "../../parts/states.tsx";
import { storyTitle } from "../../parts/story-title.ts";
import { useSearchState } from "../../parts/use-search-state.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { first } from "../../search.ts";
import { useKeys } from "../../shell/use-keys.ts";
import { Happenings } from "./happenings.tsx";
import { isRule, Rules } from "./rules.tsx";
import { ClaimsTable } from "./table.tsx";
import { rowLabel } from "./value-words.ts";
import "./claims.css";

/** One happening as everybody tells it: columns are speakers, rows are fields, cells are values with their words. */
export function ClaimsView() {
  const t = useWords();
  const language = useLanguage();
  const navigate = useNavigate();
  const { story = "" } = useParams({ strict: false });
  const [search] = useSearchState();
  const asked = first(search.rule);
  const rule: RollUpRule = isRule(asked) ? asked : "conservative";
  const source = first(search.source);
  const about = useQuery(storyQuery(story));
  const { data, error, refetch, isPlaceholderData } = useQuery(
    claimsQuery(story, rule, first(search.happening), rule === "source" ? source : undefined),
  );
  useKeys({
    exportThis: () => void navigate({ to: "/export", search: { happenings: data?.table?.id, rule } }),
  });

  if (!data) return <Waiting title={t("claims.title")} error={error} retry={() => void refetch()} />;
  const { table } = data;
  if (!table)
    return (
      <>
        <h1>{t("claims.title")}</h1>
        <Empty title={t("claims.empty")}>
          <p>{t("claims.empty.cure")}</p>
        </Empty>
      </>
    );
  const contested = table.rows.filter((row) => row.contested).map(({ field }) => rowLabel(field, t));
  return (
    <>
      <h1 dir="auto">
        {about.data ? storyTitle({ ...about.data, title: about.data.reports[0]?.title }) : t("claims.title")}
      </h1>
      <p className="meta">
        <b>{t("claims.origins", { count: table.origins })}</b> ·{" "}
        {t("claims.articles", { count: table.articles })}
        {table.copies > 0 && ` (${t("claims.copies", { count: table.copies })})`} ·{" "}
        {t("claims.speakers", { count: table.speakers })}
        {table.from && ` · ${formatDay(table.from, language)}`}
        {table.to && table.to !== table.from && ` – ${formatDay(table.to, language)}`} ·{" "}
        <b className={contested.length > 0 ? "contested" : undefined}>
          {contested.length > 0
            ? t("claims.contested", { fields: contested.join(", ") })
            : t("claims.agreed")}
        </b>
      </p>
      <Happenings happenings={data.happenings} current={table.id} />
      <Rules rule={rule} table={table} />
      <ClaimsTable table={table} reports={data.reports} isStale={isPlaceholderData} />
      <p className="foot">
        {t("claims.foot")}{" "}
        <span className="no-print">
          <kbd>←</kbd> <kbd>→</kbd> <kbd>↑</kbd> <kbd>↓</kbd> {t("claims.keys")} · <kbd>Space</kbd>{" "}
          {t("claims.sentence")} · <kbd>e</kbd> {t("claims.export")}
        </span>
      </p>
    </>
  );
}
