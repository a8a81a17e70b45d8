import { useQuery } from "@tanstack/react-query";
import { type Evaluation, evaluationQuery, GROUPINGS } from "../../api/agreement.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { NotCollected } from "../../parts/states.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { first } from "../../search.ts";
import { isOrder } from "../review/queues.tsx";
import { Outcomes } from "./outcomes.tsx";
import { shareWords } from "./share-words.ts";
import "../agreement/agreement.css";

const QUEUES = ["random", "uncertain", "impact", "second"] as const;

/** What people made of what was coded: how often it was left, corrected, rejected, and of how many. */
export function EvaluationView() {
  const t = useWords();
  const [search, change] = useSearchState();
  const asked = first(search.queue);
  const queue = isOrder(asked) ? asked : undefined;
  const by = GROUPINGS.find((one) => one === first(search.by)) ?? "all";
  const { data, error, refetch } = useQuery(evaluationQuery(queue));
  if (!data) return <Waiting title={t("view.evaluation")} error={error} retry={() => void refetch()} />;
  return (
    <>
      <h1>{t("view.evaluation")}</h1>
      <div className="bar">
        <label>
          {t("evaluation.from")}{" "}
          <select value={queue ?? ""} onChange={({ target }) => change({ queue: target.value || undefined })}>
            <option value="">{t("evaluation.every-queue")}</option>
            {QUEUES.map((one) => (
              <option key={one} value={one}>
                {t(`review.order.${one}`)}
              </option>
            ))}
          </select>
        </label>
        <fieldset className="choice">
          <legend>{t("evaluation.by")}</legend>
          {GROUPINGS.map((one) => (
            <button
              key={one}
              type="button"
              className="pill"
              aria-pressed={one === by}
              onClick={() => change({ by: one === "all" ? undefined : one }, "replace")}
            >
              {t(`evaluation.by.${one}`)}
            </button>
          ))}
        </fieldset>
      </div>
      <p className="meta">
        <b>{t("evaluation.events", { count: data.events })}</b> ·{" "}
        {queue === "random" ? t("evaluation.sample") : t("evaluation.no-sample")}
      </p>
      {data.events === 0 ? (
        <NotCollected title={t("evaluation.none")}>
          <p>{t("evaluation.none.cure")}</p>
        </NotCollected>
      ) : (
        <>
          <Outcomes outcomes={data.outcomes.filter((one) => one.by === by)} />
          <Rejections rejections={data.rejections} />
        </>
      )}
      <p className="foot">
        {t("evaluation.foot")} <a href="/api/v1/reviews/export">{t("evaluation.export")}</a>
      </p>
    </>
  );
}

function Rejections({ rejections }: Pick<Evaluation, "rejections">) {
  const t = useWords();
  const language = useLanguage();
  if (rejections.length === 0) return null;
  return (
    <section>
      <h2>{t("evaluation.reasons")}</h2>
      <ul>
        {rejections.map(({ reason, share }) => (
          <li key={reason}>
            {t(`reason.${reason}` as "reason.metaphor")} · {shareWords(share, language, t)}
          </li>
        ))}
      </ul>
    </section>
  );
}
