import { sql } from "kysely";
import { fail } from "../text/errors.ts";
import { type Alerted, type AlertWords, alertOf, followAlerts, STRETCH, settleAlerts } from "./alerts.ts";
import type { Connection, Database } from "./database.ts";
import { whereOf } from "./filter.ts";
import { chosenWithRecords, EVENT, type EventRow, given } from "./rows.ts";
import type { EventFilter } from "./types.ts";

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
  /** Of the last thirty days, as the two below. */
  readonly delivered: number;
  readonly waiting: number;
  readonly givenUp: number;
  /** What the last try ended with: an HTTP status, or why there was none. */
  readonly lastAnswer?: string;
  /** Since when nothing was taken. */
  readonly failing?: string;
  /** When it was given up: nothing is sent any more. */
  readonly off?: string;
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
   * Looks for new events for every webhook, and for what became of those that it was told; stores what is to be sent, at
   * most `most` events a delivery, in one transaction. Gives the number of new deliveries. Two servers on one database do
   * not meet.
   */
  readonly gather: (most: number, words: AlertWords) => Promise<number>;
  /** Takes the deliveries that are due, and hides them from others for so many milliseconds. */
  readonly take: (most: number, lease: number) => Promise<readonly Delivery[]>;
  /**
   * Ends a try: `retryAt` undefined with `delivered` false gives it up, and with it the whole webhook if nothing was taken
   * for some days: true then.
   */
  readonly settle: (
    id: string,
    outcome: { readonly delivered: boolean; readonly answer: string; readonly retryAt?: Date },
  ) => Promise<boolean>;
  /** Clears deliveries of more than thirty days ago that are done. */
  readonly sweep: () => Promise<void>;
}

/** After so long without a delivery that was taken, one that is given up ends the webhook. */
const DAYS_FAILING = 3;
const DAYS_KEPT = 30;

export function webhookTables(database: Database): WebhookTables {
  return {
    add: (webhook) => database.transaction().execute((transaction) => add(transaction, webhook)),
    list: () => list(database),
    remove: async (id) => {
      const { rows } = await sql`delete from webhooks where id = ${id} returning id`.execute(database);
      if (rows.length === 0) throw fail("K152", { kind: "webhook", name: id });
    },
    gather: (most, words) =>
      database.transaction().execute(async (transaction) => {
        const { rows } = await sql<WaitingRow>`
          select w.id, w.position, w.reviewed, w.coded, s.id as search, s.name, s.filter
          from webhooks w join searches s on s.id = w.search where w.off is null order by w.id for update of w skip locked`.execute(
          transaction,
        );
        let made = 0;
        for (const row of rows) {
          made += await gatherOne(transaction, row, most, words);
          made += await followAlerts(transaction, row, most, words);
        }
        return made;
      }),
    take: async (most, lease) => {
      const { rows } = await sql<Delivery>`
        with taken as (
          update deliveries set due = now() + ${lease} * interval '1 millisecond', attempts = attempts + 1
          where id in (select d.id from deliveries d join webhooks w on w.id = d.webhook
            where d.state = 'waiting' and d.due <= now() and w.off is null
            order by d.due limit ${most} for update of d skip locked)
          returning id, webhook, body, attempts - 1 as attempts)
        select t.*, w.url, w.secret from taken t join webhooks w on w.id = t.webhook order by t.id`.execute(
        database,
      );
      return rows;
    },
    settle: (id, outcome) =>
      database.transaction().execute((transaction) => settle(transaction, id, outcome)),
    sweep: async () => {
      await sql`delete from deliveries where state <> 'waiting'
        and created < now() - ${sql.lit(DAYS_KEPT)} * interval '1 day'`.execute(database);
    },
  };
}

async function add(connection: Connection, webhook: NewWebhook): Promise<void> {
  const { rows } = await sql`
    insert into webhooks (id, search, url, secret, owner, reviewed, coded, position)
    select ${webhook.id}, id, ${webhook.url}, ${webhook.secret}, ${webhook.owner},
      (select coalesce(max(id), 0) from reviews), (select coalesce(max(id), 0) from codings),
      (select coalesce(max(seq), 0) from events) from searches where id = ${webhook.search} returning id`.execute(
    connection,
  );
  if (rows.length === 0) throw fail("K152", { kind: "saved search", name: webhook.search });
  await sql`insert into webhook_events select w.id, e.seq from webhooks w
    join events e on e.seq > w.position - ${sql.lit(STRETCH)} where w.id = ${webhook.id}`.execute(connection);
}

async function list(database: Database): Promise<readonly Webhook[]> {
  const { rows } = await sql<WebhookRow>`
    select w.id, w.search, w.url, w.owner, w.created, w.failing, w.off,
      count(*) filter (where d.state = 'delivered') as delivered,
      count(*) filter (where d.state = 'waiting') as waiting,
      count(*) filter (where d.state = 'given-up') as "givenUp",
      (select answer from deliveries l where l.webhook = w.id and answer is not null
        order by created desc, l.id limit 1) as "lastAnswer"
    from webhooks w left join deliveries d on d.webhook = w.id group by w.id order by w.created, w.id`.execute(
    database,
  );
  return rows.map(({ lastAnswer, failing, off, ...webhook }) => ({
    ...webhook,
    ...given("lastAnswer", lastAnswer),
    ...given("failing", failing),
    ...given("off", off),
  }));
}

interface WebhookRow extends Omit<Webhook, "lastAnswer" | "failing" | "off"> {
  readonly lastAnswer: string | null;
  readonly failing: string | null;
  readonly off: string | null;
}

async function settle(
  connection: Connection,
  id: string,
  { delivered, answer, retryAt }: Parameters<WebhookTables["settle"]>[1],
): Promise<boolean> {
  const isOver = delivered || retryAt === undefined;
  const state = delivered ? "delivered" : isOver ? "given-up" : "waiting";
  await sql`update deliveries set state = ${state}, answer = ${answer},
    due = coalesce(${retryAt?.toISOString() ?? null}::timestamptz, due) where id = ${id}`.execute(connection);
  if (isOver) await settleAlerts(connection, id, delivered);
  const { rows } = await sql<{ readonly isOff: boolean }>`
    update webhooks set failing = case when ${delivered} then null else coalesce(failing, now()) end,
      off = case when ${state} = 'given-up' and failing < now() - ${sql.lit(DAYS_FAILING)} * interval '1 day'
        then coalesce(off, now()) else off end
    where id = (select webhook from deliveries where id = ${id}) returning off is not null as "isOff"`.execute(
    connection,
  );
  if (state !== "given-up" || rows[0]?.isOff !== true) return false;
  await sql`update deliveries set state = 'given-up' where state = 'waiting'
    and webhook = (select webhook from deliveries where id = ${id})`.execute(connection);
  return true;
}

interface WaitingRow extends Alerted {
  readonly position: number;
  readonly filter: EventFilter;
}

async function gatherOne(
  connection: Connection,
  webhook: WaitingRow,
  most: number,
  words: AlertWords,
): Promise<number> {
  const rows = await untold(connection, webhook, most);
  if (rows.length === 0) return 0;
  await alertOf(connection, webhook, rows, words);
  const seqs = rows.map(({ seq }) => seq);
  await sql`insert into webhook_events select ${webhook.id}, unnest(${seqs}::bigint[])`.execute(connection);
  const position = Math.max(webhook.position, ...seqs);
  await sql`update webhooks set position = ${position} where id = ${webhook.id}`.execute(connection);
  await sql`delete from webhook_events where webhook = ${webhook.id} and event <= ${position - STRETCH}`.execute(
    connection,
  );
  return 1;
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
