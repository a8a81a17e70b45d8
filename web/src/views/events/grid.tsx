// biome-ignore-all lint/a11y: rows out of sight are not there, which a table element cannot say; the grid has the focus and the keys, ARIA says the rest
import { type ColumnDef, columnVisibilityFeature, tableFeatures, useTable } from "@tanstack/react-table";
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { useWords } from "../../catalogue/words.tsx";
import type { CellView, GridColumn, GridRow } from "./cells.ts";
import { cellId, GridCell } from "./grid-cell.tsx";
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

const features = tableFeatures({ columnVisibilityFeature });
type Definition = ColumnDef<typeof features, GridRow>;

/** A table of any length: only what is in sight is drawn. One stop for Tab, arrows move inside. */
export function Grid(props: GridProps) {
  const t = useWords();
  const { columns, rows, hidden, cursor, total, onEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const definitions = useMemo<Definition[]>(
    () =>
      columns.map((column, index) => ({
        id: column.id,
        header: column.label,
        accessorFn: (row) => row.cells[index],
      })),
    [columns],
  );
  const columnVisibility = useMemo(
    () => Object.fromEntries(columns.map(({ id }) => [id, !hidden.has(id)])),
    [columns, hidden],
  );
  const table = useTable({ features, columns: definitions, data: rows, state: { columnVisibility } });
  const shown = columns.filter(({ id }) => !hidden.has(id));
  const template = shown.map(({ width }) => `minmax(${width}px, ${width}fr)`).join(" ");
  const width = shown.reduce((sum, column) => sum + column.width, 0);
  const lines = table.getRowModel().rows;
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 5,
  });
  const visible = virtual.getVirtualItems();
  const last = visible.at(-1)?.index ?? 0;
  useEffect(() => {
    if (lines.length > 0 && last >= lines.length - 20) onEnd();
  }, [last, lines.length, onEnd]);
  // Another list begins where the cursor stands in it, not where the last one was scrolled to.
  const list = lines[0]?.original.stored.id;
  useLayoutEffect(() => {
    if (list !== undefined) virtual.scrollToIndex(cursor.row);
  }, [cursor.row, list, virtual]);

  return (
    <div
      ref={scroller}
      className="grid"
      role="grid"
      tabIndex={0}
      aria-label={t("events.table")}
      aria-rowcount={total === undefined ? -1 : total + 1}
      aria-colcount={shown.length}
      aria-activedescendant={lines.length > 0 ? cellId(cursor) : undefined}
      onKeyDown={(event) => moveByKeys(event, props, shown.length)}
    >
      <div className="grid-inner" style={{ minWidth: width }} role="presentation">
        <div
          className="grid-row grid-head"
          role="row"
          aria-rowindex={1}
          style={{ gridTemplateColumns: template }}
        >
          {shown.map(({ id, label, about }) => (
            <div key={id} role="columnheader" title={about}>
              {label}
            </div>
          ))}
        </div>
        <div className="grid-body" style={{ height: virtual.getTotalSize() }} role="rowgroup">
          {visible.map(({ index, start }) => (
            <div
              key={lines[index]!.original.stored.id}
              className="grid-row"
              role="row"
              aria-rowindex={index + 2}
              style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
            >
              {lines[index]!.getVisibleCells().map((cell, column) => (
                <GridCell
                  key={cell.id}
                  id={cellId({ row: index, column })}
                  view={cell.getValue() as CellView | undefined}
                  on={cursor.row === index && cursor.column === column}
                  onPick={() => props.onMove({ row: index, column })}
                  onOpen={() => props.onOpen({ row: index, column })}
                />
              ))}
            </div>
          ))}
        </div>
      </div>
    </div>
  );
}
