import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { type CodedStoredReport, reportQuery } from "../../api/queries.ts";
import { useWords } from "../../catalogue/words.tsx";
import { withLanes } from "../../parts/lanes.ts";
import { marksOf } from "../../parts/marks.ts";
import { placeOf, spanOf } from "../../parts/place-in-text.ts";
import { Loading } from "../../parts/states.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { first } from "../../search.ts";
import { useKeys } from "../../shell/use-keys.ts";
import { EventCards } from "./event-cards.tsx";
import { Legend } from "./legend.tsx";
import { inReadingOrder } from "./order.ts";
import { ReportHead } from "./report-head.tsx";
import { ReportText } from "./report-text.tsx";
import { Versions } from "./versions.tsx";
import "./reader.css";

/** One report: its text on the one side, what was read in it on the other. */
export function ReaderView() {
  const t = useWords();
  const { key } = useParams({ from: "/reports/$key" });
  const report = useQuery(reportQuery(key));
  if (report.isPending) return <Loading />;
  if (report.isLoadingError)
    return <Waiting title={t("view.reports")} error={report.error} retry={() => void report.refetch()} />;
  return <Reader key={key} stored={report.data} />;
}

function Reader({ stored }: { readonly stored: CodedStoredReport }) {
  const t = useWords();
  const [search, change] = useSearchState();
  const events = useMemo(() => inReadingOrder(stored.events), [stored]);
  const laned = useMemo(() => withLanes(marksOf(events.map(({ event }) => event))), [events]);
  const [pointed, point] = useState<string>();
  // The address names an event as the store does: key of the report, a dot, id in the record.
  const chosen = first(search.event)?.split(".").at(-1);
  const found = spanOf(first(search.at));
  useEffect(() => showFound(first(search.at)), [search.at]);

  const choose = (event: string | undefined) =>
    change({ event: event && `${stored.key}.${event}`, at: undefined }, "replace");
  const step = (by: number) => {
    const at = events.findIndex(({ event }) => event.id === chosen);
    const next = events[Math.min(Math.max(at + by, 0), events.length - 1)];
    if (next) choose(next.event.id);
  };
  useKeys({
    next: () => step(1),
    previous: () => step(-1),
    evidence: () => {
      const trigger = events.find(({ event }) => event.id === chosen)?.event.trigger;
      if (trigger) change({ at: placeOf(trigger) }, "replace");
    },
  });

  return (
    <article className="reader">
      <ReportHead stored={stored} laned={laned} lit={pointed ?? chosen} />
      <Versions stored={stored} />
      <div className="two">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a long text scrolls beside its events, so the keyboard must reach it */}
        <section className="reader-text" aria-label={t("reader.text")} tabIndex={0}>
          <ReportText
            report={stored.report}
            laned={laned}
            lit={pointed ?? chosen}
            found={found}
            onPoint={(mark) => point(mark?.events[0])}
            onPick={(mark) => choose(mark.events[0])}
          />
          <Legend />
        </section>
        <section aria-label={t("reader.events")}>
          <EventCards
            text={stored.report.text}
            events={events}
            lit={pointed}
            chosen={chosen}
            onChoose={choose}
            onPoint={point}
            onShow={(event, span) =>
              change({ event: `${stored.key}.${event}`, at: placeOf(span) }, "replace")
            }
          />
        </section>
      </div>
    </article>
  );
}

/** Brings the words that a cell was followed to into sight. */
function showFound(at: string | undefined): void {
  if (at !== undefined) document.querySelector(".reader .found")?.scrollIntoView({ block: "center" });
}
