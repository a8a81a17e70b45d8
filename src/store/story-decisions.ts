import { sql } from "kysely";
import type { StoryDecision } from "../linking/index.ts";
import type { Connection, Database } from "./database.ts";
import { targetOf } from "./links.ts";
import { type ReviewRow, reviewOf } from "./review-rows.ts";
import type { Review } from "./types.ts";

const MADE_BY_HAND = sql`r.verdict in ('join', 'leave') and r.undoes is null`;
const STANDS = sql`not exists (select from reviews u where u.undoes = r.id)`;

/** What people said of the stories of these reports and still holds, the oldest first. */
export async function storyDecisions(
  connection: Connection,
  reports: readonly string[],
): Promise<readonly StoryDecision[]> {
  const { rows } = await sql<StoryDecision>`
    select event as report, value -> 'with' as together, value -> 'apart' as apart from reviews r
    where ${MADE_BY_HAND} and ${STANDS} and (event = any(${reports}::text[])
      or value -> 'with' ?| ${reports}::text[] or value -> 'apart' ?| ${reports}::text[])
    order by id`.execute(connection);
  return rows;
}

/** Every decision that put a report into a story or out of it, with those that were taken back; the oldest first. */
export async function decisionsOfStory(database: Database, askedFor: string): Promise<readonly Review[]> {
  const id = await targetOf(database, askedFor);
  const { rows } = await sql<ReviewRow>`
    select * from reviews r where r.verdict in ('join', 'leave')
      and (value ->> 'from' = any(${[id, askedFor]}::text[]) or value ->> 'to' = any(${[id, askedFor]}::text[]))
    order by id`.execute(database);
  return rows.map(reviewOf);
}
