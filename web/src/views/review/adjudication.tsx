import type { Coding } from "../../api/reviews.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { correctionWords } from "./correction-words.ts";
import type { Queue } from "./use-queue.tsx";

interface AdjudicationProps {
  readonly id: string;
  readonly codings: readonly Coding[];
  readonly queue: Queue;
}

/** Both codings beside each other, one button to take either; or neither, and correct it. */
export function Adjudication({ id, codings, queue }: AdjudicationProps) {
  const t = useWords();
  const language = useLanguage();
  return (
    <section className="card">
      <h2>{t("review.both")}</h2>
      {codings.map(({ reviewer, state, changes }) => (
        <div key={reviewer} className="coding">
          <b dir="auto">{reviewer}</b> <span className="meta">{t(`review-state.${state}`)}</span>
          <ul>
            {changes.map(({ field, now, reason }) => (
              <li key={field}>
                {t(`field.${field}` as "field.type")}:{" "}
                <span dir="auto">{correctionWords(field, now, language, t)}</span>
                {reason && <span className="meta"> · {t(`reason.${reason}` as "reason.metaphor")}</span>}
              </li>
            ))}
          </ul>
          <button type="button" className="pill" onClick={() => queue.settle(id, reviewer)}>
            {t("review.take", { who: reviewer })}
          </button>
        </div>
      ))}
      <p className="foot">{t("review.neither")}</p>
    </section>
  );
}
