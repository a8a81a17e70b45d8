import { z } from "@hono/zod-openapi";
import { fail } from "../../text/errors.ts";
import type { TableRecord } from "./records.ts";

export const COMPARISONS = ["=", "!=", ">", "<", ">=", "<=", "LIKE", "BETWEEN"] as const;
export type Comparison = (typeof COMPARISONS)[number];

const WHERE = "_where";

export interface Condition {
  readonly column: string;
  readonly comparison: Comparison;
  /** Alternatives; for BETWEEN the two ends. */
  readonly values: readonly string[];
}

/** ACLED's grammar as query parameters: `country=Mali|Niger`, `event_date=2026-05-01|2026-05-31&event_date_where=BETWEEN`. */
export function conditionShape(columns: readonly string[]): Readonly<Record<string, z.ZodType>> {
  return Object.fromEntries(
    columns.flatMap((name) => [
      [name, z.string().optional().openapi({ description: "values, as a|b" })],
      [`${name}${WHERE}`, z.enum(COMPARISONS).optional()],
    ]),
  );
}

/** Throws K301 for a range without its two ends. */
export function conditionsOf(query: Readonly<Record<string, string | undefined>>): readonly Condition[] {
  return Object.entries(query).flatMap(([column, value]) => {
    if (value === undefined || column.endsWith(WHERE)) return [];
    const comparison = (query[`${column}${WHERE}`] ?? "=") as Comparison;
    const values = value.split("|");
    if (comparison === "BETWEEN" && values.length !== 2)
      throw fail("K301", { option: column, value: value.slice(0, 80), allowed: "two values, as FROM|TO" });
    return [{ column, comparison, values }];
  });
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
