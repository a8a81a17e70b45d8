import { useInfiniteQuery } from "@tanstack/react-query";
import { againImport, type ImportProgress, importsQuery, isOver, stopImport } from "../../api/imports.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { MoreButton } from "../../parts/more-button.tsx";
import { ProblemLines } from "../../parts/problem-lines.tsx";
import { Failed, Loading, NotCollected } from "../../parts/states.tsx";
import type { Start } from "./start.ts";
import { useProgress } from "./use-progress.ts";

/** What was taken in, the newest first. */
export function Runs({ start }: { readonly start: Start }) {
  const t = useWords();
  const runs = useInfiniteQuery(importsQuery);
  if (runs.isPending) return <Loading />;
  if (runs.isLoadingError) return <Failed error={runs.error} retry={() => void runs.refetch()} />;
  const newest = runs.data.pages.flatMap(({ items }) => items);
  return (
    <section aria-label={t("import.runs")}>
      <h2>{t("import.runs")}</h2>
      {newest.length === 0 && <NotCollected title={t("import.runs.none")} />}
      <ul className="runs">
        {newest.map((run) => (
          <RunLine key={run.run} known={run} start={start} />
        ))}
      </ul>
      <MoreButton pages={runs} words={t("import.runs.more")} />
    </section>
  );
}

const secondsIn = (language: string): Intl.NumberFormat =>
  new Intl.NumberFormat(language, { style: "unit", unit: "second", unitDisplay: "short" });

/** What failed stays until it is tried again or given up. */
const STOPPABLE: ReadonlySet<ImportProgress["phase"]> = new Set(["waiting", "reading", "failed"]);

/** One import: what it reads, how far it is, and what became of it. How much is left nobody knows before it is read. */
function RunLine({ known, start }: { readonly known: ImportProgress; readonly start: Start }) {
  const t = useWords();
  const language = useLanguage();
  const run = useProgress(known);
  const { coded, failed, events, already } = run.counts;
  const seconds = run.elapsed === undefined ? undefined : Math.round(run.elapsed / 1000);
  return (
    <li className="card">
      <p>
        <b>
          <bdi>{run.inputs.join(", ")}</bdi>
        </b>{" "}
        <span className="meta">{t("import.run", { number: run.run })}</span>
      </p>
      {!isOver(run) && <progress aria-label={t("import.progress")} />}
      <p className="meta" role="status">
        {t(`import.phase.${run.phase}`)} · {t("import.counts", { done: coded + already, failed, events })}
        {already > 0 && ` · ${t("import.already", { count: already })}`}
        {seconds !== undefined && ` · ${secondsIn(language).format(seconds)}`}
      </p>
      {run.error && <RunFailed run={run.run} error={run.error} start={start} />}
      {STOPPABLE.has(run.phase) && (
        <button type="button" className="pill" onClick={() => void start(() => stopImport(run.run))}>
          {t("import.stop")}
          <span className="hidden"> {t("import.run", { number: run.run })}</span>
        </button>
      )}
    </li>
  );
}

/** The whole of an import failed: why, and the way to go on from there. */
function RunFailed(props: {
  readonly run: number;
  readonly error: NonNullable<ImportProgress["error"]>;
  readonly start: Start;
}) {
  const { run, error, start } = props;
  const t = useWords();
  return (
    <div role="alert">
      <ProblemLines problem={{ ...error, detail: error.message }} />
      <button type="button" className="pill" onClick={() => void start(() => againImport(run))}>
        {t("import.again")}
        <span className="hidden"> {t("import.run", { number: run })}</span>
      </button>
    </div>
  );
}
