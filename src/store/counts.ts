import { type RawBuilder, sql } from "kysely";
import type { Connection } from "./database.ts";
import type { EventFilter } from "./types.ts";

/** Adds these events to the counts of the whole store, or takes them away. */
export async function addCounts(
  connection: Connection,
  events: readonly number[],
  sign: 1 | -1,
): Promise<void> {
  await sql`insert into counts (facet, value, events) ${tally(sql`events e where e.seq = any(${events}::bigint[])`, sign)}`.execute(
    connection,
  );
}

/** What counts hold of the events `e` of a query. */
function tally(events: RawBuilder<unknown>, sign: 1 | -1): RawBuilder<unknown> {
  return sql`
    select facet, value, ${sign}::int * count(*) from (select e.* from ${events}) e cross join lateral (values
      ('type', e.type), ('country', e.country), ('actor', e.actor_country), ('recipient', e.recipient_country),
      ('factuality', e.factuality), ('phase', e.phase), ('outlet', e.outlet), ('reviewed', e.reviewed),
      ('day', e.day_from::text || ' ' || e.precision)) as f (facet, given)
    cross join lateral (select coalesce(f.given, '') as value) v group by facet, value`;
}

/** Of the whole store: with what was coded in place of the few events that people changed or made, if that is asked for. */
export function wholeCounts({ values }: EventFilter): RawBuilder<unknown> {
  if (values !== "coded") return sql`counts`;
  const left = sql`events e where e.current and (e.reviewed = 'edited' or e.by_hand is not null)`;
  const coded = sql`coded_events e join events s on s.seq = e.seq
    where s.current and s.reviewed = 'edited' and s.by_hand is null`;
  return sql`(select facet, value, events from counts union all ${tally(left, -1)} union all ${tally(coded, 1)}) counts`;
}
