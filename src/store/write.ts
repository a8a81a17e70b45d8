import { createHash } from "node:crypto";
import { sql } from "kysely";
import type { CodedReport } from "../record/coded-report.ts";
import { publishedDay, type Report } from "../record/report.ts";
import { showAsLeft } from "./as-left.ts";
import { addCounts } from "./counts.ts";
import type { Connection, Database } from "./database.ts";
import { insertDimensions } from "./dimensions.ts";
import { makeAgain } from "./divided.ts";
import { type Flat, flatten } from "./flatten.ts";
import { keepHistory } from "./history.ts";
import { coderKey, reportKey } from "./keys.ts";
import { retireEvents } from "./retired.ts";
import { configOf } from "./text-search.ts";
import type { Added, NewCoding, NewReport } from "./types.ts";
import { clean } from "./values.ts";

/** Longest text, in characters, that is put into the index: PostgreSQL refuses an index entry of more than a megabyte. */
const INDEXED = 200_000;

/** Stores reports that are not there yet, and for each when and from where it came. One transaction. */
export function addReports(database: Database, reports: readonly NewReport[]): Promise<readonly Added[]> {
  return database.transaction().execute(async (transaction) => {
    const added = await insertReports(transaction, reports);
    await insertCustody(transaction, reports, added);
    return added;
  });
}

async function insertReports(
  connection: Connection,
  reports: readonly NewReport[],
): Promise<readonly Added[]> {
  if (reports.length === 0) return [];
  const rows = reports.map(({ report }, position) => ({ ...reportRow(clean(report)), position }));
  const { rows: inserted } = await sql<{ readonly key: string }>`
    insert into reports (key, text_id, url, outlet, originator, title, language, published, record, sha256, config, search)
    select key, text_id, url, outlet, originator, title, language, published, record, sha256, config,
      setweight(to_tsvector(config::regconfig, coalesce(title, '')), 'A') || to_tsvector(config::regconfig, indexed)
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (key text, text_id text, url text, outlet text,
      originator text, title text, language text, published date, record jsonb, sha256 text, config text, indexed text, position int)
    order by position
    on conflict (key) do nothing returning key`.execute(connection);
  const configs = [...new Set(rows.map(({ config }) => config))].sort();
  await sql`insert into text_configs (config) select unnest(${configs}::text[]) on conflict do nothing`.execute(
    connection,
  );
  const fresh = new Set(inserted.map(({ key }) => key));
  return rows.map(({ key }) => ({ key, added: fresh.delete(key) }));
}

async function insertCustody(
  connection: Connection,
  reports: readonly NewReport[],
  rows: readonly { readonly key: string }[],
): Promise<void> {
  const custody: { readonly report: string; readonly origin: string }[] = [];
  for (const [index, { from, at, headers, bytes, answer, ...told }] of reports.entries()) {
    const sha256 = bytes === undefined ? told.sha256 : createHash("sha256").update(bytes).digest("hex");
    if (bytes !== undefined)
      await sql`insert into raw (sha256, bytes) values (${sha256}, ${bytes}) on conflict do nothing`.execute(
        connection,
      );
    custody.push({
      report: rows[index]!.key,
      origin: from,
      ...(at === undefined ? {} : { at }),
      ...(answer === undefined ? {} : { answer }),
      ...(headers === undefined ? {} : { headers }),
      ...(sha256 === undefined ? {} : { sha256 }),
    });
  }
  await sql`insert into custody (report, at, origin, headers, sha256, answer)
    select report, coalesce(at, now()), origin, headers, sha256, answer from jsonb_to_recordset(${JSON.stringify(custody)}::jsonb)
      as given (report text, at timestamptz, origin text, headers jsonb, sha256 text, answer jsonb)
    on conflict do nothing`.execute(connection);
}

function reportRow(report: Report) {
  return {
    key: reportKey(report),
    text_id: report.id,
    url: report.url,
    outlet: report.outlet,
    originator: report.originator,
    title: report.title,
    language: report.language,
    published: publishedDay(report),
    record: report,
    sha256: sha256Of(report.text),
    config: configOf(report.language),
    indexed: report.text.slice(0, INDEXED).replace(/[\ud800-\udbff]$/, ""),
  };
}

export function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** Stores codings with their reports: all of them or none. A coding that is there already is left as it is. */
export function addCodings(database: Database, given: readonly NewCoding[]): Promise<readonly Added[]> {
  if (given.length === 0) return Promise.resolve([]);
  const codings = given.map(({ record }) => clean(record));
  return database.transaction().execute(async (transaction) => {
    const reports = given.map(({ from }, index) => ({
      report: codings[index]!.report,
      from: from ?? "coding",
    }));
    const stored = await insertReports(transaction, reports);
    const unseen = stored.flatMap((one, index) => (one.added ? [index] : []));
    await insertCustody(
      transaction,
      unseen.map((index) => reports[index]!),
      unseen.map((index) => stored[index]!),
    );
    const keys = codings.map(({ report }) => reportKey(report));
    const fresh = await insertCodings(transaction, codings, keys);
    const flats = [...fresh].map(([index, coding]) => ({
      coding,
      flat: flatten(codings[index]!, keys[index]!),
    }));
    await insertEvents(transaction, flats);
    return keys.map((key, index) => ({ key, added: fresh.has(index) }));
  });
}

