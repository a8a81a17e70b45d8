import { type RawBuilder, sql } from "kysely";
import type { Database } from "./database.ts";
import { eventsOf } from "./filter.ts";
import { pagedRows, readCursor, sizeOf } from "./paging.ts";
import { reportsWhere } from "./report-list.ts";
import { given } from "./rows.ts";
import type { EventFilter, OriginKind, OutletHead, Page, Paged, ReportFilter } from "./types.ts";

interface OutletRow {
  readonly name: string;
  readonly reports: number;
  readonly copies: number;
  readonly events: number;
  readonly from: string | null;
  readonly to: string | null;
}

/** Whose reports the store holds, who has most of them first. */
export function outlets(
  database: Database,
  by: OriginKind,
  filter: ReportFilter,
  page: Page,
): Promise<Paged<OutletHead>> {
  const told = sql`reports r left join codings k on k.report = r.key and k.current`;
  return pageOfOutlets(database, by, told, reportsWhere(filter), page);
}

/** Whose reports tell the events of a filter; `events` are those that it leaves. */
export function outletsOf(
  database: Database,
  by: OriginKind,
  filter: EventFilter,
  page: Page,
): Promise<Paged<OutletHead>> {
  const counted = sql`(select report, count(*) as events from (${eventsOf(filter, sql`report`)}) e group by report)`;
  const told = sql`${counted} k join reports r on r.key = k.report`;
  return pageOfOutlets(database, by, told, sql`true`, page);
}

/** From reports `r` and, in `k`, how many events they have. */
async function pageOfOutlets(
  database: Database,
  by: OriginKind,
  told: RawBuilder<unknown>,
  where: RawBuilder<unknown>,
  page: Page,
): Promise<Paged<OutletHead>> {
  const size = sizeOf(page);
  const name = by === "outlet" ? sql`coalesce(r.outlet, '')` : sql`r.originator`;
  const [reports, last] = page.after === undefined ? [] : readCursor(page.after, ["whole", "text"]);
  const beyond =
    reports === undefined ? sql`true` : sql`(-count(*), ${name}) > (-(${reports}::bigint), ${last}::text)`;
  const { rows } = await sql<OutletRow>`
    select ${name} as name, count(*) as reports, count(l.copy_of) as copies,
      coalesce(sum(k.events), 0)::bigint as events, min(r.published) as from, max(r.published) as to
    from ${told} left join report_links l on l.report = r.key
    where ${where} and ${name} is not null group by ${name}
    having ${beyond} order by count(*) desc, ${name} limit ${size + 1}`.execute(database);
  return pagedRows(
    rows,
    size,
    ({ name: known, from, to, ...counts }) => ({
      ...given("name", known === "" ? undefined : known),
      ...counts,
      ...given("from", from),
      ...given("to", to),
    }),
    (row) => [row.reports, row.name],
  );
}
