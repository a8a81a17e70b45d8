import { type RawBuilder, sql } from "kysely";
import type { CodedReport, CoderVersion } from "../record/coded-report.ts";
import type { Event } from "../record/event.ts";
import type { Report } from "../record/report.ts";
import type { ReportHeader, ReviewState, StoredEvent } from "./types.ts";

/** Columns of a report that a list shows, from `reports r left join report_links l`. */
export const HEADER = sql`r.key, r.title, r.url, r.outlet, r.originator, r.language, r.published, l.story, l.copy_of`;

export interface HeaderRow {
  readonly key: string;
  readonly title: string | null;
  readonly url: string | null;
  readonly outlet: string | null;
  readonly originator: string | null;
  readonly language: string;
  readonly published: string | null;
  readonly story: string | null;
  readonly copy_of: string | null;
}

export interface EventRow extends HeaderRow {
  readonly seq: number;
  readonly id: string;
  readonly sort_day: string;
  readonly happening: string | null;
  readonly reviewed: ReviewState;
  readonly event: Event;
}

/** Columns of an `EventRow`, from `chosenWithRecords`. */
export const EVENT = sql`c.seq, c.id, c.sort_day, c.happening, c.reviewed, d.record as event, ${HEADER}`;

/** The narrow rows `chosen` of a statement with the record and the report of each, and its links if they are asked for. */
export const chosenWithRecords = (links: RawBuilder<unknown> = sql`l.report = c.report`) =>
  sql`chosen c join event_records d on d.event = c.seq join reports r on r.key = c.report
    left join report_links l on ${links}`;

export interface CodingRow {
  readonly coding: number;
  readonly whole: Report;
  readonly header: Pick<CodedReport, "schema" | "id" | "offsets">;
  readonly notes: CodedReport["notes"];
  readonly coder: CoderVersion;
}

export function headerOf(row: HeaderRow): ReportHeader {
  return {
    key: row.key,
    language: row.language,
    ...given("title", row.title),
    ...given("url", row.url),
    ...given("outlet", row.outlet),
    ...given("originator", row.originator),
    ...given("published", row.published),
    ...given("story", row.story),
    ...given("copyOf", row.copy_of),
  };
}

export function storedEventOf(row: EventRow): StoredEvent {
  return {
    id: row.id,
    event: row.event,
    report: headerOf(row),
    ...given("happening", row.happening),
    review: row.reviewed,
  };
}

/** A field that is left out where the table has nothing. */
export function given<Name extends string, Value>(
  name: Name,
  value: Value | null | undefined,
): { readonly [Key in Name]?: Value } {
  return (value === null || value === undefined ? {} : { [name]: value }) as {
    readonly [Key in Name]?: Value;
  };
}
