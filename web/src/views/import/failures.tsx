import { useQuery } from "@tanstack/react-query";
import { failuresQuery, retryFailures } from "../../api/imports.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatMoment } from "../../parts/dates.ts";
import { ProblemLines } from "../../parts/problem-lines.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import type { Start } from "./start.ts";

/** What could not be read, why, and what to do; each can be tried again, by itself or all together. */
export function Failures({ start }: { readonly start: Start }) {
  const t = useWords();
  const language = useLanguage();
  const failures = useQuery(failuresQuery);
  if (failures.isPending) return <Loading />;
  if (failures.isLoadingError) return <Failed error={failures.error} retry={() => void failures.refetch()} />;
  const open = failures.data.items;
  const retry = (ids: readonly number[]) => void start(() => retryFailures(ids));
  return (
    <section aria-label={t("import.failures")}>
      <h2>{t("import.failures")}</h2>
      {open.length === 0 ? (
        <p className="meta">{t("import.failures.none")}</p>
      ) : (
        <>
          <p>
            {t("import.failures.count", { count: open.length })}{" "}
            <button type="button" className="pill" onClick={() => retry(open.map(({ id }) => id))}>
              {t("import.retry-all")}
            </button>
          </p>
          <ul className="runs">
            {open.map(({ id, name, code, message, cure, attempts, at }) => (
              <li key={id} className="card">
                <p>
                  <b>
                    <bdi>{name}</bdi>
                  </b>{" "}
                  <span className="meta">
                    {formatMoment(at, language)} · {t("import.attempts", { count: attempts })}
                  </span>
                </p>
                <ProblemLines problem={{ code, detail: message, cure }} />
                <button type="button" className="pill" onClick={() => retry([id])}>
                  {t("state.retry")}
                  <span className="hidden"> {name}</span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
