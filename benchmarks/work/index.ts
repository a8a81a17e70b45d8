import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import { openQueue, work } from "../../src/jobs/index.ts";
import type { Report } from "../../src/record/report.ts";
import { openStore } from "../../src/store/index.ts";
import type { BenchOptions, BenchResult, Figure } from "../bench.ts";

const REPORTS = 48;
/** Reports a thread codes before the clock starts: a worker runs for weeks, with its model loaded and its code compiled. */
const WARMING = 8;

/**
 * What `khaldun work` codes with one thread up to one a core, each time in a store of its own: on the clock, and a
 * CPU-second. `--reports N` for more; from a machine that has other work to do only the second says something.
 */
export async function run({ data, rest }: BenchOptions): Promise<BenchResult> {
  const count = rest.includes("--reports") ? Number(rest[rest.indexOf("--reports") + 1]) : REPORTS;
  const all = realReports(data);
  const reports = all.slice(0, count);
  if (reports.length < count) throw new Error(`${reports.length} of ${count} reports`);
  const words = reports.reduce((sum, { text }) => sum + text.split(/\s+/).length, 0);
  const threads = Array.from({ length: availableParallelism() }, (_, index) => index + 1);
  const runs: { readonly jobs: number; readonly seconds: number; readonly cpu: number }[] = [];
  for (const jobs of threads) runs.push({ jobs, ...(await codedBy(jobs, reports, all)) });
  const [alone] = runs;
  return {
    title: `work: ${reports.length} reports of ${words} words, coded into a store in a folder; ${threads.length} cores`,
    figures: runs.flatMap(({ jobs, seconds, cpu }): readonly Figure[] => [
      { name: `${jobs} threads, words a second`, value: words / seconds, n: reports.length, digits: 0 },
      { name: `${jobs} threads, words a CPU-second`, value: words / cpu, n: reports.length, digits: 0 },
      { name: `${jobs} threads, times as fast as one`, value: alone!.seconds / seconds, digits: 2 },
    ]),
  };
}

function realReports(data: string): readonly Report[] {
  const folder = join(data, "data", "attribution", "polnear", "dev", "text");
  return readdirSync(folder)
    .sort()
    .map((file) => readText(readFileSync(join(folder, file), "utf8"), { published: "2016-05-05" }));
}

async function codedBy(
  jobs: number,
  reports: readonly Report[],
  all: readonly Report[],
): Promise<{ readonly seconds: number; readonly cpu: number }> {
  const folder = mkdtempSync(join(tmpdir(), "khaldun-work-"));
  const store = await openStore(join(folder, "store"));
  const coder = await createCoder({ jobs });
  try {
    for await (const result of coder.codeAll(all.slice(-WARMING * jobs)))
      if (!("events" in result)) throw result;
    await store.addReports(reports.map((report) => ({ report, from: "bench" })));
    const queue = await openQueue(store, { lease: 300 });
    const [started, used] = [performance.now(), process.cpuUsage()];
    const { coded } = await work(store, queue, {
      coder,
      linkCoder: async () => coder,
      link: false,
      who: "bench",
      days: 14,
      once: true,
      stopped: () => false,
    });
    const seconds = (performance.now() - started) / 1000;
    const { user, system } = process.cpuUsage(used);
    const given = (await queue.dead()).map(({ report, reason }) => `${report}: ${reason}`);
    await queue.close();
    if (coded !== reports.length)
      throw new Error([`${coded} of ${reports.length} reports were coded`, ...given].join("\n"));
    return { seconds, cpu: (user + system) / 1e6 };
  } finally {
    await coder.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
}
