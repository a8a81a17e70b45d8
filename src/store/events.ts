import { type RawBuilder, sql } from "kysely";
import type { CodedReport } from "../record/coded-report.ts";
import { wholeCounts } from "./counts.ts";
import type { Database } from "./database.ts";
import { eventsOf, isWhole, whereOf } from "./filter.ts";
import { targetOf } from "./links.ts";
import { cursorOf, readCursor, sizeOf } from "./paging.ts";
import { type CodingRow, chosenWithRecords, EVENT, type EventRow, given, storedEventOf } from "./rows.ts";
import { rowsOf, type Side } from "./sides.ts";
import type {
  EventFilter,
  HappeningEvents,
  Order,
  Page,
  Paged,
  StoredEvent,
  StoredRecord,
  WholeEvent,
} from "./types.ts";

/** One page, found by where the last one ended: the thousandth page is as quick as the first. */
export async function listEvents(
  database: Database,
  filter: EventFilter,
  page: Page,
): Promise<Paged<StoredEvent>> {
  const size = sizeOf(page);
  const { rows } = await pageQuery(filter, page, size + 1).execute(database);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(storedEventOf),
    ...(rows.length > size && last ? { next: cursorOf([last.sort_day, last.seq]) } : {}),
  };
}

/** The narrow rows are chosen first; only those of the page are joined with their records. */
export function pageQuery(filter: EventFilter, page: Page, limit: number): RawBuilder<EventRow> {
  const order = page.order ?? "newest";
  const rest =
    page.after === undefined ? sql`true` : sql`${beyond(order, readCursor(page.after, ["day", "whole"]))}`;
  const chosen = rowsOf(
    filter,
    sql`seq, id, report, sort_day, ${statesOf(filter)}`,
    (side) => sql`${whereOf(filter, side)} and ${rest}`,
    sql`order by ${orderOf(order, "e")} limit ${limit}`,
  );
  return sql<EventRow>`
    with chosen as materialized (${chosen})
    select ${EVENT} from ${chosenWithRecords(linksOf(filter))} order by ${orderOf(order, "c")}`;
}

/** Of an instant that is past no links are known. */
function statesOf({ asOf }: EventFilter): RawBuilder<unknown> {
  return asOf === undefined ? sql`happening, reviewed` : sql`null::text as happening, reviewed`;
}

function linksOf({ asOf }: EventFilter): RawBuilder<unknown> {
  return asOf === undefined ? sql`l.report = c.report` : sql`false`;
}

function orderOf(order: Order, table: string): RawBuilder<unknown> {
  const day = sql.ref(`${table}.sort_day`);
  const seq = sql.ref(`${table}.seq`);
  if (order === "stored") return seq;
  return order === "newest" ? sql`${day} desc, ${seq} desc` : sql`${day}, ${seq}`;
}

function beyond(order: Order, [day, seq]: readonly (string | number)[]): RawBuilder<boolean> {
  if (order === "stored") return sql`e.seq > ${seq}::bigint`;
  return order === "newest"
    ? sql`(e.sort_day, e.seq) < (${day}::date, ${seq}::bigint)`
    : sql`(e.sort_day, e.seq) > (${day}::date, ${seq}::bigint)`;
}

/** All of them are kept as a number, not counted. */
export async function countEvents(database: Database, filter: EventFilter): Promise<number> {
  const counted = isWhole(filter)
    ? sql`select coalesce(sum(events), 0)::bigint as events from ${wholeCounts(filter)} where facet = 'type'`
    : sql`select count(*) as events from (${eventsOf(filter, sql`1`)}) e`;
  const { rows } = await sql<{ readonly events: number }>`${counted}`.execute(database);
  return rows[0]!.events;
}

export async function oneEvent(database: Database, id: string): Promise<WholeEvent | undefined> {
  const { rows } = await wholeQuery({}, () => sql`e.current and e.id = ${id}`, 1).execute(database);
  return rows[0] && wholeOf(rows[0]);
}

