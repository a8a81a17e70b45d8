import { type RawBuilder, sql } from "kysely";
import type {
  CopyCandidate,
  LinkWindow,
  MentionMaterial,
  StoryDecision,
  WindowMention,
  WindowReport,
} from "../linking/index.ts";
import type { Connection } from "./database.ts";
import { given } from "./rows.ts";
import { storyDecisions } from "./story-decisions.ts";

export interface WindowOptions {
  /** Days before and after a report within which others can tell its story. */
  readonly days: number;
  /** Reports that are placed in one go. */
  readonly most: number;
  /** Every report of the store is placed anew: what one of them was before says nothing until it is. */
  readonly again: boolean;
}

/** Texts that are compared with one text; those that share most fingerprints come first. */
const CANDIDATES = 50;

interface FreshRow {
  readonly report: string;
  readonly day: string;
}

/** The next reports to be placed, the earliest days first, and what lies around them; undefined if none waits. */
export async function nextWindow(
  connection: Connection,
  run: number,
  { days, most, again }: WindowOptions,
): Promise<LinkWindow | undefined> {
  const { rows: fresh } = await sql<FreshRow>`
    select report, day from link_material
    where placed is distinct from coding and day <= (
      select min(day) from link_material where placed is distinct from coding) + ${days}::int
    order by day, report limit ${most}`.execute(connection);
  if (fresh.length === 0) return undefined;
  const { reports, decisions } = await around(connection, fresh, days);
  const keys = reports.map(({ key }) => key);
  const { rows: wide } = await sql<{ readonly story: string }>`
    select distinct l.story from report_links l left join link_material m on m.report = l.report
    where l.story = any(${reports.flatMap(({ story }) => story ?? [])}::text[]) and not l.report = any(${keys}::text[])
      and ${stands(again)}`.execute(connection);
  return {
    run,
    isAgain: again,
    reports,
    decisions,
    wideStories: new Set(wide.map(({ story }) => story)),
    copyCandidates: (key) => copyCandidates(connection, key),
    mentions: (wanted) => mentions(connection, wanted, again),
  };
}

/** Of what lies beyond a window: where everything is placed anew, only what has been by now. */
function stands(again: boolean): RawBuilder<unknown> {
  return again ? sql`m.placed = m.coding` : sql`true`;
}

/** What lies around the reports of two events; undefined if one of them is not linked. Nothing is placed. */
export async function windowOf(
  connection: Connection,
  events: readonly [string, string],
  days: number,
): Promise<LinkWindow | undefined> {
  const { rows } = await sql<FreshRow>`
    select m.report, m.day from link_material m
    where m.report in (select report from events where current and id = any(${[...events]}::text[]))
    order by m.day, m.report`.execute(connection);
  if (rows.length === 0) return undefined;
  return {
    run: 0,
    isAgain: false,
    ...(await around(connection, rows, days)),
    wideStories: new Set(),
    copyCandidates: (key) => copyCandidates(connection, key),
    mentions: (wanted) => mentions(connection, wanted, false),
  };
}

interface WindowRow {
  readonly key: string;
  readonly published: string | null;
  readonly terms: Readonly<Record<string, number>>;
  readonly story: string | null;
}

async function around(
  connection: Connection,
  fresh: readonly FreshRow[],
  days: number,
): Promise<{ readonly reports: readonly WindowReport[]; readonly decisions: readonly StoryDecision[] }> {
  const keys = new Set(fresh.map(({ report }) => report));
  const near = sql`m.report = any(${[...keys]}::text[]) or (m.placed = m.coding
      and m.day between ${fresh[0]!.day}::date - ${days}::int and ${fresh.at(-1)!.day}::date + ${days}::int)`;
  const found = await windowReports(connection, near, keys);
  const decisions = await storyDecisions(
    connection,
    found.map(({ key }) => key),
  );
  // Whom a decision names is seen beside whom it is about, however far off.
  const named = new Set(decisions.flatMap(({ report, together, apart }) => [report, ...together, ...apart]));
  for (const { key } of found) named.delete(key);
  const far = sql`m.report = any(${[...named]}::text[]) and l.story is not null`;
  const others = named.size === 0 ? [] : await windowReports(connection, far, keys);
  return { reports: [...found, ...others], decisions };
}

