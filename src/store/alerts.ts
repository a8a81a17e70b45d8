import { sql } from "kysely";
import { effectiveEvent } from "../corrections/index.ts";
import type { Connection } from "./database.ts";
import { reviewsOf } from "./review-rows.ts";
import { chosenWithRecords, EVENT, type EventRow, storedEventOf } from "./rows.ts";
import type { StoredEvent } from "./types.ts";

/** What a delivery tells of its events: they are new, or what became of those that were told before. */
export type Tiding = "events.found" | "events.corrected" | "events.rejected" | "events.removed";

export interface AlertWords {
  /** What is posted. */
  readonly bodyOf: (
    tiding: Tiding,
    search: { readonly id: string; readonly name: string },
    events: readonly StoredEvent[],
  ) => unknown;
  /** Differs where two tellings of an event differ. */
  readonly markOf: (event: StoredEvent) => string;
}

/** Of a webhook, as far as alerts are concerned. */
export interface Alerted {
  readonly id: string;
  readonly search: string;
  readonly name: string;
  readonly reviewed: number;
  readonly coded: number;
}

/** Numbers before a position that are looked at again: a writer that commits late may still add one before it. */
export const STRETCH = 1000;

/** Somebody may have corrected it before it is told. */
async function asLeft(connection: Connection, row: EventRow): Promise<StoredEvent> {
  const stored = storedEventOf(row);
  if (stored.review !== "edited") return stored;
  return { ...stored, event: effectiveEvent(stored.event, await reviewsOf(connection, stored.id)).event };
}

/** Puts in line that a webhook is told of new events, and keeps what it is told. */
export async function alertOf(
  connection: Connection,
  webhook: Alerted,
  rows: readonly EventRow[],
  words: AlertWords,
): Promise<void> {
  const events = await Promise.all(rows.map((row) => asLeft(connection, row)));
  const delivery = await putInLine(connection, webhook, "events.found", events, words);
  const alerts = events.map((event) => ({
    event: event.id,
    report: event.report.key,
    telling: stateOf(event, true, words),
  }));
  await sql`
    insert into alerts (webhook, event, report, telling, delivery, review)
    select ${webhook.id}, g.event, g.report, g.telling, ${delivery},
      (select coalesce(max(r.id), 0) from reviews r where r.event = g.event)
    from jsonb_to_recordset(${JSON.stringify(alerts)}::jsonb) as g (event text, report text, telling text)
    on conflict do nothing`.execute(connection);
}

/**
 * Puts in line that a webhook is told what became of events that it was told: corrected, rejected, no longer in the report
 * as it is read now, or there again. Gives the number of deliveries.
 */
export async function followAlerts(
  connection: Connection,
  webhook: Alerted,
  most: number,
  words: AlertWords,
): Promise<number> {
  const { rows } = await sql<{ readonly reviewed: number; readonly coded: number }>`
    select (select coalesce(max(id), 0) from reviews) as reviewed, (select coalesce(max(id), 0) from codings) as coded`.execute(
    connection,
  );
  const [{ reviewed, coded }] = rows as [{ reviewed: number; coded: number }];
  let made = 0;
  for (;;) {
    const turned = await lookAt(connection, webhook, most);
    if (turned.length === 0) break;
    made += await tellTurned(connection, webhook, turned, words);
  }
  await sql`update webhooks set reviewed = ${reviewed}, coded = ${coded}
    where id = ${webhook.id} and (reviewed, coded) <> (${reviewed}::bigint, ${coded}::bigint)`.execute(
    connection,
  );
  return made;
}

interface Turned extends EventRow {
  readonly current: boolean;
  readonly told: string | null;
}

