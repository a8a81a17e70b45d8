import type { Coding } from "../../api/reviews.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { NotAllowed, useMay } from "../../parts/may.tsx";
import { Key } from "../../shell/key.tsx";
import { useKeys } from "../../shell/use-keys.ts";
import { correctionWords } from "./correction-words.ts";
import { reasonWords } from "./reasons.ts";
import type { Queue } from "./use-queue.tsx";

interface AdjudicationProps {
  readonly id: string;
  readonly codings: readonly Coding[];
  readonly queue: Queue;
}

const KEYS_OF = ["takeFirst", "takeSecond"] as const;

/** All codings beside each other, one key to take either of the first two; or none, and correct it. */
export function Adjudication({ id, codings, queue }: AdjudicationProps) {
  const t = useWords();
  const language = useLanguage();
  const may = useMay("adjudicate");
  const take = (at: number) => () => {
    const coding = codings[at];
    if (coding) queue.settle(id, coding.reviewer);
  };
  useKeys(may ? { takeFirst: take(0), takeSecond: take(1) } : {});
  return (
    <section className="card">
      <h2>{t("review.both")}</h2>
      {codings.map(({ reviewer, state, changes }, at) => (
        <div key={reviewer} className="coding">
          <b dir="auto">{reviewer}</b> <span className="meta">{t(`review-state.${state}`)}</span>
          <ul>
            {changes.map(({ field, now, reason }) => (
              <li key={field}>
                {t(`field.${field}` as "field.type")}:{" "}
                <span dir="auto">{correctionWords(field, now, language, t)}</span>
                {reason && <span className="meta"> · {reasonWords(reason, t)}</span>}
              </li>
            ))}
          </ul>
          {may && (
            <button type="button" className="pill" onClick={take(at)}>
              {KEYS_OF[at] && <Key action={KEYS_OF[at]} />} {t("review.take", { who: reviewer })}
            </button>
          )}
        </div>
      ))}
      {may ? <p className="foot">{t("review.neither")}</p> : <NotAllowed right="adjudicate" />}
    </section>
  );
}
