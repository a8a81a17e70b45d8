import { type RawBuilder, sql } from "kysely";
import type { Database } from "./database.ts";
import { partyIds } from "./filter.ts";
import { given } from "./rows.ts";
import type { ActorPage, Party } from "./types.ts";

interface PartyRow {
  readonly name: string | null;
  readonly actor_id: string | null;
  readonly country: string | null;
  readonly sector: string | null;
  readonly events: number;
}

/**
 * Everything that the store has of one party: as a filter names it, so that each number leads to the list behind it.
 * Undated events count in the whole and in no month. Undefined if no event names the party.
 */
export async function actorPage(
  database: Database,
  who: string,
  most: number,
): Promise<ActorPage | undefined> {
  const ids = partyIds([who]);
  const { rows: parties } = await sql<PartyRow>`
    select a.name, a.actor_id, a.country, a.sector, count(distinct p.event) as events
    from parties a join participants p on p.party = a.id and p.current
    where a.id in (${ids}) group by a.id order by events desc, a.id limit ${most + 1}`.execute(database);
  if (parties.length === 0) return undefined;
  const { rows: roles } = await sql<ActorPage["roles"][number]>`
    select p.role, e.type, count(distinct e.seq) as events from participants p
    join events e on e.seq = p.event and e.current where p.current and p.party in (${ids})
    group by 1, 2 order by events desc, 1, 2`.execute(database);
  const { rows: months } = await sql<ActorPage["months"][number]>`
    select date_trunc('month', e.day_from)::date as month, p.role, count(distinct e.seq) as events from participants p
    join events e on e.seq = p.event and e.current
    where p.current and p.party in (${ids}) and e.day_from is not null and e.precision not in ('year', 'decade')
    group by 1, 2 order by 1, 2`.execute(database);
  const { rows: whole } = await sql<{
    events: number;
    from: string | null;
    to: string | null;
    undated: number;
  }>`
    select count(*) as events, min(e.day_from) as from, max(e.day_to) as to,
      count(*) filter (where e.day_from is null or e.precision in ('year', 'decade')) as undated
    from events e where e.current and e.seq in (
      select event from participants where current and party in (${ids}))`.execute(database);
  const { events, from, to, undated } = whole[0]!;
  const [recipients, actors] = [
    await partnersOf(database, ids, "recipient", most + 1),
    await partnersOf(database, ids, "actor", most + 1),
  ];
  const partners = [...recipients.slice(0, most), ...actors.slice(0, most)];
  return {
    who,
    parties: parties.slice(0, most).map((row) => ({ ...partyOf(row), events: row.events })),
    events,
    undated,
    ...given("from", from),
    ...given("to", to),
    roles,
    months,
    partners: partners.sort((a, b) => b.events - a.events),
    more: [parties, recipients, actors].some(({ length }) => length > most),
  };
}

/** The other side of its dyads: those that it acted on, or those that acted on it. */
async function partnersOf(
  database: Database,
  ids: RawBuilder<unknown>,
  role: "actor" | "recipient",
  most: number,
): Promise<readonly ActorPage["partners"][number][]> {
  const own = sql.ref(role === "recipient" ? "d.actor" : "d.recipient");
  const other = sql.ref(role === "recipient" ? "d.recipient" : "d.actor");
  const { rows } = await sql<PartyRow>`
    select a.name, a.actor_id, a.country, a.sector, count(distinct d.event) as events
    from dyads d join parties a on a.id = ${other}
    where d.current and ${own} in (${ids}) group by a.name, a.actor_id, a.country, a.sector
    order by events desc, a.name nulls last, a.country limit ${most}`.execute(database);
  return rows.map((row) => ({ role, party: partyOf(row), events: row.events }));
}

function partyOf({ name, actor_id, country, sector }: PartyRow): Party {
  return {
    ...given("name", name),
    ...given("actorId", actor_id),
    ...given("country", country),
    ...given("sector", sector),
  };
}
