// biome-ignore-all lint/a11y: a cell of the grid, which has the focus and the keys
import type { CellView } from "./cells.ts";
import type { Cursor } from "./grid-moves.ts";

export function GridCell(props: {
  readonly id: string;
  readonly view: CellView | undefined;
  readonly on: boolean;
  readonly onPick: () => void;
  readonly onOpen: () => void;
}) {
  const { id, view, on, onPick, onOpen } = props;
  return (
    <div
      id={id}
      role="gridcell"
      className={on ? "cell on" : "cell"}
      aria-selected={on}
      onClick={onPick}
      onDoubleClick={onOpen}
    >
      <span className={view?.missing ? "unknown" : view?.line && `line ${view.line}`} dir="auto">
        {view?.text}
      </span>
    </div>
  );
}

export const cellId = ({ row, column }: Cursor): string => `cell-${row}-${column}`;
