import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import type { Anchor } from "../../../../src/record/side-by-side.ts";
import type { StorySummary } from "../../../../src/record/story-summary.ts";
import { type StoryItem, storyQuery } from "../../api/stories.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { Anchors } from "../../parts/anchors.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { Dialog } from "../../shell/dialog.tsx";
import { clauseWords, rowLabel } from "../claims/value-words.ts";
import { Origins } from "./origins.tsx";
import { SmallTimeline } from "./small-timeline.tsx";
import { Contested, Corrections } from "./story-points.tsx";

/** One story. A list that comes without summaries has each fetched by itself. */
export function StoryCard({ story }: { readonly story: StoryItem }) {
  const { data, error, refetch } = useQuery({
    ...storyQuery(story.id),
    enabled: story.summary === undefined,
  });
  const summary = story.summary ?? data?.summary;
  if (error) return <Failed error={error} retry={() => void refetch()} />;
  if (!summary) return <Loading />;
  return <Card id={story.id} title={summary.title ?? story.title} summary={summary} />;
}

interface CardProps {
  readonly id: string;
  readonly title: string | undefined;
  readonly summary: StorySummary;
}

function Card({ id, title, summary }: CardProps) {
  const t = useWords();
  const [shown, show] = useState<{ readonly title: string; readonly quotes: readonly Anchor[] }>();
  const language = useLanguage();
  return (
    <article className="story">
      <div>
        <h2>
          <Link to="/claims/$story" params={{ story: id }} data-row dir="auto">
            {title ?? id}
          </Link>{" "}
          <Flags summary={summary} />
        </h2>
        <p className="lead" dir="auto">
          {summary.lead.length === 0 && (
            <i className="unknown">
              {summary.timeline.length === 0 ? t("claims.empty.cure") : t("today.lead.none")}
            </i>
          )}
          {summary.lead.map((clause, index) => (
            <span key={clause.field}>
              {index > 0 && " · "}
              <button
                type="button"
                className="clause"
                onClick={() => show({ title: rowLabel(clause.field, t), quotes: clause.quotes })}
              >
                {clauseWords(clause.field, clause.words, language, t)}
                <sup>{index + 1}</sup>
              </button>
            </span>
          ))}
        </p>
        <Contested id={id} summary={summary} onShow={show} />
        <Corrections summary={summary} onShow={show} />
      </div>
      <div className="story-side">
        <SmallTimeline summary={summary} />
        <Origins summary={summary} />
        <p className="story-links">
          <Link to="/claims/$story" params={{ story: id }}>
            {t("today.side-by-side")}
          </Link>
          <Link to="/timeline" search={{ stories: id }}>
            {t("today.on-timeline")}
          </Link>
          <Link to="/events" search={{ stories: id }}>
            {t("today.all-events")}
          </Link>
        </p>
      </div>
      {shown && (
        <Dialog title={shown.title} onClose={() => show(undefined)}>
          <Anchors quotes={shown.quotes} />
        </Dialog>
      )}
    </article>
  );
}

function Flags({ summary }: { readonly summary: StorySummary }) {
  const t = useWords();
  return (
    <>
      {summary.isNew && <span className="flag new">{t("today.new")}</span>}{" "}
      {summary.contested.length > 0 && <span className="flag contested">{t("today.contested")}</span>}{" "}
      {summary.corrected && <span className="flag corrected">{t("today.corrected")}</span>}
    </>
  );
}
