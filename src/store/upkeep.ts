import { createHash } from "node:crypto";
import { sql } from "kysely";
import { quotesOf } from "../record/quotes.ts";
import type { Report } from "../record/report.ts";
import type { Database, Opened } from "./database.ts";
import { SCHEMA } from "./migrate.ts";
import { isForeign } from "./reports.ts";
import type { Problem, Stats } from "./types.ts";
import { sha256Of } from "./write.ts";

export async function stats({ database, engine }: Opened): Promise<Stats> {
  const { rows } = await sql<Omit<Stats, "engine" | "schema">>`
    select current_setting('server_version') as version, (select count(*) from reports) as reports,
      (select count(*) from codings c where current and not ${isForeign}) as "codedReports",
      (select count(*) from reports) - (select count(*) from codings c where current and not ${isForeign}) as "notCoded", (select count(*) from codings) as codings,
      (select coalesce(sum(events), 0)::bigint from counts where facet = 'type') as events,
      (select count(distinct story) from report_links) as stories, (select count(*) from reviews) as reviews,
      (select count(*) from failures where state = 'open') as "openFailures",
      pg_database_size(current_database()) as bytes`.execute(database);
  return { engine, schema: SCHEMA, ...rows[0]! };
}

/** Statistics for the planner, rows visible to index-only reads, and the additions of `counts` added up. */
export async function maintain({ database }: Opened): Promise<void> {
  await sql`
    with old as (delete from counts returning facet, value, events)
    insert into counts (facet, value, events)
    select facet, value, sum(events) from old group by facet, value having sum(events) <> 0`.execute(
    database,
  );
  for (const table of [
    "events",
    "event_records",
    "participants",
    "dyads",
    "coded_events",
    "event_history",
    "reports",
    "parties",
    "places",
    "counts",
  ])
    await sql`vacuum (analyze) ${sql.ref(table)}`.execute(database);
}

/** Reads every row again and compares it with what it was made from. */
export async function verify({ database }: Opened): Promise<readonly Problem[]> {
  return [
    ...(await wrongReports(database)),
    ...(await wrongRaw(database)),
    ...(await wrongEvents(database)),
    ...(await wrongSums(database)),
    ...(await wrongHistory(database)),
  ];
}

const PART = 100;

async function wrongReports(database: Database): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  let after = 0;
  for (;;) {
    const { rows } = await sql<{ seq: number; key: string; record: Report; sha256: string }>`
      select seq, key, record, sha256 from reports where seq > ${after}::bigint order by seq limit ${PART}`.execute(
      database,
    );
    for (const { key, record, sha256 } of rows)
      if (sha256Of(record.text) !== sha256)
        problems.push({ where: `report ${key}`, what: "its text is not the one that was stored" });
    if (rows.length < PART) return problems;
    after = rows.at(-1)!.seq;
  }
}

async function wrongRaw(database: Database): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  let after = "";
  for (;;) {
    const { rows } = await sql<{ sha256: string; bytes: Uint8Array }>`
      select sha256, bytes from raw where sha256 > ${after} order by sha256 limit 5`.execute(database);
    for (const { sha256, bytes } of rows)
      if (createHash("sha256").update(bytes).digest("hex") !== sha256)
        problems.push({ where: `bytes ${sha256}`, what: "they are not the ones that were fetched" });
    if (rows.length < 5) return problems;
    after = rows.at(-1)!.sha256;
  }
}

/** Every quote of every event stands in its report's text, and every record has its row. */
async function wrongEvents(database: Database): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  let after = 0;
  for (;;) {
    const { rows } = await sql<{ seq: number; id: string; record: unknown; text: string }>`
      select e.seq, e.id, d.record, r.record ->> 'text' as text from events e join reports r on r.key = e.report
      left join event_records d on d.event = e.seq
      where e.seq > ${after}::bigint order by e.seq limit ${PART}`.execute(database);
    for (const { id, record, text } of rows) {
      if (record === null) problems.push({ where: `event ${id}`, what: "its record is missing" });
      else if (quotesOf(record).some((quote) => text.slice(quote.start, quote.end) !== quote.text))
        problems.push({ where: `event ${id}`, what: "a quote is not in the report's text" });
    }
    if (rows.length < PART) return problems;
    after = rows.at(-1)!.seq;
  }
}

async function wrongSums(database: Database): Promise<readonly Problem[]> {
  const { rows: codings } = await sql<{ id: number; events: number; found: number }>`
    select c.id, c.events, count(e.seq) as found from codings c left join events e on e.coding = c.id and e.by_hand is null
    group by c.id having count(e.seq) <> c.events`.execute(database);
  const { rows: currents } = await sql<{ report: string }>`
    select e.report from events e join codings c on c.id = e.coding where e.current <> c.current and (e.by_hand is null or e.current)
    group by 1`.execute(database);
  const { rows: counts } = await sql<{ type: string }>`
    select coalesce(a.value, b.type) as type
    from (select value, sum(events)::bigint as n from counts where facet = 'type' group by value having sum(events) <> 0) a
    full join (select type, count(*) as n from events where current group by type) b on a.value = b.type
    where a.n is distinct from b.n`.execute(database);
  return [
    ...codings.map(({ id, events, found }) => ({
      where: `coding ${id}`,
      what: `${found} events where ${events} were coded`,
    })),
    ...currents.map(({ report }) => ({
      where: `report ${report}`,
      what: "old and current events are mixed up",
    })),
    ...counts.map(({ type }) => ({ where: `counts of ${type}`, what: "they are not the number of events" })),
  ];
}

/** The last that is kept of an event is what it is now. */
async function wrongHistory(database: Database): Promise<readonly Problem[]> {
  const columns = (table: string) => sql.join(HELD.map((name) => sql.ref(`${table}.${name}`)));
  const { rows } = await sql<{ readonly id: string }>`
    select e.id from events e left join event_history h on h.seq = e.seq and h.until = 'infinity' and h.shows <> 'coded'
    where e.current and (e.reviewed <> coalesce(h.reviewed, 'unreviewed')
      or (h.seq is not null and row(${columns("e")}) is distinct from row(${columns("h")})))`.execute(
    database,
  );
  return rows.map(({ id }) => ({ where: `event ${id}`, what: "its history does not end with what it is" }));
}

const HELD = [
  "type",
  "modes",
  "contexts",
  "day_from",
  "day_to",
  "precision",
  "country",
  "place",
  "factuality",
  "phase",
];
