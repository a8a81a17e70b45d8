import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { EVENT_TYPES } from "../../src/ontology/plover/codes.ts";
import { type EventFilter, openStore, type Store } from "../../src/store/index.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { dayOf, generator, syntheticReport } from "./synthetic.ts";

const REPORTS = 100_000;
const BATCH = 100;
const ROUNDS = 20;
/** Most milliseconds at the 95th percentile. */
const FLOOR = { pglite: 800, postgres: 250 } as const;
const FEWEST_EVENTS = 500;

/**
 * Synthetic events in both engines, asked in turns so that the machine's moods hit both. `--reports N` sets the size,
 * ten events a report; PostgreSQL is the server of KHALDUN_TEST_POSTGRES, and left out without it; `--engine postgres` or
 * `pglite` asks one alone. With `--keep FOLDER` the stores stay there (and in the database khaldun_bench), and a run that
 * was ended goes on where it stopped.
 */
export async function run({ rest }: BenchOptions): Promise<BenchResult> {
  const reports = rest.includes("--reports") ? Number(rest[rest.indexOf("--reports") + 1]) : REPORTS;
  const kept = rest.includes("--keep") ? rest[rest.indexOf("--keep") + 1] : undefined;
  if (kept !== undefined) mkdirSync(kept, { recursive: true });
  const folder = kept ?? mkdtempSync(join(tmpdir(), "khaldun-bench-"));
  const engine = rest.includes("--engine") ? rest[rest.indexOf("--engine") + 1] : undefined;
  const server = engine === "pglite" ? undefined : process.env.KHALDUN_TEST_POSTGRES;
  const figures: Figure[] = [];
  const stores: Store[] = [];
  try {
    if (server !== undefined) stores.push(await openStore(await databaseOn(server, kept !== undefined)));
    if (engine !== "postgres") stores.push(await openStore(join(folder, "store")));
    for (const store of stores) figures.push(...(await fill(store, reports, folder)));
    figures.push(...(await askInTurns(stores)));
    figures.push({
      name: "memory of the process, MB",
      value: process.memoryUsage.rss() / 2 ** 20,
      digits: 0,
      lowerIsBetter: true,
    });
  } finally {
    for (const store of stores) await store.close();
    if (kept === undefined) rmSync(folder, { recursive: true, force: true });
  }
  const size = `${reports} reports, ${reports * 10} events, ${ROUNDS} questions a figure`;
  return { title: `store: ${size}; milliseconds at the 95th percentile, engines in turns`, figures };
}

async function databaseOn(server: string, keep: boolean): Promise<string> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  const { rowCount } = await client.query("select from pg_database where datname = 'khaldun_bench'");
  if (!keep) await client.query("drop database if exists khaldun_bench with (force)");
  if (!keep || rowCount === 0) await client.query("create database khaldun_bench");
  await client.end();
  return Object.assign(new URL(server), { pathname: "/khaldun_bench" }).href;
}

/** What filling has taken so far, over all runs of the benchmark that share a folder. */
interface Spent {
  readonly seconds: number;
  readonly cpuSeconds: number;
}

