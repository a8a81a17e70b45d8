import { useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo, useState } from "react";
import { useWords } from "../../catalogue/words.tsx";
import { Evidence } from "../../parts/evidence.tsx";
import { FilterChips } from "../../parts/filter-chips.tsx";
import { NoEventsYet } from "../../parts/no-events.tsx";
import { placeOf } from "../../parts/place-in-text.ts";
import { receiptOf } from "../../parts/receipts.ts";
import { Empty, Failed, Loading } from "../../parts/states.tsx";
import { useSearchState } from "../../parts/use-search-state.ts";
import { ValuesSwitch } from "../../parts/values-switch.tsx";
import { many } from "../../search.ts";
import { useKeys } from "../../shell/use-keys.ts";
import { askedIn } from "./asked.ts";
import { FacetList } from "./facets.tsx";
import { Grid } from "./grid.tsx";
import type { Cursor } from "./grid-moves.ts";
import { useGrid } from "./presets.ts";
import { Toolbar } from "./toolbar.tsx";
import { useCount, useEvents } from "./use-events.ts";
import "./events.css";

/** Every event as every report tells it; a cell is one key away from its sentence. */
export function EventsView() {
  const t = useWords();
  const [search] = useSearchState();
  const asked = useMemo(() => askedIn(search), [search]);
  const { filter } = asked;
  const pages = useEvents(asked);
  const enabled = pages.isSuccess && !pages.isPlaceholderData;
  const matching = useCount(filter, { enabled });
  const all = useCount({}, { enabled });
  return (
    <div className="events">
      <h1>{t("view.events")}</h1>
      <p className="meta" role="status">
        {matching.data && all.data
          ? t("events.count", { count: matching.data.events, all: all.data.events })
          : !pages.isLoadingError && t("state.loading")}
      </p>
      <div className="bar no-print">
        <ValuesSwitch />
      </div>
      <FilterChips />
      <div className="events-body">
        <FacetList filter={filter} enabled={enabled} />
        <section className="events-main" aria-label={t("view.events")}>
          <EventsTable pages={pages} total={matching.data?.events} nothingYet={all.data?.events === 0} />
        </section>
      </div>
    </div>
  );
}

interface EventsTableProps {
  readonly pages: ReturnType<typeof useEvents>;
  readonly total: number | undefined;
  readonly nothingYet: boolean;
}

function EventsTable({ pages, total, nothingYet }: EventsTableProps) {
  const t = useWords();
  const navigate = useNavigate();
  const [search] = useSearchState();
  const grid = useGrid(pages.data?.pages);
  const hidden = useMemo(() => new Set(many(search.hide)), [search.hide]);
  const shown = grid.columns.filter(({ id }) => !hidden.has(id));
  const [wanted, setWanted] = useState<Cursor & { readonly list?: string | undefined }>({
    row: 0,
    column: 0,
  });
  const list = grid.rows[0]?.stored.id;
  const move = (to: Cursor) => setWanted({ ...to, list });
  const [asked, ask] = useState(false);
  const cursor = {
    // In another list the row is another event.
    row: wanted.list === list ? Math.max(0, Math.min(wanted.row, grid.rows.length - 1)) : 0,
    column: Math.max(0, Math.min(wanted.column, shown.length - 1)),
  };
  const { fetchNextPage, hasNextPage, isFetchingNextPage } = pages;
  const readOn = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [fetchNextPage, hasNextPage, isFetchingNextPage]);

  const row = grid.rows[cursor.row];
  const column = shown[cursor.column];
  const quotes = row && column ? receiptOf(row.stored.event, column.field) : [];
  const open = () => {
    if (!row) return;
    const { report } = row.stored;
    const at = quotes[0] && placeOf(quotes[0]);
    void navigate({
      to: "/reports/$key",
      params: { key: report.key },
      search: { event: row.stored.id, at } as never,
    });
  };
  const step = (by: number) =>
    move({ ...cursor, row: Math.max(0, Math.min(cursor.row + by, grid.rows.length - 1)) });
  useKeys({ next: () => step(1), previous: () => step(-1), evidence: () => ask(!asked), open });

  if (pages.isPending) return <Loading />;
  if (pages.isLoadingError)
    return (
      <>
        <Toolbar grid={grid} />
        <Failed error={pages.error} retry={() => void pages.refetch()} />
      </>
    );
  if (grid.rows.length === 0) return <NoEvents nothingYet={nothingYet} />;
  return (
    <>
      <Toolbar grid={grid} />
      <Grid
        columns={grid.columns}
        rows={grid.rows}
        total={total}
        hidden={hidden}
        cursor={cursor}
        onMove={move}
        onOpen={open}
        onEnd={readOn}
      />
      <p className="foot">
        {t(hasNextPage ? "events.read" : "events.read.all", { count: grid.rows.length, all: total ?? "…" })}{" "}
        <span className="no-print">{t("events.read.keys")}</span>{" "}
        {grid.rows.some(({ withheld }) => withheld !== undefined) && t("events.grey")}
      </p>
      {asked && row && column && (
        <Evidence
          stored={row.stored}
          label={column.label}
          value={row.cells[grid.columns.indexOf(column)]?.text ?? ""}
          quotes={quotes}
          {...(row.withheld === undefined ? {} : { note: t("events.withheld", { why: row.withheld }) })}
          onClose={() => ask(false)}
        />
      )}
    </>
  );
}

function NoEvents({ nothingYet }: { readonly nothingYet: boolean }) {
  const t = useWords();
  if (!nothingYet) return <Empty title={t("events.none")}>{t("events.none.cure")}</Empty>;
  return <NoEventsYet />;
}
