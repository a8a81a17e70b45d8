import { Command, Option } from "commander";
import { createCoder } from "../coder/coder.ts";
import type { Store } from "../store/index.ts";
import { fail } from "../text/errors.ts";
import {
  type InputFlags,
  inputOptions,
  inputsOf,
  jobsOption,
  readOptionsOf,
  storeOption,
} from "./options.ts";
import { counted, startProgress, stopOnInterrupt, write } from "./run.ts";

interface IngestFlags extends InputFlags {
  readonly store: string;
  readonly jobs: number;
  /** False with --no-code. */
  readonly code: boolean;
  readonly keepNames?: boolean;
  readonly keepRaw?: boolean;
  readonly retry?: boolean;
}

export function ingestCommand(): Command {
  const command = new Command("ingest")
    .description("reports into a store: reads, codes and keeps them; start it again and it goes on")
    .argument("[files...]")
    .addOption(storeOption())
    .addOption(jobsOption())
    .addOption(new Option("--no-code", "store the reports, code them later"))
    .option("--keep-names", "keep private persons' names; for internal use only")
    .option("--keep-raw", "keep the bytes of files that hold one report")
    .option("--retry", "read again what failed before and still stands")
    .addHelpText("after", "\nExample:\n  khaldun ingest feed.xml *.html archive.warc.gz --store newsroom");
  for (const option of inputOptions()) command.addOption(option);
  return command.action(run);
}

async function run(names: readonly string[], flags: IngestFlags): Promise<void> {
  const stopped = stopOnInterrupt();
  const { openStore } = await import("../store/index.ts");
  const store = await openStore(flags.store);
  try {
    const inputs = flags.retry ? await inputsToRetry(store, names) : inputsOf(names);
    await ingest(store, inputs, flags, stopped);
  } finally {
    await store.close();
  }
}

/** The files whose items failed; throws K303 if there are none. What came from standard input is gone. */
async function inputsToRetry(store: Store, names: readonly string[]): Promise<readonly string[]> {
  const runs = new Map((await store.runs()).map(({ id, command }) => [id, command]));
  const failed = (await store.failures()).filter(({ run }) => runs.get(run) === "ingest");
  const inputs = new Set([...names, ...failed.map(({ input }) => input)]);
  inputs.delete("standard input");
  if (inputs.size === 0) throw fail("K303");
  return [...inputs];
}

async function ingest(
  store: Store,
  inputs: readonly string[],
  flags: IngestFlags,
  stopped: () => boolean,
): Promise<void> {
  const progress = startProgress(flags.quiet ?? false, inputs.length);
  const coder = flags.code
    ? await createCoder({ jobs: flags.jobs, keepNames: flags.keepNames ?? false })
    : undefined;
  let undated = 0;
  try {
    const { intake } = await import("../jobs/index.ts");
    const result = await intake(store, {
      inputs,
      read: readOptionsOf(flags),
      ...(coder === undefined ? {} : { coder }),
      keepRaw: flags.keepRaw ?? false,
      settings: { code: flags.code, jobs: flags.jobs },
      onDone: progress.done,
      onFailed: progress.failed,
      onUncoded: (name, why) => {
        if (flags.quiet) return;
        const cure = "it can be searched and is linked; if the language is wrong: --language en";
        process.stderr.write(`${name}: kept, not coded: [${why.code}] ${why.message} - ${cure}\n`);
      },
      onUndated: () => {
        undated += 1;
      },
      stopped,
    });
    if (undated > 0 && !flags.quiet) process.stderr.write(undatedHint(undated));
    if (result.stored + result.coded > 0) await store.maintain();
    await write(`${JSON.stringify({ ...result, failures: await store.failures(result.run) })}\n`);
  } finally {
    progress.finish();
    await coder?.close();
  }
}

/** What is missing is said while it can still be mended: most dates in a report are counted from its day. */
function undatedHint(reports: number): string {
  return `${counted(reports, "report")} without a day of publication: "Monday" in them stays without a date, and their story may not be found - give --published YYYY-MM-DD, or the day in the input\n`;
}
