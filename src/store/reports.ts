import { sql } from "kysely";
import type { CoderVersion } from "../record/coded-report.ts";
import type { Report } from "../record/report.ts";
import type { Database } from "./database.ts";
import { coderKey } from "./keys.ts";
import { given, HEADER, type HeaderRow, headerOf } from "./rows.ts";
import { type Custody, type FetchedAnswer, FOREIGN, type NotCoded, type StoredReport } from "./types.ts";

interface ReportRow extends HeaderRow {
  readonly seq: number;
  readonly record: Report;
  readonly stored_at: string;
  readonly versions: readonly string[] | null;
  readonly custody: readonly {
    readonly at: string;
    readonly origin: string;
    readonly headers: Readonly<Record<string, string>> | null;
    readonly sha256: string | null;
    readonly answer: FetchedAnswer | null;
  }[];
}

const WHOLE = sql`r.seq, ${HEADER}, r.record, r.stored_at,
  (select jsonb_agg(v.key order by v.seq) from reports v where v.url = r.url) as versions,
  coalesce((select jsonb_agg(jsonb_build_object('at', to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'origin', c.origin, 'headers', c.headers, 'sha256', c.sha256, 'answer', c.answer) order by c.id) from custody c where c.report = r.key), '[]') as custody`;

export async function oneReport(database: Database, key: string): Promise<StoredReport | undefined> {
  const { rows } = await sql<ReportRow>`
    select ${WHOLE} from reports r left join report_links l on l.report = r.key where r.key = ${key}`.execute(
    database,
  );
  return rows[0] && storedReportOf(rows[0]);
}

export async function codedBy(
  database: Database,
  keys: readonly string[],
  coder: CoderVersion,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ readonly report: string }>`
    select report from codings where coder = ${coderKey(coder)} and report = any(${keys}::text[])`.execute(
    database,
  );
  return new Set(rows.map(({ report }) => report));
}

const STREAM = 50;

/** True for a coding `c` that only says that its report is in another language. */
export const isForeign = sql<boolean>`(c.events = 0 and c.notes @> ${JSON.stringify([{ code: FOREIGN }])}::jsonb)`;

interface NotCodedRow extends HeaderRow {
  readonly seq: number;
  readonly why: string | null;
}

/** Reports that have no events because nobody has coded them yet, or because their language is not coded. */
export async function* notCoded(database: Database): AsyncIterable<NotCoded> {
  let after = 0;
  for (;;) {
    const { rows } = await sql<NotCodedRow>`
      select r.seq, ${HEADER}, jsonb_path_query_first(c.notes, '$[*] ? (@.code == $code).message',
        ${JSON.stringify({ code: FOREIGN })}::jsonb) #>> '{}' as why
      from reports r left join codings c on c.report = r.key and c.current left join report_links l on l.report = r.key
      where r.seq > ${after}::bigint and (c.id is null or ${isForeign}) order by r.seq limit ${STREAM}`.execute(
      database,
    );
    for (const row of rows) yield { ...headerOf(row), why: row.why ?? "it waits to be coded" };
    if (rows.length < STREAM) return;
    after = rows.at(-1)!.seq;
  }
}

/** Reports that this coder has not coded; what is coded while they are read is not given twice. */
export async function* uncoded(database: Database, coder: CoderVersion): AsyncIterable<StoredReport> {
  const id = coderKey(coder);
  let after = 0;
  for (;;) {
    const { rows } = await sql<ReportRow>`
      select ${WHOLE} from reports r left join report_links l on l.report = r.key
      where r.seq > ${after}::bigint and not exists (select from codings c where c.report = r.key and c.coder = ${id})
      order by r.seq limit ${STREAM}`.execute(database);
    for (const row of rows) yield storedReportOf(row);
    if (rows.length < STREAM) return;
    after = rows.at(-1)!.seq;
  }
}

function storedReportOf(row: ReportRow): StoredReport {
  return {
    ...headerOf(row),
    report: row.record,
    storedAt: row.stored_at,
    ...given("versions", row.versions),
    custody: row.custody.map(
      ({ at, origin, headers, sha256, answer }): Custody => ({
        at,
        from: origin,
        ...given("headers", headers),
        ...given("sha256", sha256),
        ...given("answer", answer),
      }),
    ),
  };
}
