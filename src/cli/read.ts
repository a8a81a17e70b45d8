import { Command } from "commander";
import { readReports } from "../ingest/index.ts";
import { type InputFlags, inputOptions, inputsOf, readOptionsOf } from "./options.ts";
import { good, startProgress, stopOnInterrupt, write } from "./run.ts";

export function readCommand(): Command {
  const command = new Command("read")
    .description("any input as Report JSONL with its blocks, nothing coded (offsets: UTF-16)")
    .argument("[files...]")
    .addHelpText("after", "\nExample:\n  khaldun read page.html | jq .blocks");
  for (const option of inputOptions()) command.addOption(option);
  return command.action(async (names: readonly string[], flags: InputFlags) => {
    const inputs = inputsOf(names);
    const progress = startProgress(flags.quiet ?? false, inputs.length);
    const stopped = stopOnInterrupt();
    for await (const { report } of good(readReports(inputs, readOptionsOf(flags)), progress)) {
      await write(`${JSON.stringify(report)}\n`);
      progress.done();
      if (stopped()) break;
    }
    progress.finish();
  });
}
