import { CompiledQuery, sql } from "kysely";
import type { Opened } from "./database.ts";

type Rows = { readonly rows: unknown[] };

/**
 * A statement with its values, or a script of several without any. A script that fails may have begun a transaction, which
 * is ended here: whoever got the connection next would be refused everything.
 */
export async function statement(
  { database }: Opened,
  words: string,
  values: readonly unknown[],
): Promise<Rows> {
  const asked = CompiledQuery.raw(words, [...values]);
  if (values.length > 0) return { rows: (await database.executeQuery(asked)).rows };
  return database.connection().execute(async (connection) => {
    try {
      return { rows: (await connection.executeQuery(asked)).rows };
    } catch (problem) {
      await connection.executeQuery(CompiledQuery.raw("rollback")).catch(() => undefined);
      throw problem;
    }
  });
}

/** Does something while no other process does what has this name. A store in a folder has one process. */
export async function inTurn<Result>(
  { engine, database }: Opened,
  name: string,
  work: () => Promise<Result>,
): Promise<Result> {
  if (engine === "pglite") return work();
  return database.connection().execute(async (connection) => {
    await sql`select pg_advisory_lock(hashtext(${name}))`.execute(connection);
    try {
      return await work();
    } finally {
      await sql`select pg_advisory_unlock(hashtext(${name}))`.execute(connection);
    }
  });
}
