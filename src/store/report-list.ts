import { sql } from "kysely";
import type { Database } from "./database.ts";
import { cursorOf, readCursor, sizeOf } from "./paging.ts";
import { given, HEADER, type HeaderRow, headerOf } from "./rows.ts";
import type { ListedReport, Page, Paged, ReportFilter } from "./types.ts";

interface ListRow extends HeaderRow {
  readonly seq: number;
  readonly sort_day: string;
  readonly stored_at: string;
  readonly events: number | null;
}

const DAY = sql`coalesce(r.published, '0001-01-01'::date)`;

/** Reports without their texts, by the day of publication; undated ones come last, in the order `oldest` first. */
export async function listReports(
  database: Database,
  filter: ReportFilter,
  page: Page,
): Promise<Paged<ListedReport>> {
  const size = sizeOf(page);
  const order = page.order ?? "newest";
  const by =
    order === "stored" ? sql`r.seq` : order === "newest" ? sql`${DAY} desc, r.seq desc` : sql`${DAY}, r.seq`;
  const [day, seq] = page.after === undefined ? [] : readCursor(page.after, ["day", "whole"]);
  const beyond =
    day === undefined
      ? sql`true`
      : order === "stored"
        ? sql`r.seq > ${seq}::bigint`
        : sql`(${DAY}, r.seq) ${order === "newest" ? sql`<` : sql`>`} (${day}::date, ${seq}::bigint)`;
  const { rows } = await sql<ListRow>`
    select r.seq, ${DAY} as sort_day, ${HEADER}, r.stored_at, k.events from reports r
    left join report_links l on l.report = r.key left join codings k on k.report = r.key and k.current
    where ${beyond} and ${reportsWhere(filter)} order by ${by} limit ${size + 1}`.execute(database);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  return {
    items: shown.map((row) => ({
      ...headerOf(row),
      storedAt: row.stored_at,
      ...given("events", row.events),
    })),
    ...(rows.length > size && last ? { next: cursorOf([last.sort_day, last.seq]) } : {}),
  };
}

/** Conditions on `reports r left join report_links l`. */
export function reportsWhere({ outlets, languages, stories, from, to }: ReportFilter) {
  const conditions = [
    ...(outlets === undefined ? [] : [sql`r.outlet = any(${outlets}::text[])`]),
    ...(languages === undefined ? [] : [sql`r.language = any(${languages}::text[])`]),
    ...(stories === undefined ? [] : [sql`l.story = any(${stories}::text[])`]),
    ...(from === undefined ? [] : [sql`r.published >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`r.published <= ${to}::date`]),
  ];
  return conditions.length === 0 ? sql`true` : sql.join(conditions, sql` and `);
}
