import { Command, InvalidArgumentError, Option } from "commander";
import { type Coder, createCoder } from "../coder/coder.ts";
import type { Store } from "../store/index.ts";
import { userName } from "./link-store.ts";
import { jobsOption, storeOption } from "./options.ts";
import { startProgress, write } from "./run.ts";

interface WorkFlags {
  readonly store: string;
  readonly jobs: number;
  readonly lease: number;
  /** False with --no-link. */
  readonly link: boolean;
  readonly keepNames?: boolean;
  readonly once?: boolean;
  readonly failed?: boolean;
  readonly retry?: boolean;
  readonly quiet?: boolean;
}

/** As for `khaldun link`. */
const WINDOW = 14;
const LEASE = 300;

export function workCommand(): Command {
  return new Command("work")
    .description(
      "codes and links what a store has to be done, side by side with other workers, until it is stopped",
    )
    .addOption(storeOption())
    .addOption(jobsOption())
    .addOption(
      new Option("--lease <seconds>", "after so long a job of a dead worker is given to another")
        .default(LEASE)
        .argParser(secondsOf),
    )
    .option("--no-link", "code only")
    .option("--keep-names", "keep private persons' names; for internal use only")
    .option("--once", "end when nothing is left to do")
    .option("--failed", "list the jobs that were given up, and end")
    .option("--retry", "give those another try first")
    .option("--quiet", "no progress on stderr")
    .addHelpText("after", "\nExample:\n  khaldun work --store postgresql://news@db/news --jobs 4")
    .action(run);
}

async function run(flags: WorkFlags): Promise<void> {
  const stopped = stopOnSignals();
  const { openStore } = await import("../store/index.ts");
  const store = await openStore(flags.store);
  try {
    await workOn(store, flags, stopped);
  } finally {
    await store.close();
  }
}

async function workOn(store: Store, flags: WorkFlags, stopped: () => boolean): Promise<void> {
  const { openQueue, work } = await import("../jobs/index.ts");
  const queue = await openQueue(store, { lease: flags.lease });
  try {
    if (flags.failed) {
      for (const job of await queue.dead()) await write(`${JSON.stringify(job)}\n`);
      return;
    }
    if (flags.retry) await queue.revive();
    const names = { keepNames: flags.keepNames ?? false };
    const coder = await createCoder({ ...names, jobs: flags.jobs });
    let linkCoder: Promise<Coder> | undefined;
    const progress = startProgress(flags.quiet ?? false, 0);
    try {
      const result = await work(store, queue, {
        coder,
        linkCoder: () => {
          linkCoder ??= createCoder({ roles: true });
          return linkCoder;
        },
        link: flags.link,
        who: userName(),
        days: WINDOW,
        once: flags.once ?? false,
        stopped,
        onDone: progress.done,
        onFailed: progress.failed,
      });
      await write(`${JSON.stringify(result)}\n`);
    } finally {
      progress.finish();
      await coder.close();
      await (await linkCoder)?.close();
    }
  } finally {
    await queue.close();
  }
}

/** What is under way is ended and written; a second signal ends the process at once. */
function stopOnSignals(): () => boolean {
  let stopped = false;
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => {
      stopped = true;
    });
  return () => stopped;
}

function secondsOf(value: string): number {
  const seconds = Number(value);
  if (!Number.isInteger(seconds) || seconds < 2 || seconds > 86_000)
    throw new InvalidArgumentError("allowed: 2 to 86000");
  return seconds;
}
