import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay, formatMoment } from "../../parts/dates.ts";
import { Empty, NotCollected } from "../../parts/states.tsx";
import { useRowKeys } from "../../parts/use-row-keys.ts";
import { useSearchState } from "../../parts/use-search-state.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { askedIn, todayQuery } from "./asked.ts";
import { StoryCard } from "./story-card.tsx";
import "../timeline/timeline.css";
import "./today.css";

/** What came in: stories with what all agree on, what is contested, what was corrected, and whose reports they are. */
export function TodayView() {
  const t = useWords();
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const [search, change] = useSearchState();
  const asked = askedIn(search);
  const { since, came, kinds, show, after } = asked;
  const { data, error, refetch } = useQuery(todayQuery(asked));
  if (!data) return <Waiting title={t("view.today")} error={error} retry={() => void refetch()} />;
  if (data.items.length === 0 && show === "all" && after === undefined)
    return (
      <>
        <h1>{t("view.today")}</h1>
        <NotCollected title={t("today.nothing")}>
          <p>{t("today.nothing.cure")}</p>
        </NotCollected>
      </>
    );
  const { published, taken } = data.asOf;
  return (
    <>
      <h1>{t("view.today")}</h1>
      <p className="meta">
        {published && t("today.newest", { when: formatDay(published, language) })}
        {taken && ` · ${t("today.taken", { when: formatMoment(taken, language) })}`}
        {since && ` · ${t("today.since", { when: formatDay(since, language) })}`}
        {came && ` · ${t("today.visit", { when: formatMoment(came, language) })}`}
        {` · ${t("today.machine")}`}
      </p>
      <div className="bar">
        {kinds.map((kind) => (
          <button
            key={kind}
            type="button"
            className="pill"
            aria-pressed={kind === show}
            onClick={() => change({ show: kind === "all" ? undefined : kind, after: undefined }, "replace")}
          >
            {t(`today.${kind}`)}
          </button>
        ))}
        {data.items.length > 0 && (
          <span className="meta">{t("today.of-page", { count: data.items.length })}</span>
        )}
      </div>
      {data.items.length === 0 && (
        <Empty title={t(data.next === undefined ? "today.none-of-kind" : "today.none-so-far")} />
      )}
      <div ref={list}>
        {data.items.map((story) => (
          <StoryCard key={story.id} story={story} />
        ))}
      </div>
      {data.next && (
        <p className="bar">
          <button type="button" className="pill" onClick={() => change({ after: data.next })}>
            {t("today.older")}
          </button>
        </p>
      )}
    </>
  );
}
