// biome-ignore-all lint/a11y: rows out of sight are not there, which a table element cannot say; the grid has the focus and the keys, ARIA says the rest
import { useVirtualizer } from "@tanstack/react-virtual";
import { type SyntheticEvent, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { useWords } from "../../catalogue/words.tsx";
import { usePrinting } from "../../parts/use-printing.ts";
import type { GridColumn, GridRow } from "./cells.ts";
import { cellAt, cellId, GridLine } from "./grid-line.tsx";
import { type Cursor, moveByKeys, ROW_HEIGHT } from "./grid-moves.ts";
import "./grid.css";

interface GridProps {
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  /** Rows of the filter altogether, read or not; undefined until they are counted. */
  readonly total: number | undefined;
  readonly hidden: ReadonlySet<string>;
  readonly cursor: Cursor;
  readonly onMove: (cursor: Cursor) => void;
  readonly onOpen: (cursor: Cursor) => void;
  /** Called when the last rows come into sight. */
  readonly onEnd: () => void;
}

/** A table of any length: only what is in sight is drawn. One stop for Tab, arrows move inside. */
export function Grid(props: GridProps) {
  const t = useWords();
  const { columns, rows, hidden, cursor, total, onMove, onOpen, onEnd } = props;
  const shown = useMemo(
    () => columns.flatMap(({ id }, index) => (hidden.has(id) ? [] : [index])),
    [columns, hidden],
  );
  const widths = shown.map((index) => columns[index]!.width);
  const template = widths.map((width) => `minmax(${width}px, ${width}fr)`).join(" ");
  const { scroller, virtual } = useRowsInSight(rows, cursor);
  const visible = virtual.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (rows.length > 0 && last >= rows.length - 20) onEnd();
  }, [last, rows.length, onEnd]);
  const withCell = (act: (cursor: Cursor) => void) => (event: SyntheticEvent) => {
    const cell = cellAt(event.target);
    if (cell !== undefined) act(cell);
  };

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={t("events.table")}
      aria-rowcount={total === undefined ? -1 : total + 1}
      aria-colcount={shown.length}
      aria-activedescendant={rows.length > 0 ? cellId(cursor) : undefined}
      onKeyDown={(event) => moveByKeys(event, props, shown.length)}
      onClick={withCell(onMove)}
      onDoubleClick={withCell(onOpen)}
    >
      <div
        className="grid-inner"
        style={{ minWidth: widths.reduce((sum, width) => sum + width, 0) }}
        role="presentation"
      >
        <div
          className="grid-row grid-head"
          role="row"
          aria-rowindex={1}
          style={{ gridTemplateColumns: template }}
        >
          {shown.map((index) => (
            <div key={columns[index]!.id} role="columnheader" title={columns[index]!.about}>
              {columns[index]!.label}
            </div>
          ))}
        </div>
        <div className="grid-body" style={{ height: virtual.getTotalSize() }} role="rowgroup">
          {visible.map(({ index, start }) => (
            // By its place, not by its event: another list changes the words of the rows that are there.
            <GridLine
              key={index}
              row={rows[index]!}
              index={index}
              shown={shown}
              on={cursor.row === index ? cursor.column : undefined}
              columns={template}
              start={start}
            />
          ))}
        </div>
      </div>
    </div>
  );
}

/** Which rows are drawn. The cursor stays in sight; another list begins where the cursor stands in it. */
function useRowsInSight(rows: readonly GridRow[], cursor: Cursor) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: usePrinting() ? rows.length : 5,
  });
  const list = rows[0]?.stored.id;
  const drawn = useRef(list);
  const start = cursor.row * ROW_HEIGHT;
  // Said before the element is scrolled: its rows would else be drawn where the last list stood, and then once more.
  if (drawn.current !== list) virtual.scrollOffset = start;
  useLayoutEffect(() => {
    if (drawn.current === list) virtual.scrollToIndex(cursor.row);
    else scroller.current?.scrollTo({ top: start });
    drawn.current = list;
  }, [cursor.row, list, start, virtual]);
  return { scroller, virtual };
}
