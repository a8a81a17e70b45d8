import { sql } from "kysely";
import type { Placement, Renaming } from "../linking/index.ts";
import type { Connection } from "./database.ts";

export const LINK_CHANGES = ["story", "copy", "happening", "merge", "split"] as const;
/** `subject` is a report (story, copy), an event (happening), or the name that went or went on (merge, split). */
export interface LinkChange {
  readonly kind: (typeof LINK_CHANGES)[number];
  readonly subject: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly why: string;
}

interface CopyState {
  readonly of: string;
  readonly containment: number;
}

/** Writes a placement down: the state itself, and each change with what was before. Gives the changes. */
export async function apply(
  connection: Connection,
  run: number,
  placement: Placement,
  fresh: readonly string[],
): Promise<readonly LinkChange[]> {
  const changes = [
    ...(await changeStories(connection, placement.stories)),
    ...(await changeHappenings(connection, placement.happenings)),
    ...(await changeCopies(connection, placement.copies)),
  ];
  for (const merged of placement.merged) changes.push(...(await merge(connection, merged)));
  for (const { from, to, why } of placement.split)
    changes.push({ kind: "split", subject: from, before: null, after: to, why });
  await sql`update link_material set placed = coding where report = any(${fresh}::text[])`.execute(
    connection,
  );
  await sql`insert into link_changes (run, kind, subject, before, after, why)
    select ${run}::bigint, kind, subject, nullif(before, 'null'), nullif(after, 'null'), why
    from jsonb_to_recordset(${JSON.stringify(changes)}::jsonb)
      as g (kind text, subject text, before jsonb, after jsonb, why text)`.execute(connection);
  return changes;
}

async function changeStories(
  connection: Connection,
  list: Placement["stories"],
): Promise<readonly LinkChange[]> {
  const { rows } = await sql<{ readonly report: string; readonly story: string }>`
    select report, story from report_links where report = any(${list.map(({ report }) => report)}::text[])`.execute(
    connection,
  );
  const before = new Map(rows.map(({ report, story }) => [report, story]));
  await setStories(connection, list);
  return list.map(({ report, story, why }) => ({
    kind: "story",
    subject: report,
    before: before.get(report) ?? null,
    after: story,
    why,
  }));
}

export async function setStories(
  connection: Connection,
  list: readonly { readonly report: string; readonly story: string }[],
): Promise<void> {
  const rows = JSON.stringify(list.map(({ report, story }) => ({ report, story })));
  await sql`insert into report_links (report, story)
    select report, story from jsonb_to_recordset(${rows}::jsonb) as g (report text, story text) order by report
    on conflict (report) do update set story = excluded.story, linked_at = now()`.execute(connection);
  await sql`update events e set story = g.story
    from jsonb_to_recordset(${rows}::jsonb) as g (report text, story text)
    where e.report = g.report and e.story is distinct from g.story`.execute(connection);
}

async function changeHappenings(
  connection: Connection,
  list: Placement["happenings"],
): Promise<readonly LinkChange[]> {
  const { rows } = await sql<{ readonly id: string; readonly happening: string }>`
    select id, happening from events where current and happening is not null
      and id = any(${list.map(({ event }) => event)}::text[])`.execute(connection);
  const before = new Map(rows.map(({ id, happening }) => [id, happening]));
  await setHappenings(connection, list);
  return list.map(({ event, happening, why }) => ({
    kind: "happening",
    subject: event,
    before: before.get(event) ?? null,
    after: happening,
    why,
  }));
}

export async function setHappenings(
  connection: Connection,
  list: readonly { readonly event: string; readonly happening: string | null }[],
): Promise<void> {
  const rows = JSON.stringify(list.map(({ event, happening }) => ({ event, happening })));
  await sql`update events e set happening = g.happening
    from jsonb_to_recordset(${rows}::jsonb) as g (event text, happening text)
    where e.current and e.id = g.event and e.happening is distinct from g.happening`.execute(connection);
}

async function changeCopies(
  connection: Connection,
  list: Placement["copies"],
): Promise<readonly LinkChange[]> {
  const { rows } = await sql<{ readonly report: string } & CopyState>`
    select report, copy_of as of, containment from report_links where copy_of is not null
      and report = any(${list.map(({ report }) => report)}::text[])`.execute(connection);
  const before = new Map(rows.map(({ report, of, containment }) => [report, { of, containment }]));
  const changed = list.filter(({ report, of }) => before.get(report)?.of !== of);
  for (const { report, of, containment } of changed) await setCopy(connection, report, { of, containment });
  return changed.map(({ report, of, containment, why }) => ({
    kind: "copy",
    subject: report,
    before: before.get(report) ?? null,
    after: { of, containment },
    why,
  }));
}

export async function setCopy(connection: Connection, report: string, copy: CopyState | null): Promise<void> {
  await sql`update report_links set copy_of = ${copy?.of ?? null}, containment = ${copy?.containment ?? null}::real
    where report = ${report}`.execute(connection);
}

/** Whatever still bears the old name bears the new one, and who asks for the old one is sent there: no chains. */
async function merge(
  connection: Connection,
  { kind, from, to, why }: Renaming,
): Promise<readonly LinkChange[]> {
  const moved =
    kind === "story" ? await moveStory(connection, from, to) : await moveHappening(connection, from, to);
  await sql`insert into redirects (kind, origin, target, why) values (${kind}, ${from}, ${to}, ${why})
    on conflict (kind, origin) do update set target = excluded.target, why = excluded.why, at = now()`.execute(
    connection,
  );
  const { rows } = await sql<{ readonly origin: string }>`
    update redirects set target = ${to} where kind = ${kind} and target = ${from} returning origin`.execute(
    connection,
  );
  return [
    ...moved,
    {
      kind: "merge",
      subject: from,
      before: { kind, sentOn: rows.map(({ origin }) => origin) },
      after: to,
      why,
    },
  ];
}

async function moveStory(
  connection: Connection,
  from: string,
  story: string,
): Promise<readonly LinkChange[]> {
  const { rows } = await sql<{ readonly report: string }>`
    select report from report_links where story = ${from} order by report`.execute(connection);
  const why = `its story ${from} was merged`;
  return changeStories(
    connection,
    rows.map(({ report }) => ({ report, story, why })),
  );
}

async function moveHappening(
  connection: Connection,
  from: string,
  happening: string,
): Promise<readonly LinkChange[]> {
  const { rows } = await sql<{ readonly event: string }>`
    select id as event from events where current and happening = ${from} order by id`.execute(connection);
  const why = `its happening ${from} was merged`;
  return changeHappenings(
    connection,
    rows.map(({ event }) => ({ event, happening, why })),
  );
}