async function windowReports(
  connection: Connection,
  where: RawBuilder<unknown>,
  fresh: ReadonlySet<string>,
): Promise<readonly WindowReport[]> {
  const { rows } = await sql<WindowRow>`
    select m.report as key, r.published, m.terms, l.story
    from link_material m join reports r on r.key = m.report left join report_links l on l.report = m.report
    where ${where} order by m.report`.execute(connection);
  return rows.map(({ key, published, terms, story }) => ({
    key,
    terms,
    isFresh: fresh.has(key),
    ...given("day", published),
    ...given("story", story),
  }));
}

interface CandidateRow {
  readonly id: string;
  readonly text: string;
  readonly url: string | null;
  readonly day: string | null;
  readonly copy_of: string | null;
  readonly containment: number | null;
}

async function copyCandidates(connection: Connection, key: string): Promise<readonly CopyCandidate[]> {
  const { rows } = await sql<CandidateRow>`
    with own as (select prints from link_material where report = ${key}),
    near as (
      select m.report, (select count(*) from unnest(m.prints) p where p = any(own.prints)) as shared
      from own join link_material m on m.prints && own.prints
      order by m.report = ${key} desc, shared desc, m.report limit ${CANDIDATES + 1})
    select n.report as id, r.record ->> 'text' as text, r.url, r.published as day, l.copy_of, l.containment
    from near n join reports r on r.key = n.report left join report_links l on l.report = n.report
    order by n.report = ${key} desc, n.shared desc, n.report`.execute(connection);
  return rows.map(({ id, text, url, day, copy_of, containment }) => ({
    id,
    text,
    ...given("url", url),
    ...given("day", day),
    ...(copy_of === null ? {} : { copyOf: { report: copy_of, containment: containment ?? 0 } }),
  }));
}

interface MentionRow {
  readonly report: string;
  readonly mentions: readonly MentionMaterial[];
  readonly happenings: Readonly<Record<string, string>>;
  /** Events of which a person said what they tell. */
  readonly decided: readonly string[];
}

async function mentions(
  connection: Connection,
  keys: readonly string[],
  again: boolean,
): Promise<{ readonly mentions: readonly WindowMention[]; readonly wide: ReadonlySet<string> }> {
  const { rows } = await sql<MentionRow>`
    select m.report, m.mentions, coalesce((select jsonb_object_agg(e.id, e.happening) from events e
      where e.current and e.report = m.report and e.happening is not null), '{}') as happenings,
      array(select distinct r.event from reviews r join events e on e.id = r.event and e.current
        where e.report = m.report and r.verdict in ('merge', 'split') and r.undoes is null
          and not exists (select from reviews u where u.undoes = r.id)) as decided
    from link_material m where m.report = any(${keys}::text[]) order by m.report`.execute(connection);
  const named = [...new Set(rows.flatMap(({ happenings }) => Object.values(happenings)))];
  const { rows: wide } = await sql<{ readonly happening: string }>`
    select distinct e.happening from events e left join link_material m on m.report = e.report
    where e.current and e.happening = any(${named}::text[]) and not e.report = any(${keys}::text[])
      and ${stands(again)}`.execute(connection);
  return {
    mentions: rows.flatMap((row) =>
      row.mentions.map((material) => ({
        report: row.report,
        material,
        ...given("happening", row.happenings[material.event]),
        ...(row.decided.includes(material.event) ? { isDecided: true } : {}),
      })),
    ),
    wide: new Set(wide.map(({ happening }) => happening)),
  };
}
