import { Command } from "commander";
import { reportWithOffsets } from "../formats/offsets.ts";
import { type ReadResult, readReports } from "../ingest/index.ts";
import type { OffsetUnit } from "../text/offsets.ts";
import { type InputFlags, inputOptions, inputsOf, offsetsOption, readOptionsOf } from "./options.ts";
import { startProgress, stopOnInterrupt, write } from "./run.ts";

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
    for await (const result of readReports(inputs, readOptionsOf(flags))) {
      if ("error" in result) progress.failed(result.name, result.error);
      else {
        await write(`${JSON.stringify(lineOf(result, flags.offsets))}\n`);
        progress.done();
      }
      if (stopped()) break;
    }
    progress.finish();
  });
}

/** A report, or the address of one whose text stands elsewhere. */
function lineOf(result: Exclude<ReadResult, { error: unknown }>, offsets: OffsetUnit): unknown {
  return "report" in result
    ? reportWithOffsets(result.report, offsets)
    : { reference: result.reference, from: result.name };
}
