import { sql } from "kysely";
import type { LinkUse, LinkWindow, Placement } from "../linking/index.ts";
import { fail } from "../text/errors.ts";
import type { Connection, Database, Opened } from "./database.ts";
import { apply, type LinkChange, setCopy, setHappenings, setStories } from "./link-changes.ts";
import { addMaterial, type Prepared, type Unprepared, unprepared } from "./link-material.ts";
import { type ToldEvent, toldEvents } from "./link-told.ts";
import { nextWindow, type WindowOptions, windowOf } from "./link-window.ts";
import { given } from "./rows.ts";

export interface LinkRun {
  readonly id: number;
  readonly who: string;
  readonly why: string;
  readonly at: string;
  /** What it linked for. */
  readonly use?: LinkUse;
  /** The run that this one took back. */
  readonly undoes?: number;
  /** Number of changes. */
  readonly changes: number;
}

/** What linking asks of a store. One run at a time changes links; a run can be taken back, the newest first. */
export interface LinkTables {
  readonly unprepared: () => AsyncIterable<Unprepared>;
  readonly addMaterial: (prepared: readonly Prepared[]) => Promise<void>;
  /** Does the work while no other process links this store; undefined if another one does. */
  readonly alone: <Result>(work: () => Promise<Result>) => Promise<Result | undefined>;
  /** `again`: every report is to be placed anew. */
  readonly begin: (who: string, why: string, use: LinkUse, again: boolean) => Promise<number>;
  /** What the newest run that still stands linked for; undefined if there is none. */
  readonly use: () => Promise<LinkUse | undefined>;
  /** True if a prepared report waits to be placed. */
  readonly isWaiting: () => Promise<boolean>;
  /** Places the next reports, whole or not at all; undefined if none waits. */
  readonly place: (
    run: number,
    options: WindowOptions,
    decide: (window: LinkWindow) => Promise<Placement>,
  ) => Promise<Placed | undefined>;
  /**
   * Takes back the newest run that still stands, and appends that it was; undefined if there is none. What a reviewer
   * moved is the reviewer's to take back. Throws K164 if that lies on top of the run.
   */
  readonly undo: (who: string, why: string) => Promise<LinkRun | undefined>;
  readonly runs: () => Promise<readonly LinkRun[]>;
  /** What happened to a report, an event, a story or a happening, the oldest first. */
  readonly history: (subject: string) => Promise<readonly (LinkChange & { readonly run: number })[]>;
  /** Every event that is linked, in the order in which events are streamed. */
  readonly told: () => AsyncIterable<ToldEvent>;
  /** What lies around the reports of two events, for asking why they were joined or not. */
  readonly around: (events: readonly [string, string], days: number) => Promise<LinkWindow | undefined>;
}

export interface Placed {
  readonly reports: number;
  /** Reports that were compared, the placed ones among them. */
  readonly window: number;
  readonly changes: readonly LinkChange[];
}

const LINK_LOCK = 7_216_054;

export function linkTables({ database, engine }: Opened): LinkTables {
  return {
    unprepared: () => unprepared(database),
    addMaterial: (prepared) => addMaterial(database, prepared),
    // A folder belongs to one process already, and has a single connection.
    alone: (work) => (engine === "pglite" ? work() : locked(database, work)),
    begin: (who, why, use, again) =>
      database.transaction().execute((transaction) => beginFor(transaction, who, why, use, again)),
    use: () => useOf(database),
    isWaiting: async () => {
      const { rows } = await sql`
        select from link_material where placed is distinct from coding limit 1`.execute(database);
      return rows.length > 0;
    },
    place: (run, options, decide) =>
      database.transaction().execute(async (transaction) => {
        const window = await nextWindow(transaction, run, options);
        if (window === undefined) return undefined;
        const fresh = window.reports.filter(({ isFresh }) => isFresh).map(({ key }) => key);
        const changes = await apply(transaction, run, await decide(window), fresh);
        return { reports: fresh.length, window: window.reports.length, changes };
      }),
    undo: (who, why) => database.transaction().execute((transaction) => undo(transaction, who, why)),
    runs: () => runs(database),
    told: () => toldEvents(database),
    around: (events, days) => windowOf(database, events, days),
    history: async (subject) => {
      const { rows } = await sql<LinkChange & { readonly run: number }>`
        select run, kind, subject, before, after, why from link_changes where subject = ${subject} order by id`.execute(
        database,
      );
      return rows;
    },
  };
}

/** The lock hangs on a transaction that does nothing else: it ends with the process, however that ends. */
async function locked<Result>(database: Database, work: () => Promise<Result>): Promise<Result | undefined> {
  return database.transaction().execute(async (transaction) => {
    const { rows } = await sql<{ readonly mine: boolean }>`
      select pg_try_advisory_xact_lock(${sql.lit(LINK_LOCK)}) as mine`.execute(transaction);
    return rows[0]!.mine ? work() : undefined;
  });
}

