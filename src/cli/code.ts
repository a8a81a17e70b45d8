import { Command } from "commander";
import { createCoder } from "../coder/coder.ts";
import { type FormatName, formatOf } from "../formats/index.ts";
import { withOffsets } from "../formats/offsets.ts";
import { readReports } from "../ingest/index.ts";
import type { CodedReport } from "../record/coded-report.ts";
import type { Report } from "../record/report.ts";
import { KhaldunError } from "../text/errors.ts";
import type { OffsetUnit } from "../text/offsets.ts";
import {
  formatOption,
  type InputFlags,
  inputOptions,
  inputsOf,
  jobsOption,
  offsetsOption,
  readOptionsOf,
  thresholdOption,
} from "./options.ts";
import { good, startProgress, stopOnInterrupt, write } from "./run.ts";
import { terminalStyle } from "./style.ts";

interface CodeFlags extends InputFlags {
  readonly format?: FormatName;
  readonly jobs: number;
  readonly offsets: OffsetUnit;
  readonly threshold: number;
  readonly keepNames?: boolean;
}

export function codeCommand(): Command {
  const command = new Command("code")
    .description("reports in, events out: text files, saved web pages, JSONL, or - for standard input")
    .argument("[files...]")
    .addOption(formatOption())
    .addOption(jobsOption())
    .addOption(offsetsOption())
    .addOption(thresholdOption())
    .option("--keep-names", "keep private persons' names; for internal use only")
    .addHelpText(
      "after",
      "\nExample:\n  khaldun code report.txt --published 2026-05-06\n  khaldun code *.html --format csv > events.csv",
    );
  for (const option of inputOptions()) command.addOption(option);
  return command.action(run);
}

async function run(names: readonly string[], flags: CodeFlags): Promise<void> {
  const inputs = inputsOf(names);
  const format = formatOf(flags.format ?? (process.stdout.isTTY ? "pretty" : "jsonl"), terminalStyle());
  const progress = startProgress(flags.quiet ?? false, inputs.length);
  const stopped = stopOnInterrupt();
  const coder = await createCoder({ jobs: flags.jobs, keepNames: flags.keepNames ?? false });
  async function* reports(): AsyncIterable<Report> {
    for await (const { report } of good(readReports(inputs, readOptionsOf(flags)), progress)) {
      if (stopped()) return;
      yield report;
    }
  }
  let index = 0;
  let withheld = 0;
  await write(format.head);
  for await (const coded of coder.codeAll(reports())) {
    if (coded instanceof KhaldunError) {
      progress.failed("a report", coded);
      continue;
    }
    const shown = withOffsets(sure(coded, flags.threshold), flags.offsets);
    withheld += format.withheld(shown).length;
    await write(format.body(shown, index));
    index += 1;
    progress.done();
    if (stopped()) break;
  }
  await write(format.tail);
  if (withheld > 0 && !flags.quiet)
    process.stderr.write(
      `${withheld} events withheld: ${flags.format} cannot hold them (khaldun export says why)\n`,
    );
  progress.finish();
  await coder.close();
}

function sure(coded: CodedReport, threshold: number): CodedReport {
  return { ...coded, events: coded.events.filter(({ confidence }) => confidence.event >= threshold) };
}
