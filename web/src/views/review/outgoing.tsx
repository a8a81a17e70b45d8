import type { Words } from "../../catalogue/speak.ts";
import { useWords } from "../../catalogue/words.tsx";
import { ProblemLines } from "../../parts/problem-lines.tsx";
import { openOffice } from "./office.ts";
import type { Decision, Outbox } from "./outbox.ts";

/** What has not reached the server, and what it would not take. Nothing while all is well. */
export function Outgoing({ outbox }: { readonly outbox: Outbox }) {
  const t = useWords();
  // One that is just on its way is no news.
  const stuck = outbox.sending === undefined ? outbox.waiting.length : outbox.waiting.length - 1;
  return (
    <div aria-live="polite">
      {stuck > 0 && (
        <p className="notice">
          {t("review.waiting", { count: stuck })}{" "}
          <button type="button" className="pill" onClick={openOffice().tryNow}>
            {t("state.retry")}
          </button>
        </p>
      )}
      {outbox.refused.length > 0 && (
        <div className="notice refused" role="alert">
          <p>{t("review.refused")}</p>
          <ul>
            {outbox.refused.map(({ decision, why, code }) => (
              <li key={decision.key}>
                {wordsOf(decision, t)}
                <ProblemLines problem={{ detail: why, ...(code === undefined ? {} : { code }) }} />
              </li>
            ))}
          </ul>
          <button type="button" className="pill" onClick={openOffice().forgetRefused}>
            {t("review.dismiss")}
          </button>
        </div>
      )}
    </div>
  );
}

function wordsOf(decision: Decision, t: Words): string {
  switch (decision.kind) {
    case "review":
      return t(`review.verdict.${decision.review.verdict}`);
    case "settle":
      return t("review.order.disagreement");
    case "undo":
      return t("review.undo");
  }
}
