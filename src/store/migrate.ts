import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { fail } from "../text/errors.ts";
import { packageFile } from "../text/package-files.ts";
import { showAllAsLeft } from "./as-left.ts";
import type { Connection, Database } from "./database.ts";
import { keepAllHistory } from "./history.ts";

/** In the order in which they are applied. A migration that has been released is never edited: a new one follows. */
export const MIGRATIONS = [
  "001-store",
  "002-linking",
  "003-desk",
  "004-access",
  "005-review",
  "006-newsroom",
  "007-watch",
  "008-feeds",
  "010-dates",
  "011-link-use",
  "012-stories",
  "013-views",
  "014-corrected",
  "015-counted",
  "016-history",
  "017-followed",
] as const;
export const SCHEMA = MIGRATIONS.length;

/** What no script can do: it takes the program to say what a review makes of an event. */
const AFTERWARDS: Readonly<Partial<Record<string, (connection: Connection) => Promise<void>>>> = {
  "014-corrected": showAllAsLeft,
  "016-history": keepAllHistory,
};

interface Applied {
  readonly version: number;
  readonly name: string;
  readonly checksum: string;
}

/** One number for all programs that might migrate the same database at the same moment. */
const MIGRATION_LOCK = 7_216_053;

/** `ask`: a store of an older schema is left as it is (K172); one without any is made in either case. */
export type Migrating = "do" | "ask";

/**
 * Brings the schema up to this program's version and checks that it is what the manifest says. Throws K503 for a
 * schema of a newer program, K504 for one that somebody changed, K172 for an older one if it is only to ask.
 */
export async function migrate(
  database: Database,
  location: string,
  how: Migrating = "do",
  migrations: readonly string[] = MIGRATIONS,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(${sql.lit(MIGRATION_LOCK)})`.execute(transaction);
    await sql`create schema if not exists khaldun`.execute(transaction);
    await sql`create table if not exists manifest (
      version int primary key, name text not null, checksum text not null,
      fingerprint text not null, applied_at timestamptz not null default now())`.execute(transaction);
    const applied = await check(transaction, location);
    if (how === "ask" && applied > 0 && applied < SCHEMA)
      throw fail("K172", { location, found: applied, known: SCHEMA });
    for (const [index, name] of migrations.entries()) {
      if (index < applied) continue;
      const script = scriptOf(name);
      await runScript(transaction, script);
      await AFTERWARDS[name]?.(transaction);
      const fingerprint = await fingerprintOf(transaction);
      await sql`insert into manifest (version, name, checksum, fingerprint)
        values (${index + 1}, ${name}, ${checksumOf(script)}, ${fingerprint})`.execute(transaction);
    }
  });
}

async function check(transaction: Connection, location: string): Promise<number> {
  const { rows } = await sql<Applied & { readonly fingerprint: string }>`
    select version, name, checksum, fingerprint from manifest order by version`.execute(transaction);
  if (rows.length > SCHEMA) throw fail("K503", { location, found: rows.length, known: SCHEMA });
  const other = rows.find(({ checksum }, index) => checksum !== checksumOf(scriptOf(MIGRATIONS[index]!)));
  if (other !== undefined)
    throw fail("K504", { location, what: `migration ${other.name} is another one than this program's` });
  const last = rows.at(-1);
  if (last !== undefined && last.fingerprint !== (await fingerprintOf(transaction)))
    throw fail("K504", { location, what: "tables, columns or indexes differ from those of the manifest" });
  return rows.length;
}

/** Columns with their types, and the names of the indexes: not their print, which differs between versions of PostgreSQL. */
async function fingerprintOf(transaction: Connection): Promise<string> {
  const { rows } = await sql<{ readonly line: string }>`
    select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable as line
      from information_schema.columns where table_schema = 'khaldun'
    union all select tablename || ' index ' || indexname from pg_indexes where schemaname = 'khaldun'`.execute(
    transaction,
  );
  return checksumOf(
    rows
      .map(({ line }) => line)
      .sort()
      .join("\n"),
  );
}

/** A script of several statements, which take no values. */
async function runScript(transaction: Connection, script: string): Promise<void> {
  await sql.raw(script).execute(transaction);
}

function scriptOf(name: string): string {
  return readFileSync(packageFile(`src/store/data/${name}.sql`), "utf8");
}

function checksumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}