export async function begin(
  connection: Connection,
  who: string,
  why: string,
  undoes?: number,
): Promise<number> {
  const { rows } = await sql<{ readonly id: number }>`
    insert into link_runs (who, why, undoes) values (${who}, ${why}, ${undoes ?? null}::bigint) returning id`.execute(
    connection,
  );
  return rows[0]!.id;
}

async function beginFor(
  connection: Connection,
  who: string,
  why: string,
  use: LinkUse,
  again: boolean,
): Promise<number> {
  if (again) await sql`update link_material set placed = null`.execute(connection);
  const { rows } = await sql<{ readonly id: number }>`
    insert into link_runs (who, why, use) values (${who}, ${why}, ${use}) returning id`.execute(connection);
  return rows[0]!.id;
}

/** Runs from before there were uses linked for reading. */
async function useOf(connection: Connection): Promise<LinkUse | undefined> {
  const { rows } = await sql<{ readonly use: LinkUse }>`
    select coalesce(use, 'reading') as use from link_runs r
    where undoes is null and not exists (select from link_runs u where u.undoes = r.id)
      and (use is not null or exists (select from link_changes c where c.run = r.id and c.kind = 'story'))
    order by id desc limit 1`.execute(connection);
  return rows[0]?.use;
}

interface RunRow extends Omit<LinkRun, "undoes" | "use"> {
  readonly use: LinkUse | null;
  readonly undoes: number | null;
}

async function runs(connection: Connection): Promise<readonly LinkRun[]> {
  const { rows } = await sql<RunRow>`
    select r.id, r.who, r.why, r.at, r.use, r.undoes, (select count(*) from link_changes c where c.run = r.id) as changes
    from link_runs r order by r.id`.execute(connection);
  return rows.map(({ use, undoes, ...run }) => ({
    ...run,
    ...given("use", use),
    ...given("undoes", undoes),
  }));
}

async function undo(connection: Connection, who: string, why: string): Promise<LinkRun | undefined> {
  const { rows } = await sql<{ readonly id: number }>`
    select id from link_runs r where undoes is null and not exists (select from link_runs u where u.undoes = r.id)
      and not exists (select from reviews v where v.link_run = r.id)
    order by id desc limit 1`.execute(connection);
  const last = rows[0]?.id;
  if (last === undefined) return undefined;
  const id = await takeBackRun(connection, last, who, why);
  return (await runs(connection)).find((run) => run.id === id);
}

/** Takes back one run; gives the run that says so. Throws K164 if a later run that stands changed the same things. */
export async function takeBackRun(
  connection: Connection,
  run: number,
  who: string,
  why: string,
): Promise<number> {
  const { rows: later } = await sql<{ readonly run: number; readonly subject: string }>`
    select c.run, c.subject from link_changes c join link_runs r on r.id = c.run
    where c.run > ${run} and c.subject in (select subject from link_changes where run = ${run}) and r.undoes is null
      and not exists (select from link_runs u where u.undoes = r.id) limit 1`.execute(connection);
  if (later[0] !== undefined)
    throw fail("K164", {
      action: "take back",
      subject: later[0].subject,
      reason: `run ${later[0].run} of links has changed it since`,
    });
  const { rows: changes } = await sql<LinkChange>`
    select kind, subject, before, after, why from link_changes where run = ${run} order by id desc`.execute(
    connection,
  );
  for (const change of changes) await takeBack(connection, change);
  const untold = changes.flatMap(({ kind, subject, before }) =>
    kind === "happening" && before === null ? [subject] : [],
  );
  await sql`update link_material m set placed = null from events e
    where e.report = m.report and e.current and e.id = any(${untold}::text[])`.execute(connection);
  return begin(connection, who, why, run);
}

async function takeBack(connection: Connection, { kind, subject, before }: LinkChange): Promise<void> {
  switch (kind) {
    case "story":
      return before === null
        ? unplace(connection, subject)
        : setStories(connection, [{ report: subject, story: before as string }]);
    case "happening":
      return setHappenings(connection, [{ event: subject, happening: before as string | null }]);
    case "copy":
      return setCopy(
        connection,
        subject,
        before as { readonly of: string; readonly containment: number } | null,
      );
    case "merge":
      return unmerge(
        connection,
        subject,
        before as { readonly kind: string; readonly sentOn: readonly string[] },
      );
    case "split":
      return;
  }
}

/** As if it had never been set beside others: the next run does. */
async function unplace(connection: Connection, report: string): Promise<void> {
  await sql`delete from report_links where report = ${report}`.execute(connection);
  await sql`update events set story = null where report = ${report}`.execute(connection);
  await sql`update link_material set placed = null where report = ${report}`.execute(connection);
}

async function unmerge(
  connection: Connection,
  origin: string,
  { kind, sentOn }: { readonly kind: string; readonly sentOn: readonly string[] },
): Promise<void> {
  await sql`delete from redirects where kind = ${kind} and origin = ${origin}`.execute(connection);
  await sql`update redirects set target = ${origin} where kind = ${kind} and origin = any(${sentOn}::text[])`.execute(
    connection,
  );
}
