import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { type StoryItem, storiesQuery } from "../../api/stories.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import { NotCollected } from "../../parts/states.tsx";
import { storyTitle } from "../../parts/story-title.ts";
import { useRowKeys } from "../../parts/use-row-keys.ts";
import { useSearchState } from "../../parts/use-search-state.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { first } from "../../search.ts";
import "./claims.css";

/** The days of its reports: those of its events may be known to the year only. */
function reportedIn({ oldest, newest }: StoryItem, language: string): string {
  if (oldest === undefined || newest === undefined) return "";
  const days = [...new Set([oldest, newest])];
  return days.map((day) => formatDay(day, language)).join(" – ");
}

/** Stories to open side by side. */
export function ClaimsListView() {
  const t = useWords();
  const language = useLanguage();
  const [search, change] = useSearchState();
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  const { data, error, refetch } = useQuery(storiesQuery({ after: first(search.after) }));
  if (!data) return <Waiting title={t("claims.title")} error={error} retry={() => void refetch()} />;
  if (data.items.length === 0)
    return (
      <>
        <h1>{t("claims.title")}</h1>
        <NotCollected title={t("claims.not-linked")}>
          <p>{t("claims.not-linked.cure")}</p>
        </NotCollected>
      </>
    );
  return (
    <>
      <h1>{t("claims.title")}</h1>
      <div className="wide">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("today.story")}</th>
              <th scope="col">{t("today.reports")}</th>
              <th scope="col">{t("today.events")}</th>
              <th scope="col">{t("timeline.reported")}</th>
              <th scope="col">{t("today.contested")}</th>
            </tr>
          </thead>
          <tbody ref={body}>
            {data.items.map((story) => (
              <tr key={story.id}>
                <th scope="row">
                  <Link to="/claims/$story" params={{ story: story.id }} data-row dir="auto">
                    {storyTitle(story)}
                  </Link>
                </th>
                <td>
                  {story.reports ?? story.summary?.origins.reduce((sum, { reports }) => sum + reports, 0)}
                </td>
                <td>{story.events}</td>
                <td>{reportedIn(story, language)}</td>
                <td>{story.summary?.contested.length ?? 0}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {data.next && (
        <p className="bar">
          <button type="button" className="pill" onClick={() => change({ after: data.next })}>
            {t("key.next")}
          </button>
        </p>
      )}
    </>
  );
}
