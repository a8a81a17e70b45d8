import { type RawBuilder, sql } from "kysely";
import type { Database } from "./database.ts";
import { cursorOf, readCursor, sizeOf } from "./paging.ts";
import { given } from "./rows.ts";
import { CHANGE_KINDS, type Change, type ChangeKind, type Page, type Paged } from "./types.ts";

interface ChangeRow {
  readonly kind: Change["kind"];
  readonly at: string;
  /** To the microsecond, for the end of the page. */
  readonly mark: string;
  readonly id: number;
  readonly subject: string;
  readonly what: string;
  readonly who: string | null;
  readonly details: unknown;
}

/**
 * What was added after an instant, the oldest first: of all kinds, or of some. All of it is kept for good, so that nobody
 * comes too late.
 */
export async function changes(
  database: Database,
  since: string,
  page: Page,
  kinds: readonly ChangeKind[] = CHANGE_KINDS,
): Promise<Paged<Change>> {
  const size = sizeOf(page);
  const [at, kind, id] =
    page.after === undefined ? [since, "", 0] : readCursor(page.after, ["moment", "text", "whole"]);
  const beyond = (time: ReturnType<typeof sql>, name: string, number: ReturnType<typeof sql>) =>
    sql`${time} >= ${at}::timestamptz and (${time}, ${name}::text, ${number}) > (${at}::timestamptz, ${kind}::text, ${id}::bigint)`;
  const rest = sql`order by 2, 3 limit ${size + 1}`;
  const parts: Readonly<Record<ChangeKind, RawBuilder<unknown>>> = {
    coding: sql`(select 'coding' as kind, k.coded_at as at, k.id, k.report as subject,
        case when exists (select from codings b where b.report = k.report and b.id < k.id) then 'again' else 'first' end as what,
        null as who, jsonb_strip_nulls(jsonb_build_object('events', k.events, 'title', r.title, 'outlet', r.outlet, 'url', r.url)) as details
      from codings k join reports r on r.key = k.report where ${beyond(sql`k.coded_at`, "coding", sql`k.id`)} ${rest})`,
    review: sql`(select 'review' as kind, v.at, v.id, v.event as subject,
        case when v.undoes is null then v.verdict else 'undone' end as what, v.reviewer as who,
        jsonb_strip_nulls(jsonb_build_object('field', v.field, 'value', v.value, 'reason', v.reason, 'undoes', v.undoes)) as details
      from reviews v where ${beyond(sql`v.at`, "review", sql`v.id`)} ${rest})`,
    link: sql`(select 'link' as kind, n.at, c.id, c.subject, c.kind as what, n.who,
        jsonb_build_object('before', c.before, 'after', c.after, 'why', c.why, 'run', c.run) as details
      from link_changes c join link_runs n on n.id = c.run where ${beyond(sql`n.at`, "link", sql`c.id`)} ${rest})`,
  };
  const wanted = sql.join(
    [...new Set(kinds)].map((one) => parts[one]),
    sql` union all `,
  );
  const { rows } = await sql<ChangeRow>`
    select kind, at, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as mark, id, subject, what, who, details
    from (${wanted}) c order by c.at, kind, id limit ${size + 1}`.execute(database);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map(({ id: _id, mark: _mark, who, ...change }) => ({ ...change, ...given("who", who) })),
    ...(rows.length > size && last ? { next: cursorOf([last.mark, last.kind, last.id]) } : {}),
  };
}
