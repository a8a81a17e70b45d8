import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { ReportHeader, Review } from "../../../../src/store/types.ts";
import { decisionsQuery } from "../../api/story-decisions.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatMoment } from "../../parts/dates.ts";

interface DecisionsProps {
  readonly story: string;
  readonly reports: readonly ReportHeader[];
}

/** What people said of what belongs to the story: who, when and why; also what was taken back. */
export function Decisions({ story, reports }: DecisionsProps) {
  const t = useWords();
  const language = useLanguage();
  const { data } = useQuery(decisionsQuery(story));
  const all = data?.reviews ?? [];
  const undone = new Set(all.map(({ undoes }) => undoes));
  const said = all.filter(({ undoes }) => undoes === undefined);
  if (said.length === 0) return <p className="foot">{t("story.by-program")}</p>;
  const titleOf = (key: string) => reports.find((one) => one.key === key)?.title ?? t("reader.untitled");
  return (
    <section>
      <h2>{t("story.decisions")}</h2>
      <ul className="decisions">
        {said.map((review) => (
          <li key={review.id} className={undone.has(review.id) ? "undone" : undefined}>
            <Link to="/reports/$key" params={{ key: review.event }} dir="auto">
              {titleOf(review.event)}
            </Link>{" "}
            {t(isHere(review, story) ? "story.came" : "story.left")} <q dir="auto">{review.reason}</q>
            <span className="meta">
              {" · "}
              <bdi>{review.reviewer}</bdi> · {formatMoment(review.at, language)}
              {undone.has(review.id) && ` · ${t("story.taken-back")}`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Its value names the story that the report came from and the one that it went to. */
function isHere({ value }: Review, story: string): boolean {
  return (value as { readonly to?: string } | undefined)?.to === story;
}
