import { sql } from "kysely";
import { JUDGING } from "../corrections/index.ts";
import { fail } from "../text/errors.ts";
import { showAsLeft } from "./as-left.ts";
import { addCounts } from "./counts.ts";
import type { Connection, Database } from "./database.ts";
import { retireMade } from "./divided.ts";
import { keepHistory } from "./history.ts";
import { takeBackRun } from "./link-runs.ts";
import { pagedRows, readCursor, sizeOf } from "./paging.ts";
import { type ReviewRow, reviewOf } from "./review-rows.ts";
import { separate } from "./separate.ts";
import type { NewReview, Page, Paged, Review } from "./types.ts";

/** What is appended beside the review itself. */
interface Ties {
  readonly undoes?: number;
  readonly linkRun?: number;
  readonly request?: string | undefined;
}

/**
 * Does the work once under the name that the request bears: sent again after a lost answer, it gets the reviews that
 * were written the first time.
 */
export function once(
  database: Database,
  reviewer: string,
  request: string | undefined,
  work: (transaction: Connection) => Promise<readonly Review[]>,
): Promise<readonly Review[]> {
  return database.transaction().execute(async (transaction) => {
    if (request === undefined) return work(transaction);
    await sql`select pg_advisory_xact_lock(hashtext(${`${reviewer} ${request}`}))`.execute(transaction);
    const { rows } = await sql<ReviewRow>`
      select * from reviews where reviewer = ${reviewer} and request = ${request} order by id`.execute(
      transaction,
    );
    return rows.length > 0 ? rows.map(reviewOf) : work(transaction);
  });
}

/** Appends what somebody made of events, all or none. Throws K509 if there is no such event. */
export async function addReviews(
  database: Database,
  reviews: readonly NewReview[],
  request?: string,
): Promise<readonly Review[]> {
  const reviewer = reviews[0]?.reviewer;
  if (reviewer === undefined) return [];
  return once(database, reviewer, request, async (transaction) => {
    const added: Review[] = [];
    for (const review of reviews) {
      await checkEvents(transaction, [review.event]);
      added.push(await append(transaction, review, { request }));
    }
    return added;
  });
}

/** Throws K509 for an event that the store has never held. */
export async function checkEvents(connection: Connection, events: readonly string[]): Promise<void> {
  const { rows } = await sql<{ readonly event: string }>`
    select g.event from unnest(${events}::text[]) as g (event)
    where not exists (select from events e where e.id = g.event) limit 1`.execute(connection);
  if (rows[0] !== undefined) throw fail("K509", { event: rows[0].event });
}

/**
 * Reviews that say that those before no longer hold: nothing is deleted, and it can go on to the ones before that.
 * What was said in one transaction bears one moment, and is taken back as one.
 */
export async function undoReview(
  database: Database,
  reviewer: string,
  request?: string,
): Promise<Review | undefined> {
  const [newest] = await once(database, reviewer, request, async (transaction) => {
    const { rows } = await sql<ReviewRow>`
      with standing as (
        select * from reviews r where reviewer = ${reviewer} and undoes is null
          and not exists (select from reviews u where u.undoes = r.id))
      select * from standing where at = (select at from standing order by id desc limit 1)
      order by id desc`.execute(transaction);
    const undone: Review[] = [];
    for (const row of rows) {
      const { undoes: _none, linkRun: _run, ...taken } = reviewOf(row);
      if (row.verdict === "divide") await retireMade(transaction, taken);
      undone.push(await append(transaction, { ...taken, reason: "undone" }, { undoes: row.id, request }));
    }
    const runs = new Set(rows.flatMap(({ link_run }) => link_run ?? []));
    const why = "a review was taken back";
    for (const run of runs) {
      const taken = await takeBackRun(transaction, run, reviewer, why);
      const moved = rows.filter((row) => row.link_run === run && REPORTS.has(row.verdict));
      await separate(
        transaction,
        taken,
        moved.map(({ event }) => event),
      );
    }
    return undone;
  });
  return newest;
}

/** Verdicts on reports, not events. */
const REPORTS: ReadonlySet<Review["verdict"]> = new Set(["join", "leave"]);

export async function append(connection: Connection, review: NewReview, ties: Ties = {}): Promise<Review> {
  const value = review.value === undefined ? null : JSON.stringify(review.value);
  const { rows } = await sql<ReviewRow>`
    insert into reviews (event, field, verdict, value, reason, reviewer, undoes, adjudicates, queue, link_run,
      request)
    values (${review.event}, ${review.field ?? null}, ${review.verdict}, ${value}::jsonb, ${review.reason ?? null},
      ${review.reviewer}, ${ties.undoes ?? null}::bigint, ${review.adjudicates ?? false}, ${review.queue ?? null},
      ${ties.linkRun ?? null}::bigint, ${ties.request ?? null}) returning *`.execute(connection);
  if (JUDGING.has(review.verdict)) await refresh(connection, review.event);
  return reviewOf(rows[0]!);
}

/** The state of an event is what its reviews come to, and its values are those that they leave. */
async function refresh(connection: Connection, event: string): Promise<void> {
  // Of two people who judge one event the second waits, and then sees what the first wrote.
  await sql`select from events where current and id = ${event} for update`.execute(connection);
  const { rows } = await sql<{ readonly seq: number; readonly was: string; readonly state: string }>`
    select seq, reviewed as was, review_state(id) as state from events e where e.current and e.id = ${event}`.execute(
    connection,
  );
  for (const { seq, was, state } of rows) {
    if (was !== state || state === "edited") {
      await addCounts(connection, [seq], -1);
      await sql`update events set reviewed = ${state} where seq = ${seq}`.execute(connection);
      await showAsLeft(connection, [seq]);
      await addCounts(connection, [seq], 1);
    }
    await keepHistory(connection, [seq]);
  }
}

export async function reviewsBy(database: Database, reviewer: string, page: Page): Promise<Paged<Review>> {
  const size = sizeOf(page);
  const [id] = page.after === undefined ? [] : readCursor(page.after, ["whole"]);
  const beyond = id === undefined ? sql`true` : sql`id < ${id}::bigint`;
  const { rows } = await sql<ReviewRow>`
    select * from reviews where reviewer = ${reviewer} and ${beyond} order by id desc limit ${size + 1}`.execute(
    database,
  );
  return pagedRows(rows, size, reviewOf, (row) => [row.id]);
}
