import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { eventPagesQuery, timelineQuery } from "../../api/timeline.ts";
import { useWords } from "../../catalogue/words.tsx";
import { filterIn } from "../../parts/filter.ts";
import { FilterChips } from "../../parts/filter-chips.tsx";
import { Empty } from "../../parts/states.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { first } from "../../search.ts";
import { BUCKETS, type Bucket } from "./buckets.ts";
import { TimelineControls } from "./controls.tsx";
import { Drawing } from "./drawing.tsx";
import { axisOf, daysOf } from "./intervals.ts";
import { bandsOf, rowsOf } from "./rows.ts";
import { TimelineTable } from "./table.tsx";
import "./timeline.css";

const PAGE = 100;

/** Events in time: how many and how sharply dated, and each happening's date beside the days of its reports. */
export function TimelineView() {
  const t = useWords();
  const [search] = useSearchState();
  const filter = filterIn(search);
  const bucket = bucketIn(first(search.bucket));
  const counts = useQuery(timelineQuery(filter, bucket));
  const pages = useInfiniteQuery(eventPagesQuery(filter, PAGE));

  const error = counts.error ?? pages.error;
  const retry = () => void Promise.all([counts.refetch(), pages.refetch()]);
  if (error || !counts.data || !pages.data)
    return <Waiting title={t("view.timeline")} error={error} retry={retry} />;

  const events = pages.data.pages.flatMap(({ items }) => items);
  const bands = bandsOf(counts.data.buckets, bucket);
  const total = counts.data.buckets.reduce((sum, one) => sum + one.events, counts.data.undated);
  const rows = rowsOf(events);
  const axis = axisIn(first(search.from), first(search.to)) ?? axisOf(bands.flatMap(({ bars }) => bars));
  const asTable = first(search.as) === "table";
  return (
    <>
      <h1>{t("view.timeline")}</h1>
      <p className="meta">
        <b>{t("timeline.count", { count: total })}</b>
        {counts.data.undated > 0 && ` · ${t("timeline.undated", { count: counts.data.undated })}`}
      </p>
      <TimelineControls bucket={bucket} asTable={asTable} />
      <FilterChips />
      {events.length === 0 ? (
        <Empty>
          <p>{t("timeline.empty.cure")}</p>
        </Empty>
      ) : asTable ? (
        <TimelineTable rows={rows} />
      ) : axis === undefined ? (
        <Empty title={t("timeline.all-undated")} />
      ) : (
        <Drawing axis={axis} bands={bands} rows={rows.filter(({ intervals }) => intervals.length > 0)} />
      )}
      {pages.hasNextPage && (
        <p className="bar">
          <button type="button" className="pill" onClick={() => void pages.fetchNextPage()}>
            {t("timeline.more", { count: Math.min(PAGE, total - events.length) })}
          </button>
          <span className="meta">{t("timeline.shown", { shown: events.length, count: total })}</span>
        </p>
      )}
      <p className="foot">{t("timeline.foot")}</p>
    </>
  );
}

function bucketIn(given: string | undefined): Bucket {
  return BUCKETS.find((one) => one === given) ?? "month";
}

function axisIn(from: string | undefined, to: string | undefined) {
  return from === undefined || to === undefined ? undefined : daysOf({ from, to });
}
