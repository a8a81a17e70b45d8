import { useQuery } from "@tanstack/react-query";
import type { Run } from "../../../../src/store/types.ts";
import { importsQuery } from "../../api/imports.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatMoment } from "../../parts/dates.ts";
import { Failed, Loading, NotCollected } from "../../parts/states.tsx";
import { useProgress } from "./use-progress.ts";

const SHOWN = 20;

/** What was taken in, the newest first. */
export function Runs() {
  const t = useWords();
  const runs = useQuery(importsQuery);
  if (runs.isPending) return <Loading />;
  if (runs.isError) return <Failed error={runs.error} retry={() => void runs.refetch()} />;
  const newest = [...runs.data.items].sort((a, b) => b.id - a.id).slice(0, SHOWN);
  return (
    <section aria-label={t("import.runs")}>
      <h2>{t("import.runs")}</h2>
      {newest.length === 0 && <NotCollected title={t("import.runs.none")} />}
      <ul className="runs">
        {newest.map((run) => (
          <RunLine key={run.id} run={run} />
        ))}
      </ul>
    </section>
  );
}

function RunLine({ run }: { readonly run: Run }) {
  const t = useWords();
  const language = useLanguage();
  const progress = useProgress(run);
  const counts = progress?.counts ?? run.counts;
  const finished = progress?.finished ?? run.finished;
  const { done = counts.coded ?? 0, failed = 0 } = counts;
  const { total = 0 } = counts;
  return (
    <li className="card">
      <p>
        <b>{run.inputs.length > 0 ? <bdi>{run.inputs.join(", ")}</bdi> : run.command}</b>{" "}
        <span className="meta">{formatMoment(run.started, language)}</span>
      </p>
      {finished === undefined && (
        <progress
          aria-label={t("import.progress")}
          {...(total > 0 ? { value: done + failed, max: total } : {})}
        />
      )}
      <p className="meta" role="status">
        {finished === undefined ? t("import.running") : t("import.finished")} ·{" "}
        {t("import.counts", { done, failed, events: counts.events ?? 0 })}
        {(counts.already ?? 0) > 0 && ` · ${t("import.already", { count: counts.already ?? 0 })}`}
      </p>
    </li>
  );
}
