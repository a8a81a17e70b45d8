import { type RawBuilder, sql } from "kysely";
import { cameSince } from "./arrivals.ts";
import type { Database } from "./database.ts";
import { begun, dayOf } from "./filter.ts";
import { cursorOf, readCursor, sizeOf } from "./paging.ts";
import { given } from "./rows.ts";
import type { Page, Paged, StoryFilter, StoryHead } from "./types.ts";

interface HeadRow {
  readonly id: string;
  readonly sort_day: string;
  readonly seq: number;
  readonly title: string | null;
  readonly reports: number;
  readonly originals: number;
  readonly oldest: string | null;
  readonly newest: string | null;
  readonly day_from: string | null;
  readonly day_to: string | null;
  readonly events: number;
}

/**
 * A page of stories. By the newest report: reports are walked from the newest, and a story stands where its newest
 * one does, so that a page costs as much as the reports it passes.
 */
export async function stories(
  database: Database,
  page: Page,
  filter: StoryFilter,
): Promise<Paged<StoryHead>> {
  const size = sizeOf(page);
  const isByName = page.order === "stored";
  const chosen = isByName ? byName(page, filter, size + 1) : byNewest(page, filter, size + 1);
  const { rows } = await sql<HeadRow>`
    with chosen as materialized (${chosen})
    select c.id, c.sort_day, c.seq, told.*, dated.* from chosen c,
      lateral (select (array_agg(r.title order by r.published nulls last, r.seq))[1] as title, count(*) as reports,
          count(*) filter (where l.copy_of is null) as originals, min(r.published) as oldest, max(r.published) as newest
        from report_links l join reports r on r.key = l.report where l.story = c.id) told,
      lateral (select min(day_from) as day_from, max(day_to) as day_to, count(*) as events
        from events e where e.current and e.story = c.id) dated
    order by ${isByName ? sql`c.id` : sql`c.sort_day desc, c.seq desc`}`.execute(database);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const end = last && (isByName ? [last.id] : [last.sort_day, last.seq]);
  return { items: shown.map(headOf), ...(rows.length > size && end ? { next: cursorOf(end) } : {}) };
}

function byName({ after }: Page, filter: StoryFilter, limit: number): RawBuilder<unknown> {
  const beyond = after === undefined ? "" : readCursor(after, ["text"])[0];
  return sql`select distinct l.story as id, null::date as sort_day, 0 as seq
    from report_links l join reports r on r.key = l.report
    where l.story > ${beyond} and ${conditionsOf(filter)} order by 1 limit ${limit}`;
}

const DAY = sql`coalesce(r.published, '0001-01-01'::date)`;
const LATER_DAY = sql`coalesce(later.published, '0001-01-01'::date)`;

/** Of the report `r` by which a story is found, and of its link `l`. */
function conditionsOf({ text, since, came }: StoryFilter): RawBuilder<boolean> {
  const news = [
    ...(since === undefined ? [] : [sql<boolean>`r.published >= ${dayOf("since", since)}::date`]),
    ...(came === undefined
      ? []
      : [
          sql<boolean>`l.story in (select n.story from reports a join report_links n on n.report = a.key where ${cameSince(came)})`,
        ]),
  ];
  const conditions = [
    ...(news.length === 0 ? [] : [sql<boolean>`(${sql.join(news, sql` or `)})`]),
    ...(text === undefined
      ? []
      : [
          sql<boolean>`l.story in (select o.story from report_links o join reports on key = o.report where ${begun(text)})`,
        ]),
  ];
  return conditions.length === 0 ? sql`true` : sql`${sql.join(conditions, sql` and `)}`;
}

function byNewest({ after }: Page, filter: StoryFilter, limit: number): RawBuilder<unknown> {
  const [day, seq] = after === undefined ? [] : readCursor(after, ["day", "whole"]);
  const beyond = day === undefined ? sql`true` : sql`(${DAY}, r.seq) < (${day}::date, ${seq}::bigint)`;
  return sql`select l.story as id, ${DAY} as sort_day, r.seq from reports r join report_links l on l.report = r.key
    where ${beyond} and ${conditionsOf(filter)} and not exists (
      select from report_links other join reports later on later.key = other.report
      where other.story = l.story and (${LATER_DAY}, later.seq) > (${DAY}, r.seq))
    order by ${DAY} desc, r.seq desc limit ${limit}`;
}

function headOf(row: HeadRow): StoryHead {
  return {
    id: row.id,
    reports: row.reports,
    originals: row.originals,
    events: row.events,
    ...given("title", row.title),
    ...given("oldest", row.oldest),
    ...given("newest", row.newest),
    ...given("from", row.day_from),
    ...given("to", row.day_to),
  };
}
