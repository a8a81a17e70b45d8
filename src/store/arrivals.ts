import { type RawBuilder, sql } from "kysely";
import type { Database } from "./database.ts";

/** No transaction lasts longer: a report that got its number earlier came earlier, give or take this. */
const ORDER = sql`interval '1 hour'`;

/**
 * A report `a` came into the store at an instant or later. Numbers grow as reports come, so that only the last of them are
 * looked at.
 */
export function cameSince(instant: string): RawBuilder<boolean> {
  return sql<boolean>`(a.stored_at >= ${instant}::timestamptz and a.seq > coalesce((select seq from reports
    where stored_at < ${instant}::timestamptz - ${ORDER} order by seq desc limit 1), 0))`;
}

/** Keys of the reports of these stories that came into the store at an instant or later. */
export async function cameToStories(
  database: Database,
  stories: readonly string[],
  instant: string,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly key: string }>`
    select a.key from reports a join report_links l on l.report = a.key
    where l.story = any(${stories}::text[]) and ${cameSince(instant)}`.execute(database);
  return new Set(rows.map(({ key }) => key));
}

/** Keys of the reports that were coded for the first time from an instant on and before another, in that order. */
export async function firstCoded(
  database: Database,
  from: string,
  before: string,
): Promise<readonly string[]> {
  const { rows } = await sql<{ readonly report: string }>`
    select report from codings k where coded_at >= ${from}::timestamptz and coded_at < ${before}::timestamptz
      and not exists (select from codings o where o.report = k.report and o.id < k.id)
    order by coded_at, id`.execute(database);
  return rows.map(({ report }) => report);
}
