import { sql } from "kysely";
import { effectiveEvent, JUDGING } from "../corrections/index.ts";
import type { Event } from "../record/event.ts";
import type { Connection } from "./database.ts";
import { insertDimensions } from "./dimensions.ts";
import { flattenEvent } from "./flatten.ts";
import { type ReviewRow, reviewOf } from "./review-rows.ts";

/** An event from one review of it until the next. */
interface Stretch {
  readonly seq: number;
  readonly id: string;
  /** A person made it of a part of another event: it was never coded. */
  readonly made: boolean;
  /** To the microsecond, as the database writes them. */
  readonly since: string;
  readonly until: string;
  /** As it was coded, and the reviews that had been written. */
  readonly record: Event;
  readonly reviews: readonly ReviewRow[];
}

/** The reviews `r` that say what an event is. */
const JUDGES = sql`r.verdict = any(${[...JUDGING]}::text[])`;

/**
 * Writes down anew what these events were at every instant at which they were in use, as their reviews have it. It is made
 * of the whole log each time, so that it is the same whoever wrote first; an event has few reviews.
 */
export async function keepHistory(connection: Connection, events: readonly number[]): Promise<void> {
  const stretches = await stretchesOf(connection, events);
  if (stretches.length === 0) return;
  const rows = stretches.flatMap(rowsOfStretch);
  // Places and parties of what was coded are there since it was.
  const given = rows.flatMap(({ flat, row }) => (row.reviewed === "edited" ? flat : []));
  if (given.length > 0)
    await insertDimensions(
      connection,
      JSON.stringify(given.flatMap(({ places }) => places)),
      JSON.stringify(given.flatMap(({ parties }) => parties)),
    );
  const seqs = stretches.map(({ seq }) => seq);
  await sql`delete from event_history where seq = any(${seqs}::bigint[])`.execute(connection);
  await insertHistory(connection, JSON.stringify(rows.map(({ row }) => row)));
}

/** From when an event was in use until it no longer was, cut at each review; none for events that nobody judged. */
async function stretchesOf(connection: Connection, events: readonly number[]): Promise<readonly Stretch[]> {
  const { rows } = await sql<Stretch>`
    with used as (
      select e.seq, e.id, e.by_hand is not null as made, greatest(k.coded_at, d.at) as first,
        least((select min(n.coded_at) from codings n where n.report = e.report and n.id > e.coding),
          (select u.at from reviews u where u.undoes = e.by_hand), 'infinity') as last
      from events e join codings k on k.id = e.coding left join reviews d on d.id = e.by_hand
      where e.seq = any(${events}::bigint[])
        and (e.by_hand is not null or exists (select from reviews r where r.event = e.id and ${JUDGES}))),
    cuts as (
      select seq, first as since from used where first < last
      union select u.seq, r.at from used u join reviews r on r.event = u.id and ${JUDGES} and r.at > u.first and r.at < u.last)
    select seq, u.id, u.made, c.since::text as since,
      coalesce(lead(c.since) over (partition by seq order by c.since), u.last)::text as until,
      d.record, coalesce((
        select jsonb_agg(to_jsonb(r) order by r.id) from reviews r where r.event = u.id and r.at <= c.since), '[]') as reviews
    from cuts c join used u using (seq) join event_records d on d.event = seq order by seq, c.since`.execute(
    connection,
  );
  return rows;
}

/** What was rejected counts as it was coded. */
function rowsOfStretch({ seq, id, made, since, until, record, reviews }: Stretch) {
  const { event, state } = effectiveEvent(record, reviews.map(reviewOf));
  const rowOf = (shows: "both" | "left" | "coded", values: Event) => {
    const flat = flattenEvent(values, id);
    const parties = (role: string) =>
      flat.participants.flatMap((one) => (one.role === role ? one.party : []));
    const roles = { actors: parties("actor"), recipients: parties("recipient"), sources: parties("source") };
    return { flat, row: { seq, since, until, shows, reviewed: state, ...flat.columns, ...roles } };
  };
  const coded = made ? [] : [rowOf("coded", record)];
  if (state === "edited") return [rowOf("left", event), ...coded];
  return [rowOf(made ? "left" : "both", record)];
}

async function insertHistory(connection: Connection, rows: string): Promise<void> {
  const numbers = (role: string) => sql`array(
    select p.id from unnest(${sql.ref(`g.${role}`)}) with ordinality as k (key, place) join parties p on p.key = k.key order by k.place)`;
  await sql`
    insert into event_history
    select e.seq, g.since, g.until, g.shows, g.reviewed, e.id, e.coding, e.report, e.position, g.type, g.modes, g.contexts,
      g.day_from, g.day_to, coalesce(g.day_from, '0001-01-01'), g.precision, g.country, g.admin1,
      (select p.id from places p where p.key = g.place), g.actor_country, g.recipient_country, g.factuality, g.phase,
      g.sourced, g.denied, e.confidence, e.outlet, e.language, e.published,
      ${numbers("actors")}, ${numbers("recipients")}, ${numbers("sources")}
    from jsonb_to_recordset(${rows}::jsonb) as g (seq bigint, since timestamptz, until timestamptz, shows text,
      reviewed text, type text, modes text[], contexts text[], day_from date, day_to date, precision text, country text,
      admin1 text, place text, actor_country text, recipient_country text, factuality text, phase text, sourced smallint,
      denied boolean, actors text[], recipients text[], sources text[]) join events e using (seq)`.execute(
    connection,
  );
}

/** Events that are no longer in use: what they were ends with this moment. */
export async function endHistory(connection: Connection, events: readonly number[]): Promise<void> {
  await sql`update event_history set until = now() where seq = any(${events}::bigint[]) and until > now()`.execute(
    connection,
  );
}

/** Events whose history is made at a time. */
const PART = 500;

/** Once, for stores from before it was kept. */
export async function keepAllHistory(connection: Connection): Promise<void> {
  const { rows } = await sql<{ readonly seq: number }>`
    select seq from events where by_hand is not null or id in (select event from reviews) order by seq`.execute(
    connection,
  );
  for (let at = 0; at < rows.length; at += PART)
    await keepHistory(
      connection,
      rows.slice(at, at + PART).map(({ seq }) => seq),
    );
}
