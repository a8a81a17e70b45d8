// biome-ignore-all lint/a11y: a row of the grid, which has the focus, the keys and the mouse
import { memo } from "react";
import type { CellView, GridRow } from "./cells.ts";
import type { Cursor } from "./grid-moves.ts";

interface GridLineProps {
  readonly row: GridRow;
  readonly index: number;
  /** Which cells of the row are shown, in order. */
  readonly shown: readonly number[];
  /** The column that the cursor stands in, if it stands in this row. */
  readonly on: number | undefined;
  readonly columns: string;
  /** Pixels from the first row. */
  readonly start: number;
}

/** A row is drawn again only if it has changed: the table is told of every move of the cursor and every key of a filter. */
export const GridLine = memo(function GridLine({ row, index, shown, on, columns, start }: GridLineProps) {
  return (
    <div
      className="grid-row"
      role="row"
      aria-rowindex={index + 2}
      style={{ gridTemplateColumns: columns, transform: `translateY(${start}px)` }}
    >
      {shown.map((cell, column) => (
        <GridCell
          key={cell}
          id={cellId({ row: index, column })}
          view={row.cells[cell]}
          isOn={column === on}
        />
      ))}
    </div>
  );
});

function GridCell(props: {
  readonly id: string;
  readonly view: CellView | undefined;
  readonly isOn: boolean;
}) {
  const { id, view, isOn } = props;
  return (
    <div id={id} role="gridcell" className={isOn ? "cell on" : "cell"} aria-selected={isOn}>
      <span className={view?.missing ? "unknown" : view?.line && `line ${view.line}`} dir="auto">
        {view?.text}
      </span>
    </div>
  );
}

export const cellId = ({ row, column }: Cursor): string => `cell-${row}-${column}`;

/** The cell that an element lies in: the grid listens for all of them. */
export function cellAt(element: EventTarget): Cursor | undefined {
  const id = element instanceof Element ? element.closest(".cell")?.id : undefined;
  const [, row, column] = /^cell-(\d+)-(\d+)$/.exec(id ?? "") ?? [];
  return row === undefined ? undefined : { row: Number(row), column: Number(column) };
}
