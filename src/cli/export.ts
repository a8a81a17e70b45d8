import { Command, Option } from "commander";
import { createTally, type Summary, type Tally } from "../formats/dataset/summary.ts";
import { NOWHERE, writeRows } from "../formats/dataset/write.ts";
import { EXPORT_NAMES, EXPORTS, type ExportName } from "../formats/index.ts";
import { PROFILES, type Profile } from "../formats/profile.ts";
import { type ExportRow, rowsOf } from "../formats/row.ts";
import { shown } from "../formats/shown.ts";
import { readCoded } from "../ingest/index.ts";
import { type Choice, gather, type LinkIndex } from "../linking/index.ts";
import type { CodedReport } from "../record/coded-report.ts";
import { ROLL_UP_RULES, type RollUpRule } from "../record/happening.ts";
import { fail, KhaldunError } from "../text/errors.ts";
import { readLinks } from "./export-links.ts";
import { openOutput } from "./export-output.ts";
import { inputsOf, thresholdOption } from "./options.ts";
import { type Progress, startProgress, stopOnInterrupt, write } from "./run.ts";

interface ExportFlags {
  readonly format: ExportName;
  readonly out?: string;
  readonly links?: string;
  readonly store?: string;
  readonly rule: string;
  readonly profile: Profile;
  readonly threshold: number;
  readonly count?: boolean;
  readonly quiet?: boolean;
}

export function exportCommand(): Command {
  return new Command("export")
    .description("coded reports into the formats of the field, with codebook and what was withheld")
    .argument("[files...]", "output of khaldun code --format jsonl, or - for standard input")
    .addOption(new Option("--format <name>", "what to write").choices([...EXPORT_NAMES]).default("csv"))
    .option("--out <path>", "a file or a folder; without it to standard output, and no description beside it")
    .option("--store <place>", "take the coded reports from a store: a folder, or a PostgreSQL address")
    .option("--links <file>", "output of khaldun link on the same reports: one row a happening")
    .option(
      "--rule <name>",
      `how one value is chosen of several: ${ROLL_UP_RULES.join(", ")} (source:NAME)`,
      "representative",
    )
    .addOption(
      new Option("--profile <name>", "who will read it")
        .choices([...PROFILES])
        .default("public" satisfies Profile),
    )
    .addOption(thresholdOption())
    .option("--count", "only say how many records the file would have")
    .option("--quiet", "no progress on stderr")
    .addHelpText(
      "after",
      "\nExample:\n  khaldun code reports.jsonl > coded.jsonl\n  khaldun export coded.jsonl --format acled --out acled/",
    )
    .action(run);
}

async function run(names: readonly string[], flags: ExportFlags): Promise<void> {
  const inputs = flags.store === undefined ? inputsOf(names) : names;
  const choice = choiceOf(flags.rule);
  const notation = EXPORTS[flags.format];
  const progress = startProgress(flags.quiet ?? false, inputs.length);
  const stopped = stopOnInterrupt();
  const links = flags.links === undefined ? undefined : await readLinks(flags.links);
  const tally = createTally();
  const rows = rowsFrom(checked(inputs, flags, tally, progress, stopped), links, choice);
  if (flags.count) {
    await writeRows(rows, notation, NOWHERE, tally);
    await write(`${tally.summary().records}\n`);
  } else {
    const output = await openOutput(flags);
    await writeRows(rows, notation, output.sink, tally);
    await output.close(tally.summary(), links === undefined ? undefined : flags.rule);
  }
  if (!flags.quiet) say(tally.summary());
  progress.finish();
}

/** The reports of the inputs as they may be shown: offsets in code points, sure enough, redacted for the reader. */
async function* checked(
  inputs: readonly string[],
  { threshold, profile, store }: ExportFlags,
  tally: Tally,
  progress: Progress,
  stopped: () => boolean,
): AsyncIterable<CodedReport> {
  for await (const result of store === undefined ? readCoded(inputs) : stored(store, tally)) {
    if (stopped()) return;
    if (result instanceof KhaldunError) {
      progress.failed("export", result);
      continue;
    }
    const { coded, heldBack } = shown(result, { profile, threshold });
    tally.heldBack(heldBack);
    progress.done();
    yield coded;
  }
}

/** The store is a large part of the program: it is loaded when it is asked for. */
async function* stored(place: string, tally: Tally): AsyncIterable<CodedReport> {
  const { openStore } = await import("../store/index.ts");
  const { REJECTED, reviewedRecords } = await import("../review/index.ts");
  const store = await openStore(place);
  try {
    for await (const { coded, rejected } of reviewedRecords(store, {})) {
      for (let one = 0; one < rejected; one += 1) {
        tally.row();
        tally.withheld(REJECTED);
      }
      yield coded;
    }
  } finally {
    await store.close();
  }
}

async function* rowsFrom(
  reports: AsyncIterable<CodedReport>,
  links: LinkIndex | undefined,
  choice: Choice,
): AsyncIterable<ExportRow> {
  if (links === undefined) {
    for await (const coded of reports) yield* rowsOf(coded);
    return;
  }
  for await (const { event, first, happening, members } of gather(reports, links, choice)) {
    yield { event, coded: first.coded, happening, members };
  }
}

/** Throws K301 for a rule that is none. */
function choiceOf(words: string): Choice {
  const [name, ...rest] = words.split(":");
  const source = rest.join(":").trim();
  const rule = ROLL_UP_RULES.find((one) => one === name) as RollUpRule | undefined;
  if (rule === undefined || (rule === "source") !== (source !== "")) {
    const allowed = ROLL_UP_RULES.map((one) => (one === "source" ? "source:NAME" : one)).join(", ");
    throw fail("K301", { option: "--rule", value: words, allowed });
  }
  return { rule, ...(source === "" ? {} : { source }) };
}

function say({ records, rows, withheld, heldBack }: Summary): void {
  process.stderr.write(`${records} records of ${rows} events\n`);
  for (const [reason, count] of withheld) process.stderr.write(`  withheld ${count}: ${reason}\n`);
  for (const [what, count] of heldBack) process.stderr.write(`  held back ${count}: ${what}\n`);
}
