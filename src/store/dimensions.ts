import { sql } from "kysely";
import type { Connection } from "./database.ts";

/** In the order of their keys, so that two writers never wait for each other in a circle. */
export async function insertDimensions(
  connection: Connection,
  places: string,
  parties: string,
): Promise<void> {
  await sql`
    insert into places (key, name, kind, geonames, country, admin1, lat, lon, radius_km)
    select distinct on (key) * from jsonb_to_recordset(${places}::jsonb) as g (key text, name text, kind text,
      geonames int, country text, admin1 text, lat float8, lon float8, radius_km float8)
    where not exists (select from places p where p.key = g.key)
    order by key on conflict (key) do nothing`.execute(connection);
  await sql`
    insert into parties (key, name, actor_id, country, sector)
    select distinct on (key) * from jsonb_to_recordset(${parties}::jsonb) as g (key text, name text, actor_id text,
      country text, sector text)
    where not exists (select from parties p where p.key = g.key)
    order by key on conflict (key) do nothing`.execute(connection);
}
