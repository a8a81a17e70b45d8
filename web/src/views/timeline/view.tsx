import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { eventPagesQuery, timelineQuery } from "../../api/timeline.ts";
import { useWords } from "../../catalogue/words.tsx";
import { scopeIn } from "../../parts/filter.ts";
import { FilterChips } from "../../parts/filter-chips.tsx";
import { NoEvents } from "../../parts/no-events.tsx";
import { Empty } from "../../parts/states.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { Waiting } from "../../parts/waiting.tsx";
import { first } from "../../search.ts";
import { BUCKETS, type Bucket } from "./buckets.ts";
import { TimelineControls } from "./controls.tsx";
import { Drawing } from "./drawing.tsx";
import { axisOf, type Days, daysOf, isoOf } from "./intervals.ts";
import { bandsOf, rowsOf } from "./rows.ts";
import { TimelineTable } from "./table.tsx";
import "./timeline.css";

const PAGE = 100;

/** Events in time: how many and how sharply dated, and each happening's date beside the days of its reports. */
export function TimelineView() {
  const t = useWords();
  const [search] = useSearchState();
  const filter = scopeIn(search);
  const bucket = bucketIn(first(search.bucket));
  const counts = useQuery(timelineQuery(filter, bucket));
  // What is brushed over stays whole, whatever stretch of it is chosen.
  const all = useQuery(timelineQuery({ ...filter, from: undefined, to: undefined }, bucket));
  const pages = useInfiniteQuery(eventPagesQuery(filter, PAGE));

  const error = counts.error ?? all.error ?? pages.error;
  const retry = () => void Promise.all([counts.refetch(), all.refetch(), pages.refetch()]);
  if (!counts.data || !all.data || !pages.data)
    return <Waiting title={t("view.timeline")} error={error} retry={retry} />;

  const events = pages.data.pages.flatMap(({ items }) => items);
  const bands = bandsOf(all.data.buckets, bucket);
  const total = counts.data.buckets.reduce((sum, one) => sum + one.events, counts.data.undated);
  const rows = rowsOf(events);
  const whole = axisOf(bands.flatMap(({ bars }) => bars));
  const axis = whole && axisIn(first(search.from), first(search.to), whole);
  const asTable = first(search.as) === "table";
  return (
    <>
      <h1>{t("view.timeline")}</h1>
      <p className="meta" role="status">
        <b>{t("timeline.count", { count: total })}</b>
        {counts.data.undated > 0 && ` · ${t("timeline.undated", { count: counts.data.undated })}`}
      </p>
      <TimelineControls bucket={bucket} asTable={asTable} />
      <FilterChips />
      {asTable && events.length > 0 && <TimelineTable rows={rows} />}
      {!asTable && whole && axis && (
        <Drawing
          whole={whole}
          bands={bands}
          bucket={bucket}
          axis={axis}
          rows={rows.filter(({ intervals }) => intervals.length > 0)}
        />
      )}
      {events.length === 0 && <NoEvents />}
      {!asTable && !whole && events.length > 0 && <Empty title={t("timeline.all-undated")} />}
      {pages.hasNextPage && (
        <p className="bar">
          <button type="button" className="pill" onClick={() => void pages.fetchNextPage()}>
            {t("timeline.more", { count: Math.min(PAGE, total - events.length) })}
          </button>
          <span className="meta">{t("timeline.shown", { shown: events.length, count: total })}</span>
        </p>
      )}
      <p className="foot">
        {t("timeline.foot")} {!asTable && <span className="no-print">{t("timeline.brush.hint")}</span>}
      </p>
    </>
  );
}

function bucketIn(given: string | undefined): Bucket {
  return BUCKETS.find((one) => one === given) ?? "month";
}

/** The stretch that the filter asks for, as far as it is given. */
function axisIn(from: string | undefined, to: string | undefined, whole: Days): Days {
  const isSet = from !== undefined || to !== undefined;
  const ends = { from: from ?? isoOf(whole.from), to: to ?? isoOf(whole.to - 1) };
  return (isSet && daysOf(ends)) || whole;
}
