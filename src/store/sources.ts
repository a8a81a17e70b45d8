import { type RawBuilder, sql } from "kysely";
import { effectiveEvent } from "../corrections/index.ts";
import type { Stance } from "../record/attribution.ts";
import type { Event } from "../record/event.ts";
import { nameOf } from "../record/participant.ts";
import { participantsIn } from "./beside.ts";
import type { Database } from "./database.ts";
import { eventsOf } from "./filter.ts";
import { pagedRows, readCursor, sizeOf } from "./paging.ts";
import { type ReviewRow, reviewOf, writtenBy } from "./review-rows.ts";
import { given } from "./rows.ts";
import { partyOf } from "./summaries.ts";
import type { EventFilter, Page, Paged, SourceHead, Stances, UnnamedSources } from "./types.ts";

interface SourceRow {
  readonly id: string;
  readonly name: string;
  readonly actor_id: string | null;
  readonly country: string | null;
  readonly sector: string | null;
  readonly claims: number;
  readonly reports: number;
}

/** Every time that a report of the filter cites somebody, with the party `a`, and the record `d` as it was coded. */
function saidIn(filter: EventFilter): RawBuilder<unknown> {
  return sql`(${eventsOf(filter, sql`seq, report, reviewed`)}) e
    join ${participantsIn(filter)} on p.event = e.seq and p.role = 'source' join parties a on a.id = p.party
    join event_records d on d.event = p.event`;
}

const WHO = sql`coalesce(a.actor_id, a.name)`;
const CITED = sql`d.record -> 'attributions' -> p.position`;

/** What stands in the record is what is looked at: not so where people corrected it. */
function isAsCoded(filter: EventFilter): RawBuilder<boolean> {
  return filter.values === "coded" ? sql`true` : sql`e.reviewed <> 'edited'`;
}

/** "Houthi rebels" may be known as whose they are and still be nobody in particular: no name of theirs joins reports. */
function isNamed(filter: EventFilter): RawBuilder<boolean> {
  return sql`(a.name is not null and (not ${isAsCoded(filter)} or ${CITED} ->> 'kind' is distinct from 'unnamed'))`;
}

/** Named sources, those with one id of the registry as one; who is cited most comes first. */
export async function sources(
  database: Database,
  filter: EventFilter,
  page: Page,
): Promise<Paged<SourceHead>> {
  const size = sizeOf(page);
  const [claims, id] = page.after === undefined ? [] : readCursor(page.after, ["whole", "text"]);
  const beyond =
    claims === undefined ? sql`true` : sql`(-count(*), ${WHO}) > (-(${claims}::bigint), ${id}::text)`;
  const { rows } = await sql<SourceRow>`
    select ${WHO} as id, mode() within group (order by a.name) as name, min(a.actor_id) as actor_id,
      mode() within group (order by a.country) as country, mode() within group (order by a.sector) as sector,
      count(*) as claims, count(distinct e.report) as reports
    from ${saidIn(filter)} where ${isNamed(filter)} group by ${WHO}
    having ${beyond} order by count(*) desc, ${WHO} limit ${size + 1}`.execute(database);
  return pagedRows(
    rows,
    size,
    ({ name, actor_id, country, sector, ...counts }) => ({
      ...partyOf(name, actor_id, country, sector),
      ...counts,
    }),
    (row) => [row.claims, row.id],
  );
}

interface UnnamedRow {
  readonly country: string | null;
  readonly sector: string | null;
  readonly claims: number;
  readonly reports: number;
}

const KIND = sql`coalesce(a.country, ''), coalesce(a.sector, '')`;

/** What else is cited, by country and sector: nobody among them is told from another. */
export async function unnamedSources(
  database: Database,
  filter: EventFilter,
  page: Page,
): Promise<Paged<UnnamedSources>> {
  const size = sizeOf(page);
  const [claims, country, sector] =
    page.after === undefined ? [] : readCursor(page.after, ["whole", "text", "text"]);
  const beyond =
    claims === undefined
      ? sql`true`
      : sql`(-count(*), ${KIND}) > (-(${claims}::bigint), ${country}::text, ${sector}::text)`;
  const { rows } = await sql<UnnamedRow>`
    select min(a.country) as country, min(a.sector) as sector, count(*) as claims, count(distinct e.report) as reports
    from ${saidIn(filter)} where not ${isNamed(filter)} group by ${KIND}
    having ${beyond} order by count(*) desc, ${KIND} limit ${size + 1}`.execute(database);
  return pagedRows(
    rows,
    size,
    ({ country: of, sector: kind, ...counts }) => ({
      ...given("country", of),
      ...given("sector", kind),
      ...counts,
    }),
    (row) => [row.claims, row.country ?? "", row.sector ?? ""],
  );
}

/** How often these sources assert, deny … under the filter. */
export async function stancesOf(
  database: Database,
  filter: EventFilter,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Stances>> {
  const asked = sql`${WHO} = any(${ids}::text[])`;
  const { rows } = await sql<Told>`
    select ${WHO} as id, ${CITED} ->> 'stance' as stance, count(*) as claims
    from ${saidIn(filter)} where ${asked} and ${isNamed(filter)} and ${isAsCoded(filter)} group by 1, 2`.execute(
    database,
  );
  const corrected = filter.values === "coded" ? [] : await toldByCorrected(database, filter, asked);
  const stances = new Map<string, Partial<Record<Stance, number>>>();
  for (const { id, stance, claims } of [...rows, ...corrected]) {
    if (!ids.includes(id)) continue;
    const counts = stances.get(id) ?? {};
    stances.set(id, { ...counts, [stance]: (counts[stance] ?? 0) + claims });
  }
  return stances;
}

interface Told {
  readonly id: string;
  readonly stance: Stance;
  readonly claims: number;
}

/** The records hold what was coded: what reviewers left of the few that they corrected is worked out. */
async function toldByCorrected(
  database: Database,
  filter: EventFilter,
  asked: RawBuilder<unknown>,
): Promise<readonly Told[]> {
  const { rows: events } = await sql<{ readonly event: string; readonly record: Event }>`
    select v.id as event, d.record from events v join event_records d on d.event = v.seq
    where v.seq in (select p.event from ${saidIn(filter)} where ${asked} and e.reviewed = 'edited')`.execute(
    database,
  );
  const { rows: reviews } = await sql<ReviewRow>`
    select * from reviews where event = any(${events.map(({ event }) => event)}::text[]) and ${writtenBy(filter.asOf)}
    order by id`.execute(database);
  return events.flatMap(({ event, record }) => {
    const own = reviews.filter((review) => review.event === event).map(reviewOf);
    return effectiveEvent(record, own).event.attributions.flatMap(({ source, stance }): readonly Told[] => {
      const name = nameOf(source);
      return name === undefined ? [] : [{ id: source.actorId ?? name, stance, claims: 1 }];
    });
  });
}
