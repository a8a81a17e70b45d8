import { Command, Option } from "commander";
import { EVENTS } from "../annotators/events/layer.ts";
import { asError, type Coder, createCoder } from "../coder/coder.ts";
import { type InputLine, readReports } from "../ingest/index.ts";
import {
  actsIn,
  LINK_USES,
  type LinkReport,
  linkReports,
  loadPairWeights,
  mentionReader,
  profileOf,
} from "../linking/index.ts";
import { publishedDay, type Report } from "../record/report.ts";
import { type Document, read } from "../text/document.ts";
import { KhaldunError } from "../text/errors.ts";
import { convertSpan, type OffsetUnit, offsetMap } from "../text/offsets.ts";
import type { Span } from "../text/span.ts";
import { linkInStore, type StoreLinkFlags, storeLinkOptions } from "./link-store.ts";
import { type InputFlags, inputOptions, inputsOf, offsetsOption, readOptionsOf } from "./options.ts";
import { good, startProgress, stopOnInterrupt, write } from "./run.ts";

interface LinkFlags extends InputFlags, StoreLinkFlags {
  readonly offsets: OffsetUnit;
}

/** A mention as it is written out again: its offsets are in the unit asked for. */
interface OwnMention extends Span {
  readonly id: string;
  /** Which of the mentions that were linked it belongs to: tellings of one event are linked once. */
  readonly linked: number;
}

interface Ready {
  readonly id: string;
  readonly report: LinkReport;
  readonly mentions: readonly OwnMention[];
}

export function linkCommand(): Command {
  const command = new Command("link")
    .description("sets reports beside each other: copies, stories, one happening in many reports")
    .argument("[files...]")
    .addOption(offsetsOption())
    .addHelpText(
      "after",
      "\nExample:\n  khaldun link reports.jsonl > links.jsonl\n  khaldun link --store newsroom",
    );
  command.addOption(
    new Option("--for <use>", "what the links are for: how sure a join must be").choices(LINK_USES),
  );
  for (const option of [...storeLinkOptions(), ...inputOptions()]) command.addOption(option);
  return command.action(run);
}

async function run(names: readonly string[], flags: LinkFlags): Promise<void> {
  if (flags.store !== undefined) return linkInStore(names, { ...flags, store: flags.store });
  const inputs = inputsOf(names);
  const progress = startProgress(flags.quiet ?? false, inputs.length);
  const stopped = stopOnInterrupt();
  const coder = await createCoder({ roles: true });
  const ready: Ready[] = [];
  const results = readReports(inputs, { ...readOptionsOf(flags), anyLanguage: true });
  for await (const { report, line, name } of good(results, progress)) {
    const one = await prepare(coder, report, line, flags.offsets).catch((problem) =>
      asError(report, problem),
    );
    if (one instanceof KhaldunError) progress.failed(name, one);
    else {
      ready.push(one);
      progress.done();
    }
    if (stopped()) break;
  }
  await coder.close();
  const linked = linkReports(
    ready.map(({ report }) => report),
    loadPairWeights(),
    flags.for,
  );
  for (const [index, { story, copyOf, events }] of linked.entries()) {
    const { id, mentions } = ready[index]!;
    const record = {
      id,
      story,
      ...(copyOf === undefined
        ? {}
        : {
            copyOf: {
              id: ready[copyOf.index]!.id,
              containment: Math.round(copyOf.containment * 1000) / 1000,
            },
          }),
      mentions: mentions.map(({ id: mention, start, end, linked: at }) => ({
        id: mention,
        start,
        end,
        event: events[at]!,
      })),
    };
    await write(`${JSON.stringify(record)}\n`);
  }
  progress.finish();
}

async function prepare(
  coder: Coder,
  report: Report,
  line: InputLine | undefined,
  unit: OffsetUnit,
): Promise<Ready> {
  const document = await coder.annotate(report);
  const { spans, mentions } = line?.mentions
    ? givenMentions(report, line.mentions, unit)
    : ownMentions(document, unit);
  const day = publishedDay(report);
  const mention = mentionReader(document, 0);
  const told = actsIn(coder.recordOf(document));
  return {
    id: report.externalId ?? report.id,
    mentions,
    report: {
      id: report.id,
      text: report.text,
      ...(report.url === undefined ? {} : { url: report.url }),
      ...(day === undefined ? {} : { day }),
      profile: profileOf(document, day),
      mentions: spans.map((span) => ({ ...mention(span), ...told(span) })),
    },
  };
}

function givenMentions(
  report: Report,
  given: NonNullable<InputLine["mentions"]>,
  unit: OffsetUnit,
): { spans: readonly Span[]; mentions: readonly OwnMention[] } {
  const { toUtf16 } = offsetMap(report.text);
  return {
    spans: given.map(({ start, end }) =>
      convertSpan({ start, end }, unit === "utf-16" ? (offset) => offset : toUtf16),
    ),
    mentions: given.map(({ id, start, end }, linked) => ({ id: String(id), start, end, linked })),
  };
}

/** The coder's own events: linked by the words that state them first, every telling written out. */
function ownMentions(
  document: Document,
  unit: OffsetUnit,
): { spans: readonly Span[]; mentions: readonly OwnMention[] } {
  const { toCodePoints } = offsetMap(document.text);
  const events = read(document, EVENTS);
  const tellings = events.flatMap(({ trigger, tellings }, linked) =>
    [trigger, ...tellings.map(({ span }) => span)].map(({ start, end }) => ({ start, end, linked })),
  );
  return {
    spans: events.map(({ trigger }) => trigger),
    mentions: tellings.map((one, index) =>
      convertSpan({ ...one, id: `m${index + 1}` }, unit === "utf-16" ? (offset) => offset : toCodePoints),
    ),
  };
}
