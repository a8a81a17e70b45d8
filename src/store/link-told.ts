import { sql } from "kysely";
import type { Database } from "./database.ts";

/** Which happening an event of a report tells. */
export interface ToldEvent {
  readonly seq: number;
  /** The key of the report. */
  readonly report: string;
  readonly event: string;
  readonly happening: string;
  /** The id of the record whose text the report repeats; null for none. */
  readonly copyOf: string | null;
}

const PART = 5000;

/** Page by page, without the records: small rows, for holding them all. */
export async function* toldEvents(database: Database): AsyncIterable<ToldEvent> {
  let after = 0;
  for (;;) {
    const { rows } = await sql<ToldEvent>`
      select e.seq, e.report, e.id as event, e.happening, k.header ->> 'id' as "copyOf"
      from events e left join report_links l on l.report = e.report
      left join codings k on k.report = l.copy_of and k.current
      where e.current and e.happening is not null and e.seq > ${after}::bigint order by e.seq limit ${PART}`.execute(
      database,
    );
    yield* rows;
    if (rows.length < PART) return;
    after = rows.at(-1)!.seq;
  }
}
