import { Link } from "@tanstack/react-router";
import { useRef } from "react";
import { useLanguage, useWords } from "../../catalogue/words.tsx";
import { formatTime } from "../../parts/dates.ts";
import { eventTitle, placeWords, timeWords } from "../../parts/event-words.ts";
import { useRowKeys } from "../../parts/use-row-keys.ts";
import { useSearchState } from "../../parts/use-search-state.ts";
import { barOf, type Days, isoOf, sharpnessOf, ticksOf } from "./intervals.ts";
import type { Band, TimelineRow } from "./rows.ts";
import { share } from "./share.ts";

interface DrawingProps {
  readonly axis: Days;
  readonly bands: readonly Band[];
  readonly rows: readonly TimelineRow[];
}

export function Drawing({ axis, bands, rows }: DrawingProps) {
  const list = useRef<HTMLOListElement>(null);
  useRowKeys(list);
  return (
    <div className="timeline">
      {bands.map((band) => (
        <BandOfBars key={band.sharpness} band={band} axis={axis} />
      ))}
      <Ticks axis={axis} />
      <ol className="timeline-rows" ref={list}>
        {rows.map((row) => (
          <RowOfBars key={row.key} row={row} axis={axis} />
        ))}
      </ol>
    </div>
  );
}

/** How many events, by how sharp their date is. Clicking narrows; the same is said and done by the table and the dates. */
function BandOfBars({ band, axis }: { readonly band: Band; readonly axis: Days }) {
  const t = useWords();
  const language = useLanguage();
  const [, change] = useSearchState();
  return (
    <div className="timeline-band">
      <span className="timeline-label meta">{t(`timeline.${band.sharpness}`)}</span>
      <div className="timeline-track" aria-hidden="true">
        {band.bars.map(({ events, precision, ...days }) => {
          const bar = barOf(days, axis);
          const [from, to] = [isoOf(days.from), isoOf(days.to - 1)];
          return (
            bar && (
              <button
                key={`${from} ${to} ${precision}`}
                type="button"
                tabIndex={-1}
                className={`count-bar ${band.sharpness}`}
                style={{ ...share(bar), "--height": events / band.most } as React.CSSProperties}
                title={t("timeline.bar", {
                  when: formatTime({ from, to, precision }, language),
                  count: events,
                })}
                onClick={() => change({ from, to })}
              />
            )
          );
        })}
      </div>
    </div>
  );
}

function Ticks({ axis }: { readonly axis: Days }) {
  const language = useLanguage();
  const write = { day: "day", week: "day", month: "month", year: "year" } as const;
  return (
    <div className="timeline-ticks" aria-hidden="true">
      <span className="timeline-label" />
      <div className="timeline-track">
        {ticksOf(axis).map(({ day, unit }) => {
          const from = isoOf(day);
          const bar = barOf({ from: day, to: day }, axis);
          return (
            bar && (
              <span key={day} style={share(bar)}>
                {tickWords(from, write[unit], language)}
              </span>
            )
          );
        })}
      </div>
    </div>
  );
}

function tickWords(from: string, unit: "day" | "month" | "year", language: string): string {
  const options = {
    day: { day: "numeric", month: "short" },
    month: { month: "short", year: "2-digit" },
    year: { year: "numeric" },
  } as const;
  return new Intl.DateTimeFormat(language, { ...options[unit], timeZone: "UTC" }).format(new Date(from));
}

function RowOfBars({ row, axis }: { readonly row: TimelineRow; readonly axis: Days }) {
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
