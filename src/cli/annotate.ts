import { Command, InvalidArgumentError, Option } from "commander";
import { asError, createCoder } from "../coder/coder.ts";
import { readReports } from "../ingest/index.ts";
import { KhaldunError } from "../text/errors.ts";
import type { OffsetUnit } from "../text/offsets.ts";
import { annotationRecord, LAYER_NAMES, type LayerName } from "./annotation-record.ts";
import { type InputFlags, inputOptions, inputsOf, offsetsOption, readOptionsOf } from "./options.ts";
import { good, startProgress, stopOnInterrupt, write } from "./run.ts";

interface AnnotateFlags extends InputFlags {
  readonly offsets: OffsetUnit;
  readonly layers: readonly LayerName[];
}

export function annotateCommand(): Command {
  const layers = new Option(
    "--layers <names>",
    `layers to write, separated by commas: ${LAYER_NAMES.join(",")}`,
  )
    .default(LAYER_NAMES, "all")
    .argParser((value) => {
      const names = value.split(",").map((name) => name.trim());
      const wrong = names.find((name) => !(LAYER_NAMES as readonly string[]).includes(name));
      if (wrong !== undefined)
        throw new InvalidArgumentError(`${wrong} is no layer; allowed: ${LAYER_NAMES.join(", ")}`);
      return names;
    });
  const command = new Command("annotate")
    .description("the layers below the events, one JSON object a report")
    .argument("[files...]")
    .addOption(layers)
    .addOption(offsetsOption())
    .addHelpText(
      "after",
      "\nExample:\n  khaldun annotate reports.jsonl --layers times,places > layers.jsonl",
    );
  for (const option of inputOptions()) command.addOption(option);
  return command.action(run);
}

async function run(names: readonly string[], flags: AnnotateFlags): Promise<void> {
  const inputs = inputsOf(names);
  const progress = startProgress(flags.quiet ?? false, inputs.length);
  const stopped = stopOnInterrupt();
  const coder = await createCoder({ roles: flags.layers.includes("roles") });
  // Evaluation sends sentences of any kind: what is asked for here is layers, in whatever language it seems to be.
  for await (const { report, line, name } of good(
    readReports(inputs, { ...readOptionsOf(flags), anyLanguage: true }),
    progress,
  )) {
    const document = await coder.annotate(report).catch((problem) => asError(report, problem));
    if (document instanceof KhaldunError) {
      progress.failed(name, document);
      continue;
    }
    const options = {
      layers: flags.layers,
      offsets: flags.offsets,
      pairs: line?.pairs ?? [],
      readPair: coder.readPair,
    };
    await write(`${JSON.stringify(await annotationRecord(document, options))}\n`);
    progress.done();
    if (stopped()) break;
  }
  progress.finish();
  await coder.close();
}