/** Every telling of one happening that is current. */
export async function happeningEvents(
  database: Database,
  askedFor: string,
  most: number,
): Promise<HappeningEvents | undefined> {
  const id = await targetOf(database, askedFor, "happening");
  const told = wholeQuery({}, () => sql`e.current and e.happening = ${id}`, most + 1);
  const { rows } = await told.execute(database);
  if (rows.length === 0) return undefined;
  const events = rows
    .slice(0, most)
    .map(wholeOf)
    .sort((a, b) => compare(a.report.published ?? "9999", b.report.published ?? "9999"));
  return { id, ...(id === askedFor ? {} : { askedFor }), events, more: rows.length > most };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

type WholeRow = EventRow &
  CodingRow & {
    readonly position: number;
    /** The id of the record whose text this report repeats. */
    readonly copied: string | null;
  };

function wholeQuery(
  filter: EventFilter,
  where: (side: Side) => RawBuilder<unknown>,
  limit: number,
): RawBuilder<WholeRow> {
  const columns = sql`seq, id, report, coding, position, sort_day, ${statesOf(filter)}`;
  const order = sql`order by e.coding, e.position limit ${limit}`;
  return sql<WholeRow>`
    with chosen as materialized (${rowsOf(filter, columns, where, order)})
    select ${EVENT}, c.coding, c.position, r.record as whole, k.header, k.notes, v.coder, (
      select o.header ->> 'id' from codings o where o.report = l.copy_of and o.current) as copied
    from ${chosenWithRecords(linksOf(filter))}
    join codings k on k.id = c.coding join coders v on v.id = k.coder order by c.coding, c.position`;
}

function wholeOf(row: WholeRow): WholeEvent {
  return { ...storedEventOf(row), whole: row.whole, coder: row.coder };
}

/** Events under way at a time; each comes with its report's whole text. */
const STREAM = 200;

async function* streamRows(database: Database, filter: EventFilter): AsyncIterable<WholeRow> {
  let [coding, position] = [0, 0];
  for (;;) {
    const rest = sql`(e.coding, e.position) > (${coding}::bigint, ${position}::int)`;
    const { rows } = await wholeQuery(
      filter,
      (side) => sql`${whereOf(filter, side)} and ${rest}`,
      STREAM,
    ).execute(database);
    yield* rows;
    if (rows.length < STREAM) return;
    ({ coding, position } = rows.at(-1)!);
  }
}

/** No transaction is held between pages: what is stored meanwhile comes at the end. */
export async function* streamEvents(database: Database, filter: EventFilter): AsyncIterable<WholeEvent> {
  for await (const row of streamRows(database, filter)) yield wholeOf(row);
}

/** Events of one coding lie together, so that one record at a time is in memory. */
export async function* streamRecords(database: Database, filter: EventFilter): AsyncIterable<StoredRecord> {
  let open: WholeRow[] = [];
  for await (const row of streamRows(database, filter)) {
    if (open.length > 0 && open[0]!.coding !== row.coding) {
      yield recordOf(open);
      open = [];
    }
    open.push(row);
  }
  if (open.length > 0) yield recordOf(open);
}

export async function* streamCoded(database: Database, filter: EventFilter): AsyncIterable<CodedReport> {
  for await (const { coded } of streamRecords(database, filter)) yield coded;
}

function recordOf(rows: readonly WholeRow[]): StoredRecord {
  const { header, whole, notes, coder, story, copied } = rows[0]!;
  return {
    coded: {
      schema: header.schema,
      id: header.id,
      offsets: header.offsets,
      report: whole,
      events: rows.map(({ event }) => event),
      notes,
      coder,
    },
    links: {
      ...given("story", story),
      ...given("copyOf", copied),
      happenings: new Map(
        rows.flatMap(({ event, happening }) => (happening === null ? [] : [[event.id, happening] as const])),
      ),
    },
  };
}
