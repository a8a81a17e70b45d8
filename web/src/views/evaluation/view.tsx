import { useQuery } from "@tanstack/react-query";
import type { CSSProperties } from "react";
import { type Evaluation, evaluationQuery, GROUPINGS, type Share } from "../../api/agreement.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { NotCollected } from "../../parts/states.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { first } from "../../search.ts";
import { comparableWords } from "../agreement/comparable-words.ts";
import { valueWords } from "../claims/value-words.ts";
import { isOrder } from "../review/queues.tsx";
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
  if (error || !data)
    return <Waiting title={t("view.evaluation")} error={error} retry={() => void refetch()} />;
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

function Outcomes({ outcomes }: Pick<Evaluation, "outcomes">) {
  const t = useWords();
  const language = useLanguage();
  const two = new Intl.NumberFormat(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("agreement.field")}</th>
            <th scope="col">{t("evaluation.group")}</th>
            <td />
            <th scope="col">{t("evaluation.accepted")}</th>
            <th scope="col">{t("evaluation.corrected")}</th>
            <th scope="col">{t("evaluation.rejected")}</th>
            <th scope="col">{t("evaluation.expected")}</th>
          </tr>
        </thead>
        <tbody>
          {outcomes.map(({ field, by, group, accepted, corrected, rejected, expected }) => (
            <tr key={`${field} ${group}`}>
              <th scope="row">{comparableWords(field, t)}</th>
              <td dir="auto">
                {by === "type" ? valueWords("type", group, language, t) : group || t("evaluation.by.all")}
              </td>
              <td>
                <span className="shares" aria-hidden="true">
                  <Part name="accepted" share={accepted} />
                  <Part name="corrected" share={corrected} />
                  <Part name="rejected" share={rejected} />
                </span>
              </td>
              <td>{shareWords(accepted, language, t)}</td>
              <td>{shareWords(corrected, language, t)}</td>
              <td>{shareWords(rejected, language, t)}</td>
              <td className="count">{expected === undefined ? "–" : two.format(expected)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Part({ name, share }: { readonly name: string; readonly share: Share }) {
  return <i className={name} style={{ "--width": share.count } as CSSProperties} />;
}

/** Never a share by itself: always of how many, with its interval. */
function shareWords(
  { count, of, interval }: Share,
  language: string,
  t: ReturnType<typeof useWords>,
): string {
  const words = t("agreement.of", { count, of });
  if (!interval) return words;
  const percent = new Intl.NumberFormat(language, { style: "percent" });
  return `${words} (${percent.formatRange(interval[0], interval[1])})`;
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
