import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { sql } from "kysely";
import { fail, KhaldunError } from "../text/errors.ts";
import { type Connection, type Opened, reasonOf } from "./database.ts";
import { MIGRATIONS, SCHEMA } from "./migrate.ts";

/** In the order in which rows may be put back: what is pointed at comes first. */
const TABLES = [
  "reports",
  "text_configs",
  "raw",
  "custody",
  "coders",
  "codings",
  "places",
  "parties",
  "events",
  "event_records",
  "participants",
  "dyads",
  "counts",
  "report_links",
  "redirects",
  "link_log",
  "link_material",
  "link_runs",
  "link_changes",
  "reviews",
  "coded_events",
  "coded_participants",
  "coded_dyads",
  "event_history",
  "runs",
  "failures",
  "users",
  "tokens",
  "audit_log",
  "searches",
  "webhooks",
  "webhook_events",
  "deliveries",
  "alerts",
  "feeds",
  "feed_pages",
] as const;

const FORMAT = "khaldun-backup";
/** Rows that are held at a time. */
const PART = 200;

/**
 * Writes everything into one file, gzipped lines of JSON, the same from either engine: a store in a folder can be put
 * back into PostgreSQL. The file gets its name when it is whole. Gives the number of rows.
 */
export async function backup({ database }: Opened, file: string): Promise<number> {
  const part = `${file}.part`;
  let count = 0;
  try {
    await database
      .transaction()
      .setIsolationLevel("repeatable read")
      .execute(async (transaction) => {
        const lines = Readable.from(
          linesOf(transaction, (rows) => {
            count = rows;
          }),
        );
        await pipeline(lines, createGzip(), createWriteStream(part));
      });
    await rename(part, file);
  } catch (problem) {
    await rm(part, { force: true });
    throw fail("K511", { file, reason: reasonOf(problem) }, problem);
  }
  return count;
}

async function* linesOf(connection: Connection, told: (rows: number) => void): AsyncIterable<string> {
  const digest = createHash("sha256");
  const line = (value: unknown): string => {
    const text = `${JSON.stringify(value)}\n`;
    digest.update(text);
    return text;
  };
  let rows = 0;
  yield line({ format: FORMAT, schema: SCHEMA, migrations: MIGRATIONS });
  for (const table of TABLES) {
    await sql`declare backup_rows no scroll cursor for select to_jsonb(t) as row from ${sql.ref(table)} t`.execute(
      connection,
    );
    for (;;) {
      const part = await sql<{ row: unknown }>`fetch ${sql.lit(PART)} from backup_rows`.execute(connection);
      for (const { row } of part.rows) yield line({ table, row });
      rows += part.rows.length;
      if (part.rows.length === 0) break;
    }
    await sql`close backup_rows`.execute(connection);
  }
  told(rows);
  yield `${JSON.stringify({ rows, sha256: digest.digest("hex") })}\n`;
}

/** Puts a backup into an empty store, whole or not at all. Throws K512 for a broken file, K513 if the store is not empty. */
export async function restore({ database }: Opened, file: string, location: string): Promise<number> {
  try {
    return await database.transaction().execute(async (transaction) => {
      const { rows } = await sql`select from reports limit 1`.execute(transaction);
      if (rows.length > 0) throw fail("K513", { location });
      const count = await putBack(transaction, file);
      for (const table of TABLES) await resetIdentity(transaction, table);
      return count;
    });
  } catch (problem) {
    throw problem instanceof KhaldunError
      ? problem
      : fail("K512", { file, reason: reasonOf(problem) }, problem);
  }
}

async function putBack(connection: Connection, file: string): Promise<number> {
  const digest = createHash("sha256");
  let table = "";
  let held: unknown[] = [];
  let count = 0;
  let first = true;
  const flush = async (): Promise<void> => {
    if (held.length > 0)
      await sql`insert into ${sql.ref(table)} overriding system value
        select * from jsonb_populate_recordset(null::${sql.ref(table)}, ${JSON.stringify(held)}::jsonb)`.execute(
        connection,
      );
    held = [];
  };
  for await (const text of createInterface({ input: createReadStream(file).pipe(createGunzip()) })) {
    const line = JSON.parse(text) as BackupLine;
    if (first && (line.format !== FORMAT || line.schema !== SCHEMA))
      throw new Error(
        `it is ${line.format ?? "something else"}, schema ${line.schema ?? "none"}; wanted ${FORMAT}, ${SCHEMA}`,
      );
    first = false;
    if (line.sha256 !== undefined) {
      await flush();
      if (line.rows !== count || line.sha256 !== digest.digest("hex"))
        throw new Error("its sum does not agree");
      return count;
    }
    digest.update(`${text}\n`);
    if (line.table === undefined) continue;
    if (line.table !== table || held.length >= PART) await flush();
    if (!(TABLES as readonly string[]).includes(line.table)) throw new Error(`it has a table ${line.table}`);
    table = line.table;
    held.push(line.row);
    count += 1;
  }
  throw new Error("its end is missing");
}

interface BackupLine {
  readonly format?: string;
  readonly schema?: number;
  readonly table?: string;
  readonly row?: unknown;
  readonly rows?: number;
  readonly sha256?: string;
}

/** New rows get numbers after those that were put back. */
async function resetIdentity(connection: Connection, table: string): Promise<void> {
  const { rows } = await sql<{ column: string }>`
    select column_name as column from information_schema.columns
    where table_schema = 'khaldun' and table_name = ${table} and is_identity = 'YES'`.execute(connection);
  for (const { column } of rows)
    await sql`select setval(pg_get_serial_sequence(${`khaldun.${table}`}, ${column}),
      coalesce((select max(${sql.ref(column)}) from ${sql.ref(table)}), 0) + 1, false)`.execute(connection);
}