/** The new codings' ids by their place in the list. What was current for their reports no longer is. */
async function insertCodings(
  connection: Connection,
  codings: readonly CodedReport[],
  keys: readonly string[],
): Promise<ReadonlyMap<number, number>> {
  const coders = new Map(codings.map(({ coder }) => [coderKey(coder), coder]));
  for (const [id, coder] of coders)
    await sql`insert into coders (id, coder) values (${id}, ${JSON.stringify(coder)}::jsonb) on conflict do nothing`.execute(
      connection,
    );
  const rows = codings.map((coded, index) => ({
    report: keys[index]!,
    coder: coderKey(coded.coder),
    header: { schema: coded.schema, id: coded.id, offsets: coded.offsets },
    notes: coded.notes,
    events: coded.events.length,
  }));
  const wanted = JSON.stringify(rows.map(({ report, coder }) => ({ report, coder })));
  const { rows: there } = await sql<{ readonly report: string; readonly coder: string }>`
    select c.report, c.coder from codings c
    join jsonb_to_recordset(${wanted}::jsonb) as g (report text, coder text) using (report, coder)`.execute(
    connection,
  );
  const taken = new Set(there.map(({ report, coder }) => `${report} ${coder}`));
  const fresh = new Map<string, number>();
  rows.forEach(({ report, coder }, index) => {
    if (!taken.has(`${report} ${coder}`)) fresh.set(report, index);
  });
  if (fresh.size === 0) return new Map();
  await retire(connection, [...fresh.keys()]);
  const { rows: made } = await sql<{ readonly id: number; readonly report: string }>`
    insert into codings (report, coder, header, notes, events)
    select * from jsonb_to_recordset(${JSON.stringify([...fresh.values()].map((index) => rows[index]))}::jsonb)
      as given (report text, coder text, header jsonb, notes jsonb, events int)
    returning id, report`.execute(connection);
  return new Map(made.map(({ id, report }) => [fresh.get(report)!, id]));
}

async function retire(connection: Connection, reports: readonly string[]): Promise<void> {
  const { rows } = await sql<{ readonly seq: number }>`
    with old as (update codings set current = false where current and report = any(${reports}::text[]) returning id)
    update events set current = false from old where current and coding = old.id returning seq`.execute(
    connection,
  );
  await retireEvents(
    connection,
    rows.map(({ seq }) => seq),
  );
}

async function insertEvents(
  connection: Connection,
  flats: readonly { readonly coding: number; readonly flat: Flat }[],
): Promise<void> {
  const all = <Row>(pick: (flat: Flat) => readonly Row[]): string =>
    JSON.stringify(flats.flatMap(({ flat }) => pick(flat)));
  const events = JSON.stringify(
    flats.flatMap(({ coding, flat }) => flat.events.map((event) => ({ coding, ...event }))),
  );
  await insertDimensions(
    connection,
    all(({ places }) => places),
    all(({ parties }) => parties),
  );
  const { rows } = await sql<{ readonly seq: number }>`
    with given as (
      select * from jsonb_to_recordset(${events}::jsonb) as given (coding bigint, id text, report text, position int,
        type text, modes text[], contexts text[], day_from date, day_to date, precision text, country text, admin1 text,
        place text, actor_country text, recipient_country text, factuality text, phase text, sourced smallint,
        denied boolean, confidence real, outlet text, language text, published date, record jsonb)),
    made as (
      insert into events (coding, id, report, position, type, modes, contexts, day_from, day_to, sort_day, precision,
        country, admin1, place, actor_country, recipient_country, factuality, phase, sourced, denied, confidence, outlet,
        language, published, story, reviewed, impact)
      select coding, g.id, g.report, position, g.type, g.modes, g.contexts, day_from, day_to,
        coalesce(day_from, '0001-01-01'), precision, g.country, g.admin1, p.id, actor_country, recipient_country,
        factuality, phase, sourced, denied, confidence, outlet, language, published, l.story,
        case when exists (select from reviews r where r.event = g.id) then review_state(g.id) else 'unreviewed' end,
        impact_of(g.type, g.record)
      from given g left join places p on p.key = g.place left join report_links l on l.report = g.report
      order by coding, position
      returning seq, coding, position)
    insert into event_records (event, record)
    select seq, record from made join given using (coding, position) returning event as seq`.execute(
    connection,
  );
  if (rows.length === 0) return;
  const seqs = rows.map(({ seq }) => seq);
  await sql`
    insert into participants (event, role, position, party)
    select e.seq, g.role, g.position, p.id
    from jsonb_to_recordset(${all(({ participants }) => participants)}::jsonb)
      as g (id text, role text, position int, party text)
    join events e on e.id = g.id and e.current join parties p on p.key = g.party
    where e.seq = any(${seqs}::bigint[])`.execute(connection);
  await sql`
    insert into dyads (event, actor, recipient)
    select distinct a.event, a.party, r.party from participants a
    join participants r on r.event = a.event and r.role = 'recipient'
    where a.role = 'actor' and a.event = any(${seqs}::bigint[])`.execute(connection);
  await showAsLeft(connection, seqs);
  await addCounts(connection, seqs, 1);
  await keepHistory(connection, seqs);
  await makeAgain(connection, seqs);
}
