import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import { eventTitle, placeWords, timeWords } from "../../parts/event-words.ts";
import { useRowKeys } from "../../parts/use-row-keys.ts";
import { isoOf } from "./intervals.ts";
import type { TimelineRow } from "./rows.ts";

/** The same as the drawing, and what has no date. */
export function TimelineTable({ rows }: { readonly rows: readonly TimelineRow[] }) {
  const t = useWords();
  const language = useLanguage();
  const body = useRef<HTMLTableSectionElement>(null);
  useRowKeys(body);
  return (
    <div className="wide">
      <table>
        <thead>
          <tr>
            <th scope="col">{t("timeline.event")}</th>
            <th scope="col">{t("timeline.when")}</th>
            <th scope="col">{t("timeline.precision")}</th>
            <th scope="col">{t("timeline.where")}</th>
            <th scope="col">{t("timeline.reported")}</th>
          </tr>
        </thead>
        <tbody ref={body}>
          {rows.map(({ key, event: { event, report }, claims, reported }) => (
            <tr key={key}>
              <th scope="row">
                <Link
                  to="/reports/$key"
                  params={{ key: report.key }}
                  search={{ event: event.id }}
                  data-row
                  dir="auto"
                >
                  {eventTitle(event, t)}
                </Link>
                {claims > 1 && <div className="meta">{t("timeline.claims", { count: claims })}</div>}
              </th>
              <td>{timeWords(event, language, t)}</td>
              <td>{event.time.status === "known" ? t(`precision.${event.time.precision}`) : "–"}</td>
              <td>
                <bdi>{placeWords(event, t)}</bdi>
              </td>
              <td>{reported.map((day) => formatDay(isoOf(day), language)).join(" · ") || "–"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
