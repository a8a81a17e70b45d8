import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type OverruledEvent, overruledQuery } from "../../api/agreement.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatMoment } from "../../parts/dates.ts";
import { Failed, Loading } from "../../parts/states.tsx";
import { correctionWords } from "../review/correction-words.ts";
import { reasonWords } from "../review/reasons.ts";
import { useReviewer } from "../review/reviewer.ts";

/** What others made of whoever sits here: a coder learns from what was settled otherwise. */
export function OverruledSection() {
  const t = useWords();
  const { reviewer } = useReviewer();
  const { data, error, refetch } = useQuery(overruledQuery(reviewer));
  if (!data) return error ? <Failed error={error} retry={() => void refetch()} /> : <Loading />;
  const { items, judged } = data;
  if (judged === 0) return null;
  return (
    <section aria-label={t("overruled.title")}>
      <h2>{t("overruled.title")}</h2>
      <p className="meta">
        <bdi>{data.reviewer}</bdi> · {t("overruled.count", { count: items.length, all: judged })}
      </p>
      <ul className="overruled">
        {items.map((item) => (
          <OverruledLine key={item.event} item={item} />
        ))}
      </ul>
    </section>
  );
}

function OverruledLine({ item }: { readonly item: OverruledEvent }) {
  const t = useWords();
  const language = useLanguage();
  const { event, report, words, yours, now, fields, by, at, reason } = item;
  return (
    <li className="card">
      <Link to="/reports/$key" params={{ key: report.key }} search={{ event }}>
        <bdi>{report.title ?? t("reader.untitled")}</bdi>
      </Link>{" "}
      <q dir="auto">“{words}”</q>
      <ul>
        {fields.length === 0 && (
          <li>
            {t("overruled.states", { yours: t(`review-state.${yours}`), now: t(`review-state.${now}`) })}
          </li>
        )}
        {fields.map(({ field, ...values }) => (
          <li key={field}>
            {t("claims.from-to", {
              field: t(`field.${field}` as "field.type"),
              from: correctionWords(field, values.yours, language, t),
              to: correctionWords(field, values.now, language, t),
            })}
          </li>
        ))}
      </ul>
      <p className="meta">
        <bdi>{by.join(", ")}</bdi> · {formatMoment(at, language)}
        {reason && (
          <>
            {" · "}
            <bdi>{reasonWords(reason, t)}</bdi>
          </>
        )}
      </p>
    </li>
  );
}
