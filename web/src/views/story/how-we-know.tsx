import { Link } from "@tanstack/react-router";
import type { StoryAnswer } from "../../api/stories.ts";
import { useWords } from "../../catalogue/words.tsx";
import { useCount } from "../events/use-events.ts";

/** On what the page rests and what it cannot say; no story is without it. */
export function HowWeKnow({ story: { id, reports, events, summary } }: { readonly story: StoryAnswer }) {
  const t = useWords();
  const unreviewed = useCount({ stories: id, reviewed: "unreviewed" });
  const copies = reports.filter(({ copyOf }) => copyOf !== undefined).length;
  return (
    <section className="how-we-know" aria-label={t("story.how")}>
      <h2>{t("story.how")}</h2>
      <ul>
        <li>
          {t("claims.origins", { count: summary.origins.length })} ·{" "}
          {t("reports.count", { count: reports.length })}
          {copies > 0 && ` (${t("claims.copies", { count: copies })})`}. {t("story.how.copies")}
        </li>
        {unreviewed.data && (
          <li>
            {t("story.how.reviewed", { count: unreviewed.data.events, all: events })}{" "}
            <Link to="/events" search={{ stories: id, reviewed: "unreviewed" }}>
              {t("today.all-events")}
            </Link>
          </li>
        )}
        <li>{t("story.how.read")}</li>
        <li>{t("story.how.collected")}</li>
      </ul>
    </section>
  );
}
