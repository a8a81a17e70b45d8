import { sql } from "kysely";
import type { Database } from "./database.ts";
import { pagedRows, readCursor, sizeOf } from "./paging.ts";
import { given } from "./rows.ts";
import type { Failure, NewFailure, Page, Paged, Run, RunStart } from "./types.ts";

/** Begins a run of a command over inputs: its failures can be retried later. Gives its number. */
export async function startRun(database: Database, run: RunStart): Promise<number> {
  const { rows } = await sql<{ readonly id: number }>`
    insert into runs (command, inputs, options) values (${run.command}, ${JSON.stringify(run.inputs)}::jsonb,
      ${JSON.stringify(run.options)}::jsonb) returning id`.execute(database);
  return rows[0]!.id;
}

/** An item that fails again for the same reason is one failure with one attempt more. */
export async function addFailures(
  database: Database,
  run: number,
  failures: readonly NewFailure[],
): Promise<void> {
  await sql`
    insert into failures (run, name, input, code, message, cure)
    select distinct on (name, code) ${run}::bigint, name, input, code, message, cure
    from jsonb_to_recordset(${JSON.stringify(failures)}::jsonb)
      as g (name text, input text, code text, message text, cure text) order by name, code
    on conflict (name, code) do update set run = excluded.run, input = excluded.input, message = excluded.message,
      attempts = failures.attempts + 1, state = 'open', at = now()`.execute(database);
}

export async function solve(database: Database, failures: readonly number[]): Promise<void> {
  await sql`update failures set state = 'solved', at = now() where id = any(${failures}::bigint[])`.execute(
    database,
  );
}

export async function finishRun(
  database: Database,
  run: number,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  await sql`update runs set finished = now(), counts = ${JSON.stringify(counts)}::jsonb where id = ${run}`.execute(
    database,
  );
}

/** How far a run came that goes on, or that another is to go on with. */
export async function noteRun(
  database: Database,
  run: number,
  counts: Readonly<Record<string, number>>,
): Promise<void> {
  await sql`update runs set counts = ${JSON.stringify(counts)}::jsonb where id = ${run}`.execute(database);
}

interface RunRow extends Omit<Run, "finished"> {
  readonly finished: string | null;
}

export async function runs(database: Database): Promise<readonly Run[]> {
  const { rows } = await sql<RunRow>`select * from runs order by id`.execute(database);
  return rows.map(runOf);
}

/** Of a command, the oldest first: those that were begun and never finished. */
export async function unfinishedRuns(database: Database, command: string): Promise<readonly Run[]> {
  const { rows } = await sql<RunRow>`
    select * from runs where finished is null and command = ${command} order by id`.execute(database);
  return rows.map(runOf);
}

export async function newestRuns(database: Database, page: Page): Promise<Paged<Run>> {
  const size = sizeOf(page);
  const [id] = page.after === undefined ? [] : readCursor(page.after, ["whole"]);
  const beyond = id === undefined ? sql`true` : sql`id < ${id}::bigint`;
  const { rows } = await sql<RunRow>`
    select * from runs where ${beyond} order by id desc limit ${size + 1}`.execute(database);
  return pagedRows(rows, size, runOf, (row) => [row.id]);
}

function runOf({ finished, ...run }: RunRow): Run {
  return { ...run, ...given("finished", finished) };
}

/** The failures that still stand, of one run or of all. */
export async function failures(database: Database, run: number | undefined): Promise<readonly Failure[]> {
  const { rows } = await sql<Failure>`
    select * from failures where state = 'open' and (${run ?? null}::bigint is null or run = ${run ?? null}::bigint)
    order by id`.execute(database);
  return rows;
}
