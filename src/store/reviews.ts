import { sql } from "kysely";
import { fail } from "../text/errors.ts";
import type { Connection, Database } from "./database.ts";
import { given } from "./rows.ts";
import type { NewReview, Review } from "./types.ts";
import { addCounts } from "./write.ts";

interface ReviewRow {
  readonly id: number;
  readonly event: string;
  readonly field: string | null;
  readonly verdict: Review["verdict"];
  readonly value: unknown;
  readonly reason: string | null;
  readonly reviewer: string;
  readonly undoes: number | null;
  readonly at: string;
}

/** Appends what somebody made of an event. Throws K509 if there is no such event. */
export async function addReview(database: Database, review: NewReview): Promise<Review> {
  return database.transaction().execute(async (transaction) => {
    const { rows: known } = await sql`select from events where id = ${review.event} limit 1`.execute(
      transaction,
    );
    if (known.length === 0) throw fail("K509", { event: review.event });
    return append(transaction, review);
  });
}

/** A review that says that the one before no longer holds: nothing is deleted, and it can go on to the one before that. */
export async function undoReview(database: Database, reviewer: string): Promise<Review | undefined> {
  return database.transaction().execute(async (transaction) => {
    const { rows } = await sql<ReviewRow>`
      select * from reviews r where reviewer = ${reviewer} and undoes is null
        and not exists (select from reviews u where u.undoes = r.id)
      order by id desc limit 1`.execute(transaction);
    const last = rows[0];
    if (last === undefined) return undefined;
    const { undoes: _none, ...taken } = reviewOf(last);
    return append(transaction, { ...taken, reason: "undone" }, last.id);
  });
}

async function append(connection: Connection, review: NewReview, undoes?: number): Promise<Review> {
  const value = review.value === undefined ? null : JSON.stringify(review.value);
  const { rows } = await sql<ReviewRow>`
    insert into reviews (event, field, verdict, value, reason, reviewer, undoes)
    values (${review.event}, ${review.field ?? null}, ${review.verdict}, ${value}::jsonb, ${review.reason ?? null},
      ${review.reviewer}, ${undoes ?? null}::bigint) returning *`.execute(connection);
  await refresh(connection, review.event);
  return reviewOf(rows[0]!);
}

/** The state of an event is that of the newest review that stands and judges. */
async function refresh(connection: Connection, event: string): Promise<void> {
  const { rows } = await sql<{ readonly seq: number; readonly state: string }>`
    select e.seq, coalesce((
      select case verdict when 'accept' then 'accepted' when 'reject' then 'rejected' else 'edited' end from reviews r
      where r.event = e.id and verdict <> 'comment' and undoes is null
        and not exists (select from reviews u where u.undoes = r.id)
      order by id desc limit 1), 'unreviewed') as state
    from events e where e.current and e.id = ${event}`.execute(connection);
  for (const { seq, state } of rows) {
    await addCounts(connection, [seq], -1);
    await sql`update events set reviewed = ${state} where seq = ${seq}`.execute(connection);
    await addCounts(connection, [seq], 1);
  }
}

export async function reviewsOf(database: Database, event: string): Promise<readonly Review[]> {
  const { rows } = await sql<ReviewRow>`select * from reviews where event = ${event} order by id`.execute(
    database,
  );
  return rows.map(reviewOf);
}

function reviewOf(row: ReviewRow): Review {
  return {
    id: row.id,
    event: row.event,
    verdict: row.verdict,
    reviewer: row.reviewer,
    at: row.at,
    ...given("field", row.field),
    ...given("value", row.value),
    ...given("reason", row.reason),
    ...given("undoes", row.undoes),
  };
}
