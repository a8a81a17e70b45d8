import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Kysely, PostgresDialect, type Transaction } from "kysely";
import { fail, KhaldunError } from "../text/errors.ts";
import { type Location, withoutPassword } from "./location.ts";
import { lockFolder } from "./lock.ts";
import { pgliteDialect, startPglite } from "./pglite-dialect.ts";
import { ensureRoom } from "./room.ts";
import { PARSERS, SETTINGS } from "./values.ts";

/** Both engines behind one way of asking. Our statements are written as SQL; Kysely puts their parts together. */
export type Database = Kysely<unknown>;
export type Connection = Kysely<unknown> | Transaction<unknown>;

export interface Opened {
  readonly engine: Location["engine"];
  readonly database: Database;
  readonly close: () => Promise<void>;
}

const MARK = "khaldun-store.json";

export async function connect(location: Location): Promise<Opened> {
  return location.engine === "postgres" ? connectPostgres(location.url) : openFolder(location.folder);
}

async function connectPostgres(url: string): Promise<Opened> {
  // Loaded here, not at the top: most runs of the program have no server.
  const { default: pg } = await import("pg");
  const options = Object.entries(SETTINGS)
    .map(([name, value]) => `-c ${name}=${value}`)
    .join(" ");
  const types = new pg.TypeOverrides();
  for (const [oid, parse] of Object.entries(PARSERS)) types.setTypeParser(Number(oid), parse);
  const pool = new pg.Pool({ connectionString: url, options, types, max: 8 });
  // A connection that breaks while nobody uses it is replaced by the next one.
  pool.on("error", () => undefined);
  const database: Database = new Kysely({ dialect: new PostgresDialect({ pool }) });
  try {
    await pool.query("select 1");
  } catch (problem) {
    await database.destroy();
    throw fail("K505", { location: withoutPassword(url), reason: reasonOf(problem) }, problem);
  }
  return { engine: "postgres", database, close: () => database.destroy() };
}

/** The folder holds our mark, the lock and the database's own folder; a folder with other things in it is refused. */
async function openFolder(folder: string): Promise<Opened> {
  await claim(folder);
  const lock = lockFolder(folder);
  try {
    await writeFile(join(folder, MARK), `${JSON.stringify({ format: "khaldun-store", version: 1 })}\n`);
    if (!existsSync(join(folder, "database"))) await ensureRoom(folder);
    const thread = await startPglite(join(folder, "database"));
    const database: Database = new Kysely({ dialect: pgliteDialect(thread, folder) });
    const close = async (): Promise<void> => {
      await database.destroy();
      // Kysely never started the driver if nothing was asked.
      await thread.close();
      lock.release();
    };
    return { engine: "pglite", database, close };
  } catch (problem) {
    lock.release();
    throw problem instanceof KhaldunError
      ? problem
      : fail("K505", { location: folder, reason: reasonOf(problem) }, problem);
  }
}

async function claim(folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
    const inside = await readdir(folder);
    if (inside.length === 0 || inside.includes(MARK) || inside.every((name) => name.startsWith("LOCK")))
      return;
  } catch (problem) {
    throw fail("K505", { location: folder, reason: reasonOf(problem) }, problem);
  }
  throw fail("K506", { folder });
}

/** True if there is a store in this folder. */
export async function isStoreFolder(folder: string): Promise<boolean> {
  return readFile(join(folder, MARK)).then(
    () => true,
    () => false,
  );
}

export function reasonOf(problem: unknown): string {
  const { message, code } = problem as { message?: string; code?: string };
  return message || code || String(problem);
}
