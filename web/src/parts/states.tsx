import type { ReactNode } from "react";
import { problemOf } from "../api/problem.ts";
import { useWords } from "../catalogue/words.tsx";
import { ProblemLines } from "./problem-lines.tsx";

/** Nothing there, nothing yet, and nothing because it failed are three things; each says what to do next. */
export function Empty({ children, title }: { readonly children?: ReactNode; readonly title?: string }) {
  const t = useWords();
  return (
    <div className="state empty">
      <p className="state-title">{title ?? t("state.empty")}</p>
      {children}
    </div>
  );
}

export function NotCollected({
  children,
  title,
}: {
  readonly children?: ReactNode;
  readonly title?: string;
}) {
  const t = useWords();
  return (
    <div className="state not-collected">
      <p className="state-title">{title ?? t("state.not-collected")}</p>
      {children}
    </div>
  );
}

/** What the server refused it would refuse again; what failed in it, or was too much, may go well the next time. */
const mayGoWell = (status: number | undefined): boolean =>
  status === undefined || status === 429 || status >= 500;

export function Failed({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const t = useWords();
  const problem = problemOf(error);
  return (
    <div className="state failed" role="alert">
      {problem ? (
        <ProblemLines problem={problem} otherwise={t("state.failed")} />
      ) : (
        <>
          <p className="state-title">{t("state.failed")}</p>
          <p>{t("state.failed.offline")}</p>
        </>
      )}
      {retry && mayGoWell(problem?.status) && (
        <button type="button" className="pill" onClick={retry}>
          {t("state.retry")}
        </button>
      )}
    </div>
  );
}

export function Loading() {
  const t = useWords();
  return (
    <p className="state meta" role="status">
      {t("state.loading")}
    </p>
  );
}
