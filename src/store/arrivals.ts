import { sql } from "kysely";
import type { Database } from "./database.ts";

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