async function fill(store: Store, reports: number, folder: string): Promise<readonly Figure[]> {
  const file = join(folder, `${store.engine}.json`);
  let spent: Spent = existsSync(file)
    ? (JSON.parse(readFileSync(file, "utf8")) as Spent)
    : { seconds: 0, cpuSeconds: 0 };
  const first = (await store.stats()).reports;
  for (let from = first; from < reports; from += BATCH) {
    const [started, cpu] = [performance.now(), process.cpuUsage()];
    const batch = Array.from({ length: Math.min(BATCH, reports - from) }, (_, index) =>
      syntheticReport(from + index),
    );
    const added = await store.addCodings(batch.map((record) => ({ record })));
    await store.setLinks(
      added.map(({ key }, index) => ({
        report: key,
        story: `s${Math.floor((from + index) / 10)}`,
        happenings: {},
      })),
    );
    const { user, system } = process.cpuUsage(cpu);
    spent = {
      seconds: spent.seconds + (performance.now() - started) / 1000,
      cpuSeconds: spent.cpuSeconds + (user + system) / 1e6,
    };
    writeFileSync(file, JSON.stringify(spent));
  }
  if (first < reports) await store.maintain();
  const { bytes } = await store.stats();
  const events = reports * 10;
  return [
    {
      name: `${store.engine}: stored and linked events a second`,
      value: events / spent.seconds,
      floor: FEWEST_EVENTS,
      n: events,
      digits: 0,
    },
    {
      // Of this process: PostgreSQL works in others beside it.
      name: `${store.engine}: the same a CPU-second of this process`,
      value: events / spent.cpuSeconds,
      digits: 0,
    },
    {
      name: `${store.engine}: bytes on disk an event`,
      value: bytes / events,
      digits: 0,
      lowerIsBetter: true,
    },
  ];
}

type Question = (store: Store, random: () => number) => Promise<unknown>;

const pick = <One>(random: () => number, list: readonly One[]): One =>
  list[Math.floor(random() * list.length)]!;
const year = (random: () => number): EventFilter => {
  const ago = Math.floor(random() * 3000);
  return { from: dayOf(ago + 365), to: dayOf(ago) };
};

/** What the desk asks, each time for something else. */
const QUESTIONS: Readonly<Record<string, Question>> = {
  list: (store, random) => store.events({ types: [pick(random, EVENT_TYPES)] }),
  "list of an actor": (store, random) =>
    store.events({ actors: [`Party ${Math.floor(random() * 2000)} of COD`, "HTI"] }),
  "facets, everything": (store) => store.facets(),
  "facets of a type in a year": (store, random) =>
    store.facets({ ...year(random), types: [pick(random, EVENT_TYPES)] }),
  "facets of a year": (store, random) => store.facets(year(random)),
  "timeline, everything": (store) => store.timeline({}, "month"),
  "timeline of a country": (store, random) =>
    store.timeline({ countries: [pick(random, ["HTI", "COD", "UKR"])] }, "month"),
  "bounding box": (store, random) => {
    const [west, south] = [random() * 300 - 170, random() * 100 - 60];
    return store.box(year(random), { west, south, east: west + 30, north: south + 20 });
  },
  "full text": (store, random) =>
    store.search(`w${200 + Math.floor(random() * 5000)} w${Math.floor(random() * 500)}`, { size: 20 }),
  "names, misspelled": (store, random) => store.names(`Prty ${Math.floor(random() * 20_000)}`),
  "actor network of a month": (store, random) => {
    const ago = Math.floor(random() * 3000);
    return store.actorNetwork({ from: dayOf(ago + 30), to: dayOf(ago) });
  },
  "claims of a story": async (store, random) => {
    const { items } = await store.events({}, { size: 1, order: random() < 0.5 ? "newest" : "stored" });
    return store.claimsOf(items[0]!.report.story!);
  },
};

async function askInTurns(stores: readonly Store[]): Promise<readonly Figure[]> {
  const figures: Figure[] = [];
  for (const [name, question] of Object.entries(QUESTIONS)) {
    const times = stores.map(() => [] as number[]);
    for (let round = 0; round < ROUNDS; round += 1) {
      for (const [index, store] of stores.entries()) {
        const started = performance.now();
        await question(store, generator(round * 31 + name.length));
        times[index]!.push(performance.now() - started);
      }
    }
    figures.push(
      ...stores.map(({ engine }, index) => ({
        name: `${engine}: ${name}`,
        value: percentile(times[index]!, 0.95),
        floor: FLOOR[engine],
        n: ROUNDS,
        digits: 0,
        lowerIsBetter: true,
      })),
    );
  }
  return figures;
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}
