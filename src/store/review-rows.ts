import { type RawBuilder, sql } from "kysely";
import type { Connection } from "./database.ts";
import { given } from "./rows.ts";
import type { QueueOrder, Review } from "./types.ts";

export interface ReviewRow {
  readonly id: number;
  readonly event: string;
  readonly field: string | null;
  readonly verdict: Review["verdict"];
  readonly value: unknown;
  readonly reason: string | null;
  readonly reviewer: string;
  readonly undoes: number | null;
  readonly at: string;
  readonly adjudicates: boolean;
  readonly queue: QueueOrder | null;
  readonly link_run: number | null;
}

export function reviewOf(row: ReviewRow): Review {
  return {
    id: row.id,
    event: row.event,
    verdict: row.verdict,
    reviewer: row.reviewer,
    at: row.at,
    ...given("field", row.field),
    // The value of an edit may be null: that the report gives none.
    ...(row.verdict === "edit" ? { value: row.value } : given("value", row.value)),
    ...given("reason", row.reason),
    ...given("undoes", row.undoes),
    ...(row.adjudicates ? { adjudicates: true } : {}),
    ...given("queue", row.queue),
    ...given("linkRun", row.link_run),
  };
}

/** The oldest first; those that had been written by an instant, if one is given. */
export async function reviewsOf(
  connection: Connection,
  event: string,
  asOf?: string,
): Promise<readonly Review[]> {
  const { rows } = await sql<ReviewRow>`
    select * from reviews where event = ${event} and ${writtenBy(asOf)} order by id`.execute(connection);
  return rows.map(reviewOf);
}

/** Reviews of an instant, or of any. */
export function writtenBy(asOf: string | undefined): RawBuilder<boolean> {
  return asOf === undefined ? sql`true` : sql`at <= ${asOf}::timestamptz`;
}
