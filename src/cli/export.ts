import { resolve } from "node:path";
import { Command, Option } from "commander";
import { openOutput } from "../formats/dataset/output.ts";
import type { Summary } from "../formats/dataset/summary.ts";
import { NOWHERE } from "../formats/dataset/write.ts";
import { EXPORT_NAMES, type ExportName } from "../formats/index.ts";
import { PROFILES, type Profile } from "../formats/profile.ts";
import { readCoded } from "../ingest/index.ts";
import type { Exportable, ExportSettings } from "../jobs/export.ts";
import type { Choice, LinkIndex } from "../linking/index.ts";
import { ROLL_UP_RULES, type RollUpRule } from "../record/happening.ts";
import { fail } from "../text/errors.ts";
import { readLinks } from "./export-links.ts";
import { inputsOf, thresholdOption } from "./options.ts";
import { startProgress, stopOnInterrupt, write } from "./run.ts";

interface ExportFlags {
  readonly format: ExportName;
  readonly out?: string;
  readonly links?: string;
  readonly store?: string;
  readonly happenings?: boolean;
  readonly rule: string;
  readonly profile: Profile;
  readonly threshold: number;
  readonly count?: boolean;
  readonly queue?: boolean;
  readonly quiet?: boolean;
}

/** Of workers that take the order; as in `khaldun work`. */
const LEASE = 300;

export function exportCommand(): Command {
  return new Command("export")
    .description("coded reports into the formats of the field, with codebook and what was withheld")
    .argument("[files...]", "output of khaldun code --format jsonl, or - for standard input")
    .addOption(new Option("--format <name>", "what to write").choices([...EXPORT_NAMES]).default("csv"))
    .option("--out <path>", "a file or a folder; without it to standard output, and no description beside it")
    .option("--store <place>", "take the coded reports from a store: a folder, or a PostgreSQL address")
    .option("--happenings", "with --store: one row a happening, as the store's links have it")
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
    .option("--queue", "with --store and --out: leave the work to khaldun work")
    .option("--quiet", "no progress on stderr")
    .addHelpText(
      "after",
      "\nExample:\n  khaldun code reports.jsonl > coded.jsonl\n  khaldun export coded.jsonl --format acled --out acled/",
    )
    .action(run);
}

async function run(names: readonly string[], flags: ExportFlags): Promise<void> {
  if (flags.queue) return order(names, flags);
  const inputs = flags.store === undefined ? inputsOf(names) : names;
  const progress = startProgress(flags.quiet ?? false, inputs.length);
  if (flags.happenings && (flags.store === undefined || flags.links !== undefined)) throw fail("K523");
  const links = await linksOf(flags);
  const { format, profile, threshold } = flags;
  const settings: ExportSettings = {
    format,
    profile,
    threshold,
    choice: choiceOf(flags.rule),
    ...(links === undefined ? {} : { links }),
    stopped: stopOnInterrupt(),
    onDone: progress.done,
    onFailed: (error) => progress.failed("export", error),
  };
  const reports = flags.store === undefined ? readCoded(inputs) : stored(flags.store);
  const summary = await written(reports, settings, flags, links === undefined ? undefined : flags.rule);
  if (!flags.quiet) say(summary, links === undefined ? "events" : "happenings");
  progress.finish();
}

async function linksOf({ links, happenings, store: place }: ExportFlags): Promise<LinkIndex | undefined> {
  if (links !== undefined) return readLinks(links);
  if (!happenings || place === undefined) return undefined;
  const [{ openStore }, { storedLinks }] = await Promise.all([
    import("../store/index.ts"),
    import("../jobs/index.ts"),
  ]);
  const store = await openStore(place);
  try {
    return await storedLinks(store);
  } finally {
    await store.close();
  }
}

/** Counted, to standard output, or into a file that has its name only when it is whole. */
async function written(
  reports: AsyncIterable<Exportable>,
  settings: ExportSettings,
  { count, out, format, profile }: ExportFlags,
  rule: string | undefined,
): Promise<Summary> {
  const { exportReports } = await import("../jobs/export.ts");
  if (count) {
    const summary = await exportReports(reports, settings, NOWHERE);
    await write(`${summary.records}\n`);
    return summary;
  }
  if (out === undefined) {
    if (format === "parquet") throw fail("K311", { format });
    return exportReports(reports, settings, { text: write });
  }
  const output = await openOutput({ format, out, profile });
  try {
    const summary = await exportReports(reports, settings, output.sink);
    await output.close(summary, rule);
    return summary;
  } catch (problem) {
    await output.discard();
    throw problem;
  }
}

/** Leaves the work to `khaldun work`. */
async function order(names: readonly string[], flags: ExportFlags): Promise<void> {
  const { store: place, out, format, profile, threshold, links } = flags;
  if (
    place === undefined ||
    out === undefined ||
    links !== undefined ||
    flags.happenings ||
    flags.count ||
    names.length > 0
  )
    throw fail("K516");
  const [{ openStore }, { openQueue, orderExport }] = await Promise.all([
    import("../store/index.ts"),
    import("../jobs/index.ts"),
  ]);
  const store = await openStore(place);
  try {
    const queue = await openQueue(store, { lease: LEASE });
    try {
      const queued = await orderExport(queue, { out: resolve(out), format, profile, threshold });
      await write(`${JSON.stringify({ queued })}\n`);
    } finally {
      await queue.close();
    }
  } finally {
    await store.close();
  }
}

/** The store is a large part of the program: it is loaded when it is asked for. */
async function* stored(place: string): AsyncIterable<Exportable> {
  const { openStore } = await import("../store/index.ts");
  const { reviewedRecords } = await import("../review/index.ts");
  const store = await openStore(place);
  try {
    yield* reviewedRecords(store, {});
  } finally {
    await store.close();
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

function say({ records, rows, withheld, heldBack }: Summary, what: string): void {
  process.stderr.write(`${records} records of ${rows} ${what}\n`);
  for (const [reason, count] of withheld) process.stderr.write(`  withheld ${count}: ${reason}\n`);
  for (const [what, count] of heldBack) process.stderr.write(`  held back ${count}: ${what}\n`);
}
