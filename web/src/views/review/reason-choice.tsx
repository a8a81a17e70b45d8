import { useEffect } from "react";
import { useWords } from "../../catalogue/words.tsx";
import type { FormProps } from "./dialogs.tsx";
import { keyOfReason, REASONS, type Reason, reasonOfKey } from "./reasons.ts";

/** The closed list: one key rejects and goes on. */
export function ReasonChoice({ item, queue, close }: FormProps) {
  const t = useWords();
  const reject = (reason: Reason) => {
    close();
    const said = t("review.done.reject", { reason: t(`reason.${reason}`) });
    queue.decide({ event: item.id, verdict: "reject", reason }, said, true);
  };
  useEffect(() => {
    const answer = (event: KeyboardEvent) => {
      const reason = reasonOfKey(event.key.toLowerCase());
      if (reason === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
      event.preventDefault();
      reject(reason);
    };
    document.addEventListener("keydown", answer);
    return () => document.removeEventListener("keydown", answer);
  });
  return (
    <>
      <h2>{t("review.reason.title")}</h2>
      <ol className="choices">
        {REASONS.map((reason, index) => (
          <li key={reason}>
            <button type="button" onClick={() => reject(reason)}>
              <kbd>{keyOfReason(index)}</kbd> {t(`reason.${reason}`)}
            </button>
          </li>
        ))}
      </ol>
    </>
  );
}
