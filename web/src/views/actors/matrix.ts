import type { Dyad, Party } from "../../../../src/store/types.ts";

/** How often one party did something to another: rows act, columns receive. */
export interface Matrix {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** By row and column; 0 where nothing was told. */
  readonly counts: readonly (readonly number[])[];
  readonly most: number;
  /** Parties that are left out because only the most active are shown. */
  readonly left: number;
}

/** The name of a party for people: its name, else country and sector. Undefined: the reports do not say who. */
export function labelOf({ name, country, sector }: Party): string | undefined {
  if (name !== undefined) return name;
  const words = [country, sector].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(" ");
}

/** What the filter of events takes for a party. */
export function filterValueOf({ actorId, name, country, sector }: Party): string | undefined {
  return actorId ?? name ?? labelOf({ ...(country && { country }), ...(sector && { sector }) });
}

/** The most active parties first on both sides, no more than `most` of each. */
export function matrixOf(dyads: readonly Dyad[], most: number): Matrix {
  const known = dyads.flatMap(({ actor, recipient, events }) => {
    const row = labelOf(actor);
    const column = labelOf(recipient);
    return row === undefined || column === undefined ? [] : [{ row, column, events }];
  });
  const allRows = busiest(known.map(({ row, events }) => [row, events]));
  const allColumns = busiest(known.map(({ column, events }) => [column, events]));
  const rows = allRows.slice(0, most);
  const columns = allColumns.slice(0, most);
  const counts = rows.map((row) =>
    columns.map((column) =>
      sum(known.filter((one) => one.row === row && one.column === column).map(({ events }) => events)),
    ),
  );
  const left = allRows.length - rows.length + allColumns.length - columns.length;
  return { rows, columns, counts, most: Math.max(0, ...counts.flat()), left };
}

function busiest(pairs: readonly (readonly [string, number])[]): readonly string[] {
  const totals = new Map<string, number>();
  for (const [name, events] of pairs) totals.set(name, (totals.get(name) ?? 0) + events);
  return [...totals].sort(([a, m], [b, n]) => n - m || a.localeCompare(b)).map(([name]) => name);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** One of five depths of shade for a count, 0 for none: shade and number say the same. */
export function shadeOf(count: number, most: number): number {
  return count === 0 || most === 0 ? 0 : Math.max(1, Math.ceil((Math.log1p(count) / Math.log1p(most)) * 5));
}
