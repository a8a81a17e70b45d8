import { sql } from "kysely";
import type { Database } from "./database.ts";
import { pagedRows, readCursor, sizeOf } from "./paging.ts";
import { partyOf } from "./summaries.ts";
import type { ActorHead, Page, Paged } from "./types.ts";

interface ActorRow {
  readonly id: string;
  readonly name: string | null;
  readonly actor_id: string | null;
  readonly country: string | null;
  readonly sector: string | null;
  readonly acts: number;
  readonly receives: number;
  readonly says: number;
}

/** Parties that have a name, those with one id of the registry as one; spelling mistakes allowed, and other names that are `meant`. */
export async function actors(
  database: Database,
  name: string | undefined,
  page: Page,
  meant: readonly string[],
): Promise<Paged<ActorHead>> {
  const size = sizeOf(page);
  const [told, last] = page.after === undefined ? [] : readCursor(page.after, ["whole", "text"]);
  const beyond =
    told === undefined
      ? sql`true`
      : sql`(-sum(acts + receives + says), who) > (-(${told}::numeric), ${last}::text)`;
  const alike =
    name === undefined
      ? sql``
      : sql`and (name % ${name} or name ilike ${`%${escaped(name)}%`} or name = any(${meant}::text[]))`;
  const { rows } = await sql<ActorRow>`
    with named as (select id, coalesce(actor_id, name) as who, name, actor_id, country, sector
      from parties where name is not null ${alike}),
    told as (select party, count(*) filter (where role = 'actor') as acts,
        count(*) filter (where role = 'recipient') as receives, count(*) filter (where role = 'source') as says
      from participants where current and party in (select id from named) group by party)
    select who as id, (array_agg(name order by acts + receives + says desc, name))[1] as name, min(actor_id) as actor_id,
      (array_agg(country order by acts + receives + says desc, country))[1] as country,
      (array_agg(sector order by acts + receives + says desc, sector))[1] as sector,
      sum(acts)::bigint as acts, sum(receives)::bigint as receives, sum(says)::bigint as says
    from told join named on named.id = party group by who
    having ${beyond} order by sum(acts + receives + says) desc, who limit ${size + 1}`.execute(database);
  return pagedRows(
    rows,
    size,
    ({ id, name: shown, actor_id, country, sector, ...counts }) => ({
      id,
      ...partyOf(shown, actor_id, country, sector),
      ...counts,
    }),
    ({ id, acts, receives, says }) => [acts + receives + says, id],
  );
}

function escaped(words: string): string {
  return words.replace(/[\\%_]/g, "\\$&");
}
