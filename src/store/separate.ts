import { sql } from "kysely";
import type { Connection } from "./database.ts";
import { hash } from "./keys.ts";
import { apply } from "./link-changes.ts";

interface Straddling {
  readonly event: string;
  readonly happening: string;
  readonly story: string;
}

/**
 * After reports changed their story: no happening lies across two stories. What these reports tell of one that another
 * story tells too is a happening of its own from now on, and the next run of links sets them beside their new neighbours.
 */
export async function separate(
  connection: Connection,
  run: number,
  reports: readonly string[],
): Promise<void> {
  const { rows } = await sql<Straddling>`
    select e.id as event, e.happening, e.story from events e
    where e.current and e.report = any(${reports}::text[]) and e.happening is not null and exists (
      select from events o where o.current and o.happening = e.happening and o.story is distinct from e.story)
    order by e.id`.execute(connection);
  const renamed = rows.map(({ event, happening, story }) => ({
    event,
    happening: `h${hash([happening, story, run])}`,
    why: "its report belongs to another story now",
  }));
  if (renamed.length > 0)
    await apply(connection, run, { stories: [], copies: [], happenings: renamed, merged: [], split: [] }, []);
  await sql`update link_material set placed = null where report = any(${reports}::text[])`.execute(
    connection,
  );
}
