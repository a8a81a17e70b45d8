import { sql } from "kysely";
import type { CodedReport } from "../record/coded-report.ts";
import type { Database } from "./database.ts";
import { streamCoded } from "./events.ts";
import { type ReviewRow, reviewOf } from "./review-rows.ts";
import type { ReviewedReport } from "./types.ts";

/** Reports that are read at a time. */
const PART = 100;

/** No transaction is held between parts. */
export async function* reviewedReports(database: Database): AsyncIterable<ReviewedReport> {
  let after = "";
  for (;;) {
    const { rows } = await sql<{ readonly report: string }>`
      select distinct e.report from reviews r join events e on e.id = r.event and e.current
      where e.report > ${after} order by 1 limit ${PART}`.execute(database);
    const keys = rows.map(({ report }) => report);
    yield* someReports(database, keys);
    if (keys.length < PART) return;
    after = keys.at(-1)!;
  }
}

async function* someReports(database: Database, keys: readonly string[]): AsyncIterable<ReviewedReport> {
  if (keys.length === 0) return;
  const { rows } = await sql<ReviewRow & { readonly report: string }>`
    select e.report, r.* from reviews r join events e on e.id = r.event and e.current
    where e.report = any(${keys}::text[]) order by r.id`.execute(database);
  for (const key of keys) {
    const reviews = rows.filter(({ report }) => report === key).map(reviewOf);
    const coded: CodedReport[] = [];
    for await (const one of streamCoded(database, { reports: [key] })) coded.push(one);
    if (coded[0] !== undefined) yield { key, coded: coded[0], reviews };
  }
}
