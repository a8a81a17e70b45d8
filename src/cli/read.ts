import { Command } from "commander";
import { reportWithOffsets } from "../formats/offsets.ts";
import { readReports } from "../ingest/index.ts";
import type { OffsetUnit } from "../text/offsets.ts";
import { type InputFlags, inputOptions, inputsOf, offsetsOption, readOptionsOf } from "./options.ts";
import { good, startProgress, stopOnInterrupt, write } from "./run.ts";

interface ReadFlags extends InputFlags {
  readonly offsets: OffsetUnit;
}

export function readCommand(): Command {
  const command = new Command("read")
    .description("any input as Report JSONL with its blocks, nothing coded")
    .argument("[files...]")
    .addOption(offsetsOption())
    .addHelpText("after", "\nExample:\n  khaldun read page.html | jq .blocks");
  for (const option of inputOptions()) command.addOption(option);
  return command.action(async (names: readonly string[], flags: ReadFlags) => {
    const inputs = inputsOf(names);
    const progress = startProgress(flags.quiet ?? false, inputs.length);
    const stopped = stopOnInterrupt();
    for await (const { report } of good(readReports(inputs, readOptionsOf(flags)), progress)) {
      await write(`${JSON.stringify(reportWithOffsets(report, flags.offsets))}\n`);
      progress.done();
      if (stopped()) break;
    }
    progress.finish();
  });
}
