import type { KeyboardEvent } from "react";

export interface Cursor {
  readonly row: number;
  readonly column: number;
}

/** Pixels. */
export const ROW_HEIGHT = 46;

interface Movable {
  readonly rows: readonly unknown[];
  readonly cursor: Cursor;
  readonly onMove: (cursor: Cursor) => void;
}

/** Arrows by a cell, in the direction of reading; pages; Home and End along the row, with Ctrl to the first and last row. */
export function moveByKeys(event: KeyboardEvent, { rows, cursor, onMove }: Movable, columns: number): void {
  const rtl = getComputedStyle(event.currentTarget).direction === "rtl";
  const page = Math.max(1, Math.floor(event.currentTarget.clientHeight / ROW_HEIGHT) - 2);
  const steps: Readonly<Record<string, readonly [number, number]>> = {
    ArrowDown: [1, 0],
    ArrowUp: [-1, 0],
    ArrowRight: [0, rtl ? -1 : 1],
    ArrowLeft: [0, rtl ? 1 : -1],
    PageDown: [page, 0],
    PageUp: [-page, 0],
    Home: [0, -columns],
    End: [0, columns],
  };
  const step = steps[event.key];
  if (step === undefined || event.altKey || event.metaKey) return;
  event.preventDefault();
  const limit = (value: number, most: number) => Math.min(Math.max(value, 0), Math.max(most, 0));
  onMove({
    row: limit(event.ctrlKey ? (step[1] < 0 ? 0 : rows.length) : cursor.row + step[0], rows.length - 1),
    column: limit(cursor.column + step[1], columns - 1),
  });
}
