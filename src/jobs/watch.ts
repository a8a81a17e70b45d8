import type { Custody, WatchResult } from "../ingest/watch/index.ts";
import type { NewReport, Store } from "../store/index.ts";

/** What a run of `khaldun watch` came to. `already` are addresses whose report was in the store before. */
export interface WatchedResult {
  readonly run: number;
  readonly stored: number;
  readonly already: number;
  readonly failed: number;
}

/** Takes what a watcher fetches into a store, each report as it comes: it is there before it is marked as fetched. */
export interface WatchSink {
  readonly take: (result: WatchResult) => Promise<void>;
  readonly finish: () => Promise<WatchedResult>;
}

export async function watchInto(store: Store, sources: readonly string[]): Promise<WatchSink> {
  const run = await store.startRun({ command: "watch", inputs: sources, options: {} });
  const open = new Map<string, readonly number[]>();
  for (const { id, name } of await store.failures()) open.set(name, [...(open.get(name) ?? []), id]);
  const counts = { stored: 0, already: 0, failed: 0 };
  return {
    take: async (result) => {
      if ("failed" in result) {
        counts.failed += 1;
        const { code, message, cure } = result.error;
        await store.addFailures(run, [{ name: result.failed, input: result.from, code, message, cure }]);
        return;
      }
      const { report, custody } = result;
      const [added] = await store.addReports([{ report, ...custodyOf(custody) }]);
      counts[added!.added ? "stored" : "already"] += 1;
      const solved = open.get(custody.asked) ?? [];
      if (solved.length > 0) await store.solve(solved);
      open.delete(custody.asked);
    },
    finish: async () => {
      await store.finishRun(run, counts);
      return { run, ...counts };
    },
  };
}

function custodyOf(custody: Custody): Omit<NewReport, "report"> {
  const { asked, url, redirects, from, when, status, headers, sha256, bytes } = custody;
  return {
    from: asked,
    at: when,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [name, [value].flat().join(", ")]),
    ),
    sha256,
    answer: { url, redirects, namedBy: from, status, bytes },
  };
}
