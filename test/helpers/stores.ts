import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";

/** Address of a PostgreSQL server on which tests may make databases; without it that half is skipped. */
const SERVER = process.env.KHALDUN_TEST_POSTGRES;

/** A place for a store of its own, and what takes it away again. */
export interface TestPlace {
  readonly location: string;
  readonly remove: () => Promise<void>;
}
export interface Engine {
  readonly name: string;
  readonly skipped: boolean;
  readonly place: () => Promise<TestPlace>;
}

export const ENGINES: readonly Engine[] = [
  { name: "PGlite", skipped: false, place: folderPlace },
  {
    name: SERVER === undefined ? "PostgreSQL (skipped: KHALDUN_TEST_POSTGRES names no server)" : "PostgreSQL",
    skipped: SERVER === undefined,
    place: databasePlace,
  },
];

export async function folderPlace(): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), "khaldun-store-"));
  return {
    location: join(folder, "store"),
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

let made = 0;

async function databasePlace(): Promise<TestPlace> {
  made += 1;
  const name = `khaldun_test_${process.pid}_${Date.now()}_${made}`;
  await onServer(`create database ${name}`);
  const url = new URL(SERVER!);
  url.pathname = `/${name}`;
  return { location: url.href, remove: () => onServer(`drop database ${name} with (force)`) };
}

async function onServer(words: string): Promise<void> {
  const client = new pg.Client({ connectionString: SERVER });
  await client.connect();
  await client.query(words);
  await client.end();
}
