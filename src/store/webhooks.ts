import { sql } from "kysely";
import { effectiveEvent } from "../corrections/index.ts";
import { fail } from "../text/errors.ts";
import type { Connection, Database } from "./database.ts";
import { whereOf } from "./filter.ts";
import { reviewsOf } from "./review-rows.ts";
import { chosenWithRecords, EVENT, type EventRow, given, storedEventOf } from "./rows.ts";
import type { EventFilter, StoredEvent } from "./types.ts";

export interface NewWebhook {
  readonly id: string;
  /** Id of the saved search. */
  readonly search: string;
  readonly url: string;
  /** What the bodies are signed with. */
  readonly secret: string;
  readonly owner: string;
}
export interface Webhook extends Omit<NewWebhook, "secret"> {
  readonly created: string;
  readonly delivered: number;
  readonly waiting: number;
  readonly givenUp: number;
  /** What the last try ended with: an HTTP status, or why there was none. */
  readonly lastAnswer?: string;
}

export interface Delivery {
  readonly id: string;
  readonly webhook: string;
  readonly url: string;
  readonly secret: string;
  readonly body: unknown;
  /** Tries before this one. */
  readonly attempts: number;
}

export interface WebhookTables {
  /** What is there already is not told. Throws K152 if there is no such search. */
  readonly add: (webhook: NewWebhook) => Promise<void>;
  readonly list: () => Promise<readonly Webhook[]>;
  /** Throws K152 if there is none. */
  readonly remove: (id: string) => Promise<void>;
  /**
   * Looks for new events for every webhook and stores what is to be sent, `bodyOf` at most `most` events; events and
   * deliveries in one transaction. Gives the number of new deliveries. Two servers on one database do not meet.
   */
  readonly gather: (
    most: number,
    bodyOf: (
      search: { readonly id: string; readonly name: string },
      events: readonly StoredEvent[],
    ) => unknown,
  ) => Promise<number>;
  /** Takes the deliveries that are due, and hides them from others for so many milliseconds. */
  readonly take: (most: number, lease: number) => Promise<readonly Delivery[]>;
  /** Ends a try: `retryAt` undefined with `delivered` false gives it up. */
  readonly settle: (
    id: string,
    outcome: { readonly delivered: boolean; readonly answer: string; readonly retryAt?: Date },
  ) => Promise<void>;
}

/** Sequence numbers before the position that are looked at again. */
const STRETCH = 1000;

export function webhookTables(database: Database): WebhookTables {
  return {
    add: (webhook) => database.transaction().execute((transaction) => add(transaction, webhook)),
    list: () => list(database),
    remove: async (id) => {
      const { rows } = await sql`delete from webhooks where id = ${id} returning id`.execute(database);
      if (rows.length === 0) throw fail("K152", { kind: "webhook", name: id });
    },
    gather: (most, bodyOf) =>
      database.transaction().execute(async (transaction) => {
        const { rows } = await sql<WaitingRow>`
          select w.id, w.position, s.id as search, s.name, s.filter from webhooks w join searches s on s.id = w.search
          order by w.id for update of w skip locked`.execute(transaction);
        let made = 0;
        for (const row of rows) made += await gatherOne(transaction, row, most, bodyOf);
        return made;
      }),
    take: async (most, lease) => {
      const { rows } = await sql<Delivery>`
        with taken as (
          update deliveries set due = now() + ${lease} * interval '1 millisecond', attempts = attempts + 1
          where id in (select id from deliveries where state = 'waiting' and due <= now()
            order by due limit ${most} for update skip locked)
          returning id, webhook, body, attempts - 1 as attempts)
        select t.*, w.url, w.secret from taken t join webhooks w on w.id = t.webhook order by t.id`.execute(
        database,
      );
      return rows;
    },
    settle: async (id, { delivered, answer, retryAt }) => {
      const state = delivered ? "delivered" : retryAt === undefined ? "given-up" : "waiting";
      await sql`update deliveries set state = ${state}, answer = ${answer},
        due = coalesce(${retryAt?.toISOString() ?? null}::timestamptz, due) where id = ${id}`.execute(
        database,
      );
    },
  };
}

