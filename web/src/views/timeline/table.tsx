import { Link } from "@tanstack/react-router";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatDay } from "../../parts/dates.ts";
import { eventTitle, placeWords, timeWords } from "../../parts/event-words.ts";
import { RowTable } from "../../parts/row-table.tsx";
import { isoOf } from "./intervals.ts";
import type { TimelineRow } from "./rows.ts";

/** The same as the drawing, and what has no date. */
export function TimelineTable({ rows }: { readonly rows: readonly TimelineRow[] }) {
  const t = useWords();
  const language = useLanguage();
  return (
    <RowTable
      heads={[
        t("timeline.event"),
        t("timeline.when"),
        t("timeline.precision"),
        t("timeline.where"),
        t("timeline.reported"),
      ]}
    >
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
    </RowTable>
  );
}
