/** A cell of a table, counted from its first row and column. */
export interface Position {
  readonly row: number;
  readonly column: number;
}
export interface Size {
  readonly rows: number;
  readonly columns: number;
}

type Step = (from: Position, size: Size) => Position;

const ALONG: Readonly<Record<string, Step>> = {
  ArrowDown: ({ row, column }) => ({ row: row + 1, column }),
  ArrowUp: ({ row, column }) => ({ row: row - 1, column }),
  Home: ({ row }) => ({ row, column: 0 }),
  End: ({ row }, { columns }) => ({ row, column: columns - 1 }),
};

/**
 * Where a key leads in a table; undefined for a key that does not move. Left and right are those of the screen: in a
 * text from right to left the next column lies to the left.
 */
export function move(from: Position, key: string, size: Size, rightToLeft: boolean): Position | undefined {
  const sideways = key === "ArrowRight" ? 1 : key === "ArrowLeft" ? -1 : 0;
  if (sideways !== 0)
    return within({ row: from.row, column: from.column + (rightToLeft ? -sideways : sideways) }, size);
  const step = ALONG[key];
  return step === undefined ? undefined : within(step(from, size), size);
}

function within({ row, column }: Position, { rows, columns }: Size): Position {
  const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), Math.max(0, most - 1));
  return { row: clamp(row, rows), column: clamp(column, columns) };
}
