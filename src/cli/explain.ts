import { Command } from "commander";
import { createCoder } from "../coder/coder.ts";
import { withOffsets } from "../formats/offsets.ts";
import { pretty } from "../formats/pretty.ts";
import { readReports } from "../ingest/index.ts";
import type { CodedReport } from "../record/coded-report.ts";
import type { Event } from "../record/event.ts";
import { fail, KhaldunError } from "../text/errors.ts";
import type { OffsetUnit } from "../text/offsets.ts";
import { type InputFlags, inputOptions, inputsOf, offsetsOption, readOptionsOf } from "./options.ts";
import { good, startProgress, write } from "./run.ts";
import { terminalStyle } from "./style.ts";

interface ExplainFlags extends InputFlags {
  readonly offsets: OffsetUnit;
}

export function explainCommand(): Command {
  const command = new Command("explain")
    .description("why an event was coded as it was: rules, words, rivals")
    .argument("<event>", "id of the event, or `all`")
    .argument("[files...]")
    .addOption(offsetsOption())
    .addHelpText("after", "\nExample:\n  khaldun explain all report.txt --published 2026-05-06");
  for (const option of inputOptions()) command.addOption(option);
  return command.action(run);
}

async function run(wanted: string, names: readonly string[], flags: ExplainFlags): Promise<void> {
  const progress = startProgress(flags.quiet ?? false, names.length);
  const coder = await createCoder();
  const known: string[] = [];
  let shown = 0;
  async function* reports(): AsyncIterable<CodedReport["report"]> {
    for await (const { report } of good(readReports(inputsOf(names), readOptionsOf(flags)), progress))
      yield report;
  }
  for await (const coded of coder.codeAll(reports())) {
    if (coded instanceof KhaldunError) {
      progress.failed("a report", coded);
      continue;
    }
    known.push(...coded.events.map((event) => event.id));
    const inUnit = withOffsets(coded, flags.offsets);
    for (const event of inUnit.events.filter((one) => wanted === "all" || one.id === wanted)) {
      shown += 1;
      await write(explanation(event, inUnit));
    }
    progress.done();
  }
  progress.finish();
  await coder.close();
  if (shown === 0 && wanted !== "all")
    throw fail("K304", { event: wanted, known: known.join(", ") || "none" });
}

/** Who reports whom, the outermost first, each with the cue, and how the nearest source takes it. */
function chain(one: Event["attributions"][number]): string {
  const flat = (words: string): string => words.replace(/\s+/g, " ");
  const speakers = [...one.chain, one].map(({ source, kind, cue }) => {
    const said = cue === undefined ? "goes on" : `“${flat(cue.text)}”`;
    return `${flat(source.quote.text)} (${kind}) ${said}`;
  });
  return `${speakers.join(" → ")} [${one.stance}, ${one.factuality} in that view]`;
}

function explanation(event: Event, coded: CodedReport): string {
  const shown = pretty({ ...coded, events: [event], notes: [] }, terminalStyle());
  const because = event.because.map(
    (one) =>
      `  ${one.field.padEnd(13)}${one.text} [${one.rule}]${one.quotes.length === 0 ? "" : ` - ${one.quotes.map((quote) => `“${quote.text.replace(/\s+/g, " ")}”`).join(" ")}`}`,
  );
  const rivals = event.alternatives.map((one) => `${one.type} ${one.probability.toFixed(2)}`).join(", ");
  const confidence = Object.entries(event.confidence)
    .map(([field, value]) => `${field} ${value.toFixed(2)}`)
    .join(", ");
  return [
    shown.trimEnd(),
    "",
    "  why",
    ...because,
    ...event.attributions.map((one) => `  ${"source".padEnd(13)}${chain(one)}`),
    `  rivals       ${rivals || "none"}`,
    `  confidence   ${confidence}`,
    "",
    "",
  ].join("\n");
}
