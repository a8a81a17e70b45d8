import { useQuery } from "@tanstack/react-query";
import { useRef } from "react";
import { type StoryItem, storiesQuery } from "../../api/stories.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import { Empty, NotCollected } from "../../parts/states.tsx";
import { useRowKeys } from "../../parts/use-row-keys.ts";
import { useSearchState } from "../../parts/use-search-state.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { first } from "../../search.ts";
import { lastVisit } from "./last-visit.ts";
import { StoryCard } from "./story-card.tsx";
import "../timeline/timeline.css";
import "./today.css";

const KINDS = ["all", "new", "contested", "corrected"] as const;
type Kind = (typeof KINDS)[number];

const IS_OF: Readonly<Record<Kind, (story: StoryItem) => boolean>> = {
  all: () => true,
  new: ({ summary }) => summary?.isNew === true,
  contested: ({ summary }) => (summary?.contested.length ?? 0) > 0,
  corrected: ({ summary }) => summary?.corrected === true,
};

/** What came in: stories with what all agree on, what is contested, what was corrected, and whose reports they are. */
export function TodayView() {
  const t = useWords();
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  useRowKeys(list);
  const [search, change] = useSearchState();
  const since = first(search.since) ?? lastVisit();
  const { data, error, refetch } = useQuery(storiesQuery(first(search.after), since));
  if (error || !data) return <Waiting title={t("view.today")} error={error} retry={() => void refetch()} />;
  if (data.items.length === 0)
    return (
      <>
        <h1>{t("view.today")}</h1>
        <NotCollected title={t("today.nothing")}>
          <p>{t("today.nothing.cure")}</p>
        </NotCollected>
      </>
    );
  const show = KINDS.find((kind) => kind === first(search.show)) ?? "all";
  const shown = data.items.filter(IS_OF[show]);
  const newest = data.items
    .map((story) => story.newest ?? story.summary?.newest ?? "")
    .sort()
    .at(-1);
  return (
    <>
      <h1>{t("view.today")}</h1>
      <p className="meta">
        {newest && t("today.newest", { when: formatDay(newest, language) })}
        {since && ` · ${t("today.visit", { when: formatDay(since, language) })}`}
        {` · ${t("today.machine")}`}
      </p>
      <div className="bar">
        {KINDS.map((kind) => (
          <button
            key={kind}
            type="button"
            className="pill"
            aria-pressed={kind === show}
            onClick={() => change({ show: kind === "all" ? undefined : kind }, "replace")}
          >
            {t(`today.${kind}`)} {data.items.filter(IS_OF[kind]).length.toLocaleString(language)}
          </button>
        ))}
        <span className="meta">{t("today.of-page", { count: data.items.length })}</span>
      </div>
      {shown.length === 0 && <Empty title={t("today.none-of-kind")} />}
      <div ref={list}>
        {shown.map((story) => (
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
