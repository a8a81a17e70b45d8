import { sql } from "kysely";
import type { Database } from "./database.ts";
import { given } from "./rows.ts";
import type { Freshness } from "./types.ts";

interface FreshnessRow {
  readonly taken: string | null;
  readonly published: string | null;
}

/** Two clocks: what was taken in today may have been published last year. Each is read from the end of an index. */
export async function freshness(database: Database): Promise<Freshness> {
  const { rows } = await sql<FreshnessRow>`
    select (select stored_at from reports order by seq desc limit 1) as taken,
      (select published from reports where published is not null
        order by coalesce(published, '0001-01-01'::date) desc, seq desc limit 1) as published`.execute(
    database,
  );
  const { taken, published } = rows[0]!;
  return { ...given("taken", taken), ...given("published", published) };
}
