import { sql } from "kysely";
import type { Connection, Database } from "./database.ts";
import { type EventRow, given, HEADER, type HeaderRow, headerOf, storedEventOf } from "./rows.ts";
import type { ReportLink, StoredEvent, Story } from "./types.ts";

/** Sets where reports belong. What was linked before is replaced, and stays in the log. */
export async function setLinks(database: Database, links: readonly ReportLink[]): Promise<void> {
  if (links.length === 0) return;
  const rows = links.map(({ report, story, copyOf }) => ({
    report,
    story,
    copy_of: copyOf?.report,
    containment: copyOf?.containment,
  }));
  const happenings = links.flatMap((link) =>
    Object.entries(link.happenings).map(([event, happening]) => ({ event, happening })),
  );
  await database.transaction().execute(async (transaction) => {
    await sql`
      insert into report_links (report, story, copy_of, containment)
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g (report text, story text, copy_of text, containment real) order by report
      on conflict (report) do update set story = excluded.story, copy_of = excluded.copy_of,
        containment = excluded.containment, linked_at = now()`.execute(transaction);
    await sql`insert into link_log (report, link)
      select value ->> 'report', value from jsonb_array_elements(${JSON.stringify(links)}::jsonb)`.execute(
      transaction,
    );
    await sql`
      update events e set story = g.story from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as g (report text, story text)
      where e.report = g.report and e.story is distinct from g.story`.execute(transaction);
    await sql`
      update events e set happening = g.happening from jsonb_to_recordset(${JSON.stringify(happenings)}::jsonb)
        as g (event text, happening text)
      where e.current and e.id = g.event and e.happening is distinct from g.happening`.execute(transaction);
  });
}

/** Whoever was sent to the first is sent on to the last: no chains. */
export async function redirect(
  database: Database,
  kind: "story" | "happening",
  from: string,
  to: string,
  why: string,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`insert into redirects (kind, origin, target, why) values (${kind}, ${from}, ${to}, ${why})
      on conflict (kind, origin) do update set target = excluded.target, why = excluded.why, at = now()`.execute(
      transaction,
    );
    await sql`update redirects set target = ${to} where kind = ${kind} and target = ${from}`.execute(
      transaction,
    );
    await sql`delete from redirects where kind = ${kind} and origin = ${to}`.execute(transaction);
    const column = sql.ref(kind);
    await sql`update events set ${column} = ${to} where ${column} = ${from}`.execute(transaction);
    if (kind === "story")
      await sql`update report_links set story = ${to} where story = ${from}`.execute(transaction);
  });
}

export async function targetOf(
  connection: Connection,
  story: string,
  kind: "story" | "happening" = "story",
): Promise<string> {
  const { rows } = await sql<{ readonly target: string }>`
    select target from redirects where kind = ${kind} and origin = ${story}`.execute(connection);
  return rows[0]?.target ?? story;
}

interface StoryRow {
  readonly day_from: string | null;
  readonly day_to: string | null;
  readonly events: number;
}

export async function story(database: Database, askedFor: string): Promise<Story | undefined> {
  const id = await targetOf(database, askedFor);
  const { rows: reports } = await sql<HeaderRow>`
    select ${HEADER} from report_links l join reports r on r.key = l.report where l.story = ${id}
    order by r.published nulls last, r.seq`.execute(database);
  if (reports.length === 0) return undefined;
  const { rows } = await sql<StoryRow>`
    select min(day_from) as day_from, max(day_to) as day_to, count(*) as events
    from events e where e.current and e.story = ${id}`.execute(database);
  return {
    id,
    ...(id === askedFor ? {} : { askedFor }),
    reports: reports.map(headerOf),
    events: rows[0]!.events,
    ...given("from", rows[0]!.day_from),
    ...given("to", rows[0]!.day_to),
  };
}

/** Claims of one happening together, as they were published; those that are linked to none come last. */
export async function claimsOf(database: Database, askedFor: string): Promise<readonly StoredEvent[]> {
  const id = await targetOf(database, askedFor);
  return (await claimsOfEach(database, [id])).get(id) ?? [];
}

/** The same of many stories at once, each under the name it has now. */
export async function claimsOfEach(
  database: Database,
  stories: readonly string[],
): Promise<ReadonlyMap<string, readonly StoredEvent[]>> {
  const { rows } = await sql<EventRow & { readonly of: string }>`
    select e.story as of, e.seq, e.id, e.sort_day, e.happening, e.reviewed, d.record as event, ${HEADER}
    from events e join event_records d on d.event = e.seq join reports r on r.key = e.report
    left join report_links l on l.report = e.report
    where e.current and e.story = any(${stories}::text[])
    order by e.happening nulls last, r.published nulls last, e.seq`.execute(database);
  const claims = new Map<string, StoredEvent[]>(stories.map((story) => [story, []]));
  for (const row of rows) claims.get(row.of)?.push(storedEventOf(row));
  return claims;
}
