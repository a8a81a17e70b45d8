import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { deskContext, exampleStore, startServer } from "../../src/server/index.ts";
import { openStore } from "../../src/store/index.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";
import { firstView, interactions } from "./measures.ts";

const ROUNDS = 10;
/** Milliseconds, by the issue: first view of the example store, an interaction on a million events. */
const FIRST_VIEW = 1000;
const INTERACTION = 100;

/**
 * The desk in real Chromium: the first view of the example store, and interactions on a large one. `--store LOCATION` is
 * the large store (that of `npm run bench -- store --engine postgres --keep FOLDER`: the database khaldun_bench on the
 * server of KHALDUN_TEST_POSTGRES), which without it is the example store too; `--browser FILE`, `--rounds N`.
 */
export async function run({ rest }: BenchOptions): Promise<BenchResult> {
  const option = (name: string): string | undefined =>
    rest.includes(name) ? rest[rest.indexOf(name) + 1] : undefined;
  const rounds = Number(option("--rounds") ?? ROUNDS);
  const { location: example } = await exampleStore("bench", () => undefined);
  const large = option("--store") ?? example;
  const browser = await chromium.launch({
    executablePath: option("--browser") ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"],
  });
  try {
    const first = await served(example, (url) => firstView(browser, url, rounds));
    const [acts, events] = await served(large, async (url, count) => [
      await interactions(browser, url, rounds),
      count,
    ]);
    const figures: Figure[] = [
      figureOf("first view of the example store", first, FIRST_VIEW),
      ...Object.entries(acts)
        .filter(([, times]) => times.length > 0)
        .map(([name, times]) => figureOf(name, times, INTERACTION)),
    ];
    return {
      title: `desk: ${events} events, ${rounds} rounds a figure; milliseconds at the median, in Chromium`,
      figures,
    };
  } finally {
    await browser.close();
  }
}

/** Does something with a desk on a store, and closes it. */
async function served<Result>(
  location: string,
  use: (url: string, events: number) => Promise<Result>,
): Promise<Result> {
  const uploads = mkdtempSync(join(tmpdir(), "khaldun-bench-"));
  const store = await openStore(location);
  const context = deskContext(store, {
    version: "bench",
    isExample: true,
    user: "bench",
    opened: [],
    uploads,
  });
  const running = await startServer(context, { host: "127.0.0.1", port: 0 });
  try {
    return await use(running.url.replace(/\/$/, ""), (await store.stats()).events);
  } finally {
    await running.close();
    await context.imports.close();
    await store.close();
    rmSync(uploads, { recursive: true, force: true });
  }
}

function figureOf(name: string, times: readonly number[], floor: number): Figure {
  const sorted = [...times].sort((a, b) => a - b);
  const value = sorted[Math.floor(sorted.length / 2)]!;
  return { name, value, floor, n: times.length, digits: 0, lowerIsBetter: true };
}
