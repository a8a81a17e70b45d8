import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type ReactNode, useState } from "react";
import type { Anchor } from "../../../../src/record/side-by-side.ts";
import type { StorySummary } from "../../../../src/record/story-summary.ts";
import { type StoryItem, storyQuery } from "../../api/stories.ts";
import { useWords } from "../../catalogue/words.tsx";
import { Anchors } from "../../parts/anchors.tsx";
import { Failed, Loading } from "../../parts/states.tsx";
import { storyTitle } from "../../parts/story-title.ts";
import { Dialog } from "../../shell/dialog.tsx";
import { Origins } from "./origins.tsx";
import { SmallTimeline } from "./small-timeline.tsx";
import { Contested, Corrections, Lead } from "./story-points.tsx";

/** One story. A list that comes without summaries has each fetched by itself. */
export function StoryCard({ story }: { readonly story: StoryItem }) {
  const { data, error, refetch } = useQuery({
    ...storyQuery(story.id),
    enabled: story.summary === undefined,
  });
  const summary = story.summary ?? data?.summary;
  if (error && !data) return <Failed error={error} retry={() => void refetch()} />;
  if (!summary) return <Loading />;
  return <Card id={story.id} title={storyTitle({ ...story, summary })} summary={summary} />;
}

interface CardProps {
  readonly id: string;
  readonly title: string;
  readonly summary: StorySummary;
}

function Card({ id, title, summary }: CardProps) {
  return (
    <StoryBody id={id} summary={summary}>
      <h2>
        <Link to="/stories/$id" params={{ id }} data-row dir="auto">
          {title}
        </Link>{" "}
        <Flags summary={summary} />
      </h2>
    </StoryBody>
  );
}

interface StoryBodyProps {
  readonly id: string;
  readonly summary: StorySummary;
  /** Its heading, where the page has another one. */
  readonly children?: ReactNode;
}

/** What all agree on, each clause with its words; what is contested and corrected; beside it the course and the origins. */
export function StoryBody({ id, summary, children }: StoryBodyProps) {
  const t = useWords();
  const [shown, show] = useState<{ readonly title: string; readonly quotes: readonly Anchor[] }>();
  return (
    <article className="story">
      <div>
        {children}
        <Lead summary={summary} onShow={show} />
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

export function Flags({ summary }: { readonly summary: StorySummary }) {
  const t = useWords();
  return (
    <>
      {summary.isNew && <span className="flag new">{t("today.new")}</span>}{" "}
      {summary.contested.length > 0 && <span className="flag contested">{t("today.contested")}</span>}{" "}
      {summary.corrected && <span className="flag corrected">{t("today.corrected")}</span>}
    </>
  );
}
