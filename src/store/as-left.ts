import { sql } from "kysely";
import { effectiveEvent } from "../corrections/index.ts";
import type { Event } from "../record/event.ts";
import { addCounts } from "./counts.ts";
import type { Connection } from "./database.ts";
import { insertDimensions } from "./dimensions.ts";
import { flattenEvent } from "./flatten.ts";
import { reviewsOf } from "./review-rows.ts";
import type { ReviewState } from "./types.ts";

interface Shown {
  readonly seq: number;
  readonly id: string;
  readonly reviewed: ReviewState;
  readonly record: Event;
}

/**
 * The rows of these events as people left them, so that filters and counts agree with what lists show: the values that
 * reviewers gave, with what was coded kept beside; for what is no longer corrected, what was coded. Counts are the caller's.
 */
export async function showAsLeft(connection: Connection, events: readonly number[]): Promise<void> {
  const { rows } = await sql<Shown>`
    select e.seq, e.id, e.reviewed, d.record from events e join event_records d on d.event = e.seq
    where e.seq = any(${events}::bigint[])
      and (e.reviewed = 'edited' or exists (select from coded_events c where c.seq = e.seq)) order by e.seq`.execute(
    connection,
  );
  for (const { seq, id, reviewed, record } of rows) {
    if (reviewed === "edited") {
      await keepCoded(connection, seq);
      await writeValues(connection, seq, id, effectiveEvent(record, await reviewsOf(connection, id)).event);
    } else {
      await writeValues(connection, seq, id, record);
      await dropCoded(connection, seq);
    }
  }
}

async function keepCoded(connection: Connection, seq: number): Promise<void> {
  await sql`
    with kept as (insert into coded_events select * from events where seq = ${seq} on conflict do nothing returning seq),
    parties as (insert into coded_participants select p.* from participants p join kept on kept.seq = p.event)
    insert into coded_dyads select d.* from dyads d join kept on kept.seq = d.event`.execute(connection);
}

async function dropCoded(connection: Connection, seq: number): Promise<void> {
  await sql`
    with gone as (delete from coded_events where seq = ${seq} returning seq),
    parties as (delete from coded_participants where event in (select seq from gone))
    delete from coded_dyads where event in (select seq from gone)`.execute(connection);
}

/** The row of one event, its parties and its dyads, made from a record. */
export async function writeValues(
  connection: Connection,
  seq: number,
  id: string,
  event: Event,
): Promise<void> {
  const { columns, participants, parties, places } = flattenEvent(event, id);
  await insertDimensions(connection, JSON.stringify(places), JSON.stringify(parties));
  await sql`
    update events e set type = g.type, modes = g.modes, contexts = g.contexts, day_from = g.day_from, day_to = g.day_to,
      sort_day = coalesce(g.day_from, '0001-01-01'), precision = g.precision, country = g.country, admin1 = g.admin1,
      place = (select p.id from places p where p.key = g.place), actor_country = g.actor_country,
      recipient_country = g.recipient_country, factuality = g.factuality, phase = g.phase, sourced = g.sourced,
      denied = g.denied, impact = impact_of(g.type, ${JSON.stringify(event)}::jsonb)
    from jsonb_to_recordset(${JSON.stringify([columns])}::jsonb) as g (type text, modes text[], contexts text[],
      day_from date, day_to date, precision text, country text, admin1 text, place text, actor_country text,
      recipient_country text, factuality text, phase text, sourced smallint, denied boolean)
    where e.seq = ${seq}`.execute(connection);
  await sql`delete from participants where event = ${seq}`.execute(connection);
  await sql`delete from dyads where event = ${seq}`.execute(connection);
  await sql`
    insert into participants (event, role, position, party)
    select ${seq}::bigint, g.role, g.position, p.id
    from jsonb_to_recordset(${JSON.stringify(participants)}::jsonb) as g (role text, position int, party text)
    join parties p on p.key = g.party`.execute(connection);
  await sql`
    insert into dyads (event, actor, recipient)
    select distinct a.event, a.party, r.party from participants a
    join participants r on r.event = a.event and r.role = 'recipient'
    where a.role = 'actor' and a.event = ${seq}`.execute(connection);
}

/** Once, for stores from before rows held what reviewers left. */
export async function showAllAsLeft(connection: Connection): Promise<void> {
  const { rows } = await sql<{ readonly seq: number }>`
    select seq from events where current and reviewed = 'edited' order by seq`.execute(connection);
  if (rows.length === 0) return;
  const events = rows.map(({ seq }) => seq);
  await addCounts(connection, events, -1);
  await showAsLeft(connection, events);
  await addCounts(connection, events, 1);
}
