import { fail } from "../../text/errors.ts";
import type { TableRecord } from "./records.ts";

export const COMPARISONS = ["=", "!=", ">", "<", ">=", "<=", "LIKE", "BETWEEN"] as const;
export type Comparison = (typeof COMPARISONS)[number];

export interface Condition {
  readonly column: string;
  readonly comparison: Comparison;
  /** Alternatives; for BETWEEN the two ends. */
  readonly values: readonly string[];
}

/**
 * ACLED's grammar: `country=Mali|Niger`, `event_date=2026-05-01|2026-05-31&event_date_where=BETWEEN`. Throws K140 for a
 * name that is no column and for a comparison that is none.
 */
export function conditionsOf(
  query: Readonly<Record<string, string>>,
  columns: readonly string[],
): readonly Condition[] {
  return Object.entries(query).flatMap(([name, value]) => {
    const column = name.replace(/_where$/, "");
    if (!columns.includes(column))
      throw fail("K140", { where: name, value: value.slice(0, 80), allowed: columns.join(", ") });
    if (column !== name) return [];
    const comparison = comparisonOf(query[`${name}_where`]);
    const values = value.split("|");
    if (comparison === "BETWEEN" && values.length !== 2)
      throw fail("K140", { where: name, value: value.slice(0, 80), allowed: "two values, as FROM|TO" });
    return [{ column, comparison, values }];
  });
}

function comparisonOf(value = "="): Comparison {
  const known = COMPARISONS.find((one) => one === value.toUpperCase());
  if (known === undefined)
    throw fail("K140", { where: "…_where", value: value.slice(0, 80), allowed: COMPARISONS.join(" ") });
  return known;
}

export function isMet(record: TableRecord, { column, comparison, values }: Condition): boolean {
  const cell = record[column];
  if (cell === null || cell === undefined) return comparison === "!=";
  const is = (one: string): number => compare(cell, one);
  switch (comparison) {
    case "=":
      return values.some((one) => is(one) === 0);
    case "!=":
      return values.every((one) => is(one) !== 0);
    case ">":
      return is(values[0]!) > 0;
    case "<":
      return is(values[0]!) < 0;
    case ">=":
      return is(values[0]!) >= 0;
    case "<=":
      return is(values[0]!) <= 0;
    case "LIKE":
      return values.some((one) => String(cell).toLowerCase().includes(one.replaceAll("%", "").toLowerCase()));
    case "BETWEEN":
      return is(values[0]!) >= 0 && is(values[1]!) <= 0;
  }
}

/** As numbers if both are, else as words in any case; days as ISO writes them are in the order of their words. */
function compare(cell: string | number | boolean, value: string): number {
  if (typeof cell === "number" && value.trim() !== "" && !Number.isNaN(Number(value)))
    return cell - Number(value);
  const [one, other] = [String(cell).toLowerCase(), value.toLowerCase()];
  return one === other ? 0 : one < other ? -1 : 1;
}
