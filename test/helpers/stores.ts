import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { openStore } from "../../src/store/index.ts";
import { packageFile } from "../../src/text/package-files.ts";

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

/** A folder with an empty store. Making one takes PGlite seconds: it is made once and copied. */
export async function folderPlace(): Promise<TestPlace> {
  const folder = mkdtempSync(join(tmpdir(), "khaldun-store-"));
  const location = join(folder, "store");
  cpSync(await emptyStore(), location, { recursive: true });
  return {
    location,
    remove: async () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Kept as long as the schema and the packages stay what they are. */
async function emptyStore(): Promise<string> {
  const scripts = readdirSync(packageFile("src/store/data")).filter((name) => name.endsWith(".sql"));
  const schema = scripts.map((name) => readFileSync(packageFile(`src/store/data/${name}`), "utf8")).join("");
  const packages = readFileSync(packageFile("package-lock.json"));
  const name = createHash("sha256").update(schema).update(packages).digest("hex").slice(0, 16);
  const kept = packageFile(`node_modules/.cache/khaldun-empty-store-${name}`);
  if (existsSync(kept)) return kept;
  mkdirSync(packageFile("node_modules/.cache"), { recursive: true });
  const draft = mkdtempSync(`${kept}-`);
  await (await openStore(draft)).close();
  // Of two tests that made one at the same moment the second keeps its own.
  if (existsSync(kept)) return draft;
  renameSync(draft, kept);
  return kept;
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