/** Alerts whose event somebody may have changed since they were looked at; they count as looked at now. */
async function lookAt(connection: Connection, webhook: Alerted, most: number): Promise<readonly Turned[]> {
  const { rows: due } = await sql<{ readonly event: string }>`
    select event from alerts where webhook = ${webhook.id} and delivery is null and fresh
    union select a.event from reviews r join alerts a on a.webhook = ${webhook.id} and a.event = r.event
      where r.id > ${webhook.reviewed - STRETCH} and r.id > a.review and a.delivery is null
    union select a.event from codings k join alerts a on a.webhook = ${webhook.id} and a.report = k.report
      where k.id > ${webhook.coded - STRETCH} and k.id > a.coding and a.delivery is null
    limit ${most}`.execute(connection);
  const events = due.map(({ event }) => event);
  if (events.length === 0) return [];
  await sql`update alerts a set fresh = false,
      review = (select coalesce(max(r.id), 0) from reviews r where r.event = a.event),
      coding = (select coalesce(max(k.id), 0) from codings k where k.report = a.report)
    where webhook = ${webhook.id} and event = any(${events}::text[])`.execute(connection);
  // The row that is current, or the last that was.
  const { rows } = await sql<Turned>`
    with chosen as materialized (
      select distinct on (e.id) e.seq, e.id, e.report, e.sort_day, e.happening, e.reviewed, e.current from events e
      where e.id = any(${events}::text[]) order by e.id, e.current desc, e.seq desc)
    select ${EVENT}, c.current, (select told from alerts a where a.webhook = ${webhook.id} and a.event = c.id) as told
    from ${chosenWithRecords()} order by c.seq`.execute(connection);
  return rows;
}

async function tellTurned(
  connection: Connection,
  webhook: Alerted,
  turned: readonly Turned[],
  words: AlertWords,
): Promise<number> {
  const now = await Promise.all(
    turned.map(async (row) => {
      const event = await asLeft(connection, row);
      return { event, told: row.told, state: stateOf(event, row.current, words) };
    }),
  );
  let made = 0;
  for (const tiding of ["events.removed", "events.rejected", "events.corrected"] as const) {
    const news = now.filter(({ told, state }) => state !== told && tidingOf(state) === tiding);
    if (news.length === 0) continue;
    const events = news.map(({ event }) => event);
    const delivery = await putInLine(connection, webhook, tiding, events, words);
    const marks = JSON.stringify(news.map(({ event, state }) => ({ event: event.id, state })));
    await sql`update alerts a set delivery = ${delivery}, telling = g.state
      from jsonb_to_recordset(${marks}::jsonb) as g (event text, state text)
      where a.webhook = ${webhook.id} and a.event = g.event`.execute(connection);
    made += 1;
  }
  return made;
}

const REMOVED = "removed";
const REJECTED = "rejected";

function stateOf(event: StoredEvent, isCurrent: boolean, words: AlertWords): string {
  if (!isCurrent) return REMOVED;
  return event.review === "rejected" ? REJECTED : words.markOf(event);
}

function tidingOf(state: string): Tiding {
  if (state === REMOVED) return "events.removed";
  return state === REJECTED ? "events.rejected" : "events.corrected";
}

async function putInLine(
  connection: Connection,
  { id, search, name }: Alerted,
  tiding: Tiding,
  events: readonly StoredEvent[],
  { bodyOf }: AlertWords,
): Promise<string> {
  const body = JSON.stringify(bodyOf(tiding, { id: search, name }, events));
  const { rows } = await sql<{ readonly id: string }>`insert into deliveries (id, webhook, body)
    values (gen_random_uuid()::text, ${id}, ${body}::jsonb) returning id`.execute(connection);
  return rows[0]!.id;
}

/** The receiver took a delivery, or it was given up: what it never took is not followed. */
export async function settleAlerts(
  connection: Connection,
  delivery: string,
  isTaken: boolean,
): Promise<void> {
  if (isTaken)
    await sql`update alerts set told = telling, telling = null, delivery = null, fresh = true
      where delivery = ${delivery}`.execute(connection);
  else {
    await sql`delete from alerts where delivery = ${delivery} and told is null`.execute(connection);
    await sql`update alerts set telling = null, delivery = null where delivery = ${delivery}`.execute(
      connection,
    );
  }
}
