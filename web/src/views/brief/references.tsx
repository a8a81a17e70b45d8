import { useQueries } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { eventQuery } from "../../api/reviews.ts";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import { placeOf } from "../../parts/place-in-text.ts";

/** What the numbers stand for: the report, and the words of it. */
export function References({ events }: { readonly events: readonly string[] }) {
  const t = useWords();
  const language = useLanguage();
  const found = useQueries({ queries: events.map((id) => ({ ...eventQuery(id), staleTime: 600_000 })) });
  if (events.length === 0) return null;
  return (
    <section className="references">
      <h2>{t("brief.references")}</h2>
      <ol>
        {found.map(({ data, error }, index) => (
          <li key={events[index]}>
            {error && <span className="loose-words">{t("state.failed")}</span>}
            {data && (
              <>
                <bdi>{data.report.outlet ?? t("reader.no-outlet")}</bdi>
                {data.report.title && (
                  <>
                    {", "}
                    <Link
                      to="/reports/$key"
                      params={{ key: data.report.key }}
                      search={{ event: data.event.id, at: placeOf(data.event.trigger) }}
                    >
                      <bdi>{data.report.title}</bdi>
                    </Link>
                  </>
                )}
                {data.report.published && `, ${formatDay(data.report.published, language)}`}:{" "}
                <q dir="auto">“{data.event.trigger.text}”</q>
                <span className="meta"> · {t(`review-state.${data.review}`)}</span>
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
