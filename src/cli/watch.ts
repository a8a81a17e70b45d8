import { Command, InvalidArgumentError, Option } from "commander";
import { reportWithOffsets } from "../formats/offsets.ts";
import {
  createGuard,
  createPace,
  createWatcher,
  fileState,
  memoryState,
  pause,
  ROBOT,
  type WatchResult,
} from "../ingest/watch/index.ts";
import type { OffsetUnit } from "../text/offsets.ts";
import { addressOption, contactOf, offsetsOption, packageVersion } from "./options.ts";
import { type Progress, startProgress, write } from "./run.ts";

interface WatchFlags {
  readonly contact: string;
  readonly every: number;
  readonly once?: boolean;
  readonly state?: string;
  readonly store?: string;
  readonly delay: number;
  readonly timeout: number;
  readonly maxBytes: number;
  readonly backoff: number;
  readonly allowAddress: readonly string[];
  readonly language?: string;
  readonly offsets: OffsetUnit;
  readonly quiet?: boolean;
}

export function watchCommand(): Command {
  return new Command("watch")
    .description("fetches new reports of feeds, sitemaps and pages, politely, as Report JSONL")
    .argument("<addresses...>", "feeds, sitemaps and pages")
    .requiredOption(
      "--contact <address>",
      "a mail or web address at which publishers can reach you",
      contactOf,
    )
    .option("--once", "one round, then end")
    .addOption(numberOption("--every <seconds>", "pause between two rounds", 900))
    .option("--state <file>", "what was fetched already, kept from run to run")
    .option(
      "--store <location>",
      "keep the reports in a store instead of writing them: coded by khaldun work",
    )
    .addOption(numberOption("--delay <seconds>", "between two requests to one host", 5))
    .addOption(numberOption("--timeout <seconds>", "for one whole answer", 30))
    .addOption(numberOption("--max-bytes <count>", "longest answer", 16_000_000))
    .addOption(numberOption("--backoff <seconds>", "first wait after a failure that may pass", 2))
    .addOption(addressOption())
    .addOption(
      new Option("--language <code>", "en: keep reports without guessing the language").choices(["en"]),
    )
    .addOption(offsetsOption())
    .option("--quiet", "no progress on stderr")
    .addHelpText(
      "after",
      "\nExample:\n  khaldun watch https://news.example/feed.xml --contact me@lab.example --state watch.state >> reports.jsonl",
    )
    .action(run);
}

async function run(sources: readonly string[], flags: WatchFlags): Promise<void> {
  const progress = startProgress(flags.quiet ?? false, 0);
  const signal = stopSignal();
  if (flags.store === undefined) {
    const out = async (result: Fetched): Promise<void> =>
      write(`${JSON.stringify(lineOf(result, flags.offsets))}\n`);
    return watch(sources, flags, signal, progress, async (result) => {
      if ("report" in result) await out(result);
    });
  }
  // The store is a large part of the program: it is loaded when it is asked for.
  const [{ openStore }, { watchInto }] = await Promise.all([
    import("../store/index.ts"),
    import("../jobs/watch.ts"),
  ]);
  const store = await openStore(flags.store);
  try {
    const sink = await watchInto(store, sources);
    await watch(sources, flags, signal, progress, sink.take);
    await write(`${JSON.stringify(await sink.finish())}\n`);
  } finally {
    await store.close();
  }
}

async function watch(
  sources: readonly string[],
  flags: WatchFlags,
  signal: AbortSignal,
  progress: Progress,
  take: (result: WatchResult) => Promise<void>,
): Promise<void> {
  const watcher = createWatcher({
    guard: createGuard(flags.allowAddress),
    pace: createPace(),
    limits: { timeout: flags.timeout * 1000, mostBytes: flags.maxBytes },
    agent: `${ROBOT}/${packageVersion()} (+${flags.contact})`,
    delay: flags.delay * 1000,
    backoff: flags.backoff * 1000,
    anyLanguage: flags.language !== undefined,
    keepForeign: flags.store !== undefined,
    state: flags.state === undefined ? memoryState() : await fileState(flags.state),
    signal,
    emit: async (result) => {
      await take(result);
      if ("report" in result) progress.done();
      else progress.failed(failureLine(result), result.error);
    },
  });
  while (!signal.aborted) {
    await watcher.round(sources);
    if (flags.once) break;
    await pause(flags.every * 1000, signal).catch(() => undefined);
  }
  progress.finish();
}

type Fetched = Extract<WatchResult, { report: unknown }>;

function lineOf({ report, custody }: Fetched, offsets: OffsetUnit): unknown {
  return { ...(reportWithOffsets(report, offsets) as object), custody };
}

function failureLine({ failed, from, retryAt }: Extract<WatchResult, { failed: unknown }>): string {
  return `${failed} (from ${from}; ${retryAt === undefined ? "not tried again" : `tried again after ${retryAt}`})`;
}

/** Ctrl-C or a service's stop ends the waits and lets what is under way finish; a second one ends at once. */
function stopSignal(): AbortSignal {
  const stop = new AbortController();
  for (const name of ["SIGINT", "SIGTERM"] as const) process.once(name, () => stop.abort(new Error(name)));
  return stop.signal;
}

function numberOption(flags: string, description: string, standard: number): Option {
  return new Option(flags, description).default(standard).argParser((value) => {
    const number = Number(value);
    if (value.trim() === "" || !(number >= 0)) throw new InvalidArgumentError("allowed: 0 or more");
    return number;
  });
}
