import { isAbsolute } from "node:path";
import { z } from "zod";
import { type Output, openOutput } from "../formats/dataset/output.ts";
import { createTally, type Summary, type Tally } from "../formats/dataset/summary.ts";
import { type Sink, writeRows } from "../formats/dataset/write.ts";
import { EXPORT_NAMES, EXPORTS, type ExportName } from "../formats/index.ts";
import { PROFILES, type Profile } from "../formats/profile.ts";
import { type ExportRow, rowsOf } from "../formats/row.ts";
import { shown } from "../formats/shown.ts";
import { wholeProblem } from "../ingest/index.ts";
import { type Choice, gather, type LinkIndex } from "../linking/index.ts";
import type { CodedReport } from "../record/coded-report.ts";
import type { RecordLinks } from "../record/links.ts";
import { REJECTED, reviewedRecords } from "../review/index.ts";
import type { Store } from "../store/index.ts";
import { fail, KhaldunError } from "../text/errors.ts";

export interface ExportSettings {
  readonly format: ExportName;
  readonly profile: Profile;
  /** Events of less confidence are left out. */
  readonly threshold: number;
  readonly links?: LinkIndex;
  readonly choice: Choice;
  readonly stopped: () => boolean;
  readonly onDone: () => void;
  /** Told of every report that cannot be exported, and of every line that is none. */
  readonly onFailed: (error: KhaldunError) => void;
}

/** A record as it was coded, or with what reviewers left of its events; or why there is none. */
export type Exportable =
  | CodedReport
  | { readonly coded: CodedReport; readonly rejected: number; readonly links?: RecordLinks }
  | KhaldunError;

/** Writes coded reports as rows of a format. What is malformed is named and left out; the rest goes on. */
export async function exportReports(
  reports: AsyncIterable<Exportable>,
  settings: ExportSettings,
  sink: Sink,
): Promise<Summary> {
  const tally = createTally();
  const rows = rowsFrom(checked(reports, settings, tally), settings);
  await writeRows(rows, EXPORTS[settings.format], sink, tally, ({ coded, event }, problem) =>
    settings.onFailed(broken(coded.id, event, problem)),
  );
  return tally.summary();
}

interface Checked {
  readonly coded: CodedReport;
  readonly links: RecordLinks | undefined;
}

/** The reports as they may be shown: offsets in code points, sure enough, redacted for the reader. */
async function* checked(
  reports: AsyncIterable<Exportable>,
  { threshold, profile, stopped, onDone, onFailed }: ExportSettings,
  tally: Tally,
): AsyncIterable<Checked> {
  for await (const result of reports) {
    if (stopped()) return;
    if (result instanceof KhaldunError) {
      onFailed(result);
      continue;
    }
    const { coded, rejected, links } =
      "coded" in result ? result : { coded: result, rejected: 0, links: undefined };
    let ready: ReturnType<typeof shown>;
    try {
      ready = shown(coded, { profile, threshold });
    } catch (problem) {
      onFailed(broken(coded.id, coded, problem));
      continue;
    }
    for (let one = 0; one < rejected; one += 1) {
      tally.row();
      tally.withheld(REJECTED);
    }
    tally.heldBack(ready.heldBack);
    onDone();
    yield { coded: ready.coded, links };
  }
}

/** Every field is checked only now: checking those of a million events would take longer than writing them. */
function broken(report: string, value: unknown, problem: unknown): KhaldunError {
  const reason = wholeProblem(value) ?? (problem instanceof Error ? problem.message : String(problem));
  return fail("K515", { report, reason }, problem);
}

async function* rowsFrom(
  reports: AsyncIterable<Checked>,
  { links, choice }: ExportSettings,
): AsyncIterable<ExportRow> {
  if (links === undefined) {
    for await (const { coded, links: own } of reports) yield* rowsOf(coded, own);
    return;
  }
  const known = new WeakMap<CodedReport, RecordLinks>();
  for await (const { event, first, happening, members } of gather(recordsOf(reports, known), links, choice)) {
    const { story, copyOf } = known.get(first.coded) ?? {};
    const ofReport = {
      ...(story === undefined ? {} : { story }),
      ...(copyOf === undefined ? {} : { copyOf }),
    };
    yield { event, coded: first.coded, happening, members, links: ofReport };
  }
}

/** The records alone; what links say of each is noted beside. */
async function* recordsOf(
  reports: AsyncIterable<Checked>,
  known: WeakMap<CodedReport, RecordLinks>,
): AsyncIterable<CodedReport> {
  for await (const { coded, links } of reports) {
    if (links !== undefined) known.set(coded, links);
    yield coded;
  }
}

/** What a worker is asked to write, on its own machine. The same order is the same file. */
export const exportOrderSchema = z
  .object({
    out: z.string().refine(isAbsolute),
    format: z.enum(EXPORT_NAMES),
    profile: z.enum(PROFILES),
    threshold: z.number().min(0).max(1),
  })
  .readonly();
export type ExportOrder = z.infer<typeof exportOrderSchema>;

/** Writes what the store holds now; done again it gives the same file. Throws K312. */
export async function exportStore(
  store: Store,
  order: ExportOrder,
  watch: Pick<ExportSettings, "stopped" | "onFailed">,
): Promise<Summary | undefined> {
  const output: Output = await openOutput(order);
  try {
    const settings = {
      ...order,
      ...watch,
      choice: { rule: "representative" } as const,
      onDone: () => undefined,
    };
    const summary = await exportReports(reviewedRecords(store, {}), settings, output.sink);
    if (watch.stopped()) return await discarded(output);
    await output.close(summary, undefined);
    return summary;
  } catch (problem) {
    await discarded(output);
    throw problem;
  }
}

async function discarded(output: Output): Promise<undefined> {
  await output.discard();
}
