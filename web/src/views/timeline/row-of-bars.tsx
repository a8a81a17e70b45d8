import { Link } from "@tanstack/react-router";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { eventTitle, placeWords, timeWords } from "../../parts/event-words.ts";
import { barOf, type Days, sharpnessOf } from "./intervals.ts";
import type { TimelineRow } from "./rows.ts";
import { share } from "./share.ts";

export function RowOfBars({ row, axis }: { readonly row: TimelineRow; readonly axis: Days }) {
  const t = useWords();
  const language = useLanguage();
  const { event, report } = row.event;
  const [firstBar] = row.intervals;
  const lastReport = row.reported.at(-1);
  const wait =
    firstBar && lastReport !== undefined && lastReport > firstBar.from
      ? barOf({ from: firstBar.from, to: lastReport }, axis)
      : undefined;
  return (
    <li>
      <Link
        className="timeline-row"
        to="/reports/$key"
        params={{ key: report.key }}
        search={{ event: event.id }}
        data-row
      >
        <span className="timeline-label">
          <span dir="auto">{eventTitle(event, t)}</span>
          <span className="meta">
            {event.place.status === "known" && (
              <>
                <bdi>{placeWords(event, t)}</bdi>
                {" · "}
              </>
            )}
            {timeWords(event, language, t)}
            {row.claims > 1 && ` · ${t("timeline.claims", { count: row.claims })}`}
          </span>
        </span>
        <span className="timeline-track" aria-hidden="true">
          {wait && <i className="wait" style={share(wait)} />}
          {row.intervals.map((days) => {
            const bar = barOf(days, axis);
            return (
              bar && (
                <i
                  key={`${days.from} ${days.to}`}
                  className={`interval ${sharpnessOf(days.precision)}${bar.cutStart ? " cut-start" : ""}${bar.cutEnd ? " cut-end" : ""}`}
                  style={share(bar)}
                />
              )
            );
          })}
          {row.reported.map((day) => {
            const bar = barOf({ from: day, to: day }, axis);
            return bar && <i key={day} className="reported" style={share(bar)} />;
          })}
        </span>
      </Link>
    </li>
  );
}