async function add(connection: Connection, webhook: NewWebhook): Promise<void> {
  const { rows } = await sql`
    insert into webhooks (id, search, url, secret, owner, position)
    select ${webhook.id}, id, ${webhook.url}, ${webhook.secret}, ${webhook.owner},
      (select coalesce(max(seq), 0) from events) from searches where id = ${webhook.search} returning id`.execute(
    connection,
  );
  if (rows.length === 0) throw fail("K152", { kind: "saved search", name: webhook.search });
  await sql`insert into webhook_events select w.id, e.seq from webhooks w
    join events e on e.seq > w.position - ${sql.lit(STRETCH)} where w.id = ${webhook.id}`.execute(connection);
}

async function list(database: Database): Promise<readonly Webhook[]> {
  const { rows } = await sql<Omit<Webhook, "lastAnswer"> & { readonly lastAnswer: string | null }>`
    select w.id, w.search, w.url, w.owner, w.created,
      count(*) filter (where d.state = 'delivered') as delivered,
      count(*) filter (where d.state = 'waiting') as waiting,
      count(*) filter (where d.state = 'given-up') as "givenUp",
      (select answer from deliveries l where l.webhook = w.id and answer is not null
        order by created desc, l.id limit 1) as "lastAnswer"
    from webhooks w left join deliveries d on d.webhook = w.id group by w.id order by w.created, w.id`.execute(
    database,
  );
  return rows.map(({ lastAnswer, ...webhook }) => ({ ...webhook, ...given("lastAnswer", lastAnswer) }));
}

interface WaitingRow {
  readonly id: string;
  readonly position: number;
  readonly search: string;
  readonly name: string;
  readonly filter: EventFilter;
}

async function gatherOne(
  connection: Connection,
  webhook: WaitingRow,
  most: number,
  bodyOf: Parameters<WebhookTables["gather"]>[1],
): Promise<number> {
  const rows = await untold(connection, webhook, most);
  if (rows.length === 0) return 0;
  const events = await Promise.all(rows.map((row) => asLeft(connection, storedEventOf(row))));
  const body = bodyOf({ id: webhook.search, name: webhook.name }, events);
  await sql`insert into deliveries (id, webhook, body)
    values (gen_random_uuid()::text, ${webhook.id}, ${JSON.stringify(body)}::jsonb)`.execute(connection);
  const seqs = rows.map(({ seq }) => seq);
  await sql`insert into webhook_events select ${webhook.id}, unnest(${seqs}::bigint[])`.execute(connection);
  const position = Math.max(webhook.position, ...seqs);
  await sql`update webhooks set position = ${position} where id = ${webhook.id}`.execute(connection);
  await sql`delete from webhook_events where webhook = ${webhook.id} and event <= ${position - STRETCH}`.execute(
    connection,
  );
  return 1;
}

/** Somebody may have corrected it before it was told. */
async function asLeft(connection: Connection, stored: StoredEvent): Promise<StoredEvent> {
  if (stored.review !== "edited") return stored;
  return { ...stored, event: effectiveEvent(stored.event, await reviewsOf(connection, stored.id)).event };
}

/** An event that is coded again by a newer coder is the same event and is not told again. */
async function untold(
  connection: Connection,
  { id, position, filter }: WaitingRow,
  most: number,
): Promise<readonly EventRow[]> {
  const { rows } = await sql<EventRow>`
    with chosen as materialized (
      select seq, id, report, sort_day, happening, reviewed from events e
      where ${whereOf(filter)} and e.seq > ${position - STRETCH}
        and not exists (select from webhook_events w where w.webhook = ${id} and w.event = e.seq)
        and not exists (select from events o where o.report = e.report and o.id = e.id and o.seq < e.seq)
      order by seq limit ${most})
    select ${EVENT} from ${chosenWithRecords()} order by c.seq`.execute(connection);
  return rows;
}
