import { readFile, stat } from "node:fs/promises";
import type { CodeResult, Coder } from "../coder/coder.ts";
import { type ReadOptions, type ReadResult, readReports } from "../ingest/index.ts";
import type { CodedReport } from "../record/coded-report.ts";
import type { Report } from "../record/report.ts";
import type { NewReport, Store } from "../store/index.ts";
import { fail, KhaldunError } from "../text/errors.ts";
import { inputOf } from "./inputs.ts";
import { createLedger, type IntakeCounts, type IntakeListeners, type Ledger } from "./intake-ledger.ts";
import { notCoded } from "./not-coded.ts";

export interface IntakeOptions extends IntakeListeners {
  readonly inputs: readonly string[];
  readonly read: ReadOptions;
  /** What is read, if not the inputs: reports with the headers that they came with. */
  readonly results?: AsyncIterable<Incoming>;
  /** Without a coder reports are stored and left uncoded. */
  readonly coder?: Pick<Coder, "version" | "codeAll">;
  /** A run that was begun already, which whoever began it finishes; without it one is begun and finished. */
  readonly run?: number;
  /** Under which name an item is kept, if not that of its file. */
  readonly shown?: (name: string) => string;
  /** Keep the bytes of files that are one report. */
  readonly keepRaw?: boolean;
  /** Remembered with the run. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  readonly stopped?: () => boolean;
}

export type Incoming = ReadResult & { readonly headers?: Readonly<Record<string, string>> };
export type { IntakeCounts };

export interface IntakeResult extends IntakeCounts {
  readonly run: number;
}

interface Item {
  readonly name: string;
  /** Where it can be read again. */
  readonly input: string;
  readonly report: Report;
  readonly headers?: Readonly<Record<string, string>>;
  readonly foreign?: KhaldunError;
}

/** Reports that are looked up, stored and coded together: a kill loses the work on so many, and no report. */
const BATCH = 32;

/**
 * Reads inputs into a store. Everything is written in whole batches and known by its content, so that a run which was
 * killed is gone on with by starting it again: what is there is passed over, nothing is stored or coded twice.
 */
export async function intake(store: Store, options: IntakeOptions): Promise<IntakeResult> {
  const { coder } = options;
  const run =
    options.run ??
    (await store.startRun({ command: "ingest", inputs: options.inputs, options: options.settings ?? {} }));
  const ledger = createLedger(store, run, await store.failures(), options);
  const fresh = freshReports(store, options, ledger);
  if (coder === undefined) for await (const { name } of fresh) ledger.done(name, 0);
  else await codeAll(store, coder, fresh, ledger);
  await ledger.settle();
  const counts = ledger.counts();
  if (options.run === undefined) await store.finishRun(run, { ...counts });
  return { run, ...counts };
}

/** Stores what is read, batch by batch, and gives on what this coder has not coded yet. */
async function* freshReports(store: Store, options: IntakeOptions, ledger: Ledger): AsyncIterable<Item> {
  for await (const batch of batches(goodItems(options, ledger), BATCH)) {
    const reports = await Promise.all(batch.map((item) => newReport(item, options.keepRaw ?? false)));
    const added = await store.addReports(reports);
    const fresh = batch.filter((_, index) => added[index]!.added);
    ledger.stored(fresh.length);
    for (const { name, report } of fresh) if (report.published.status !== "known") options.onUndated?.(name);
    const coded =
      options.coder === undefined
        ? new Set<string>()
        : await store.codedBy(
            added.map(({ key }) => key),
            options.coder.version,
          );
    const seen = new Set<string>();
    const foreign: CodedReport[] = [];
    for (const [index, item] of batch.entries()) {
      const { key, added: isNew } = added[index]!;
      if (coded.has(key) || seen.has(key) || (options.coder === undefined && !isNew))
        ledger.already(item.name);
      else if (item.foreign !== undefined && options.coder !== undefined) {
        foreign.push(notCoded(item.report, item.foreign, options.coder.version));
        ledger.notCoded(item.name, item.foreign);
      } else yield item;
      seen.add(key);
    }
    await store.addCodings(foreign.map((record) => ({ record })));
    await ledger.settle();
  }
}

async function* goodItems(options: IntakeOptions, ledger: Ledger): AsyncIterable<Item> {
  const results: AsyncIterable<Incoming> =
    options.results ?? readReports(options.inputs, { ...options.read, keepForeign: true });
  for await (const result of results) {
    if (options.stopped?.()) return;
    const name = options.shown?.(result.name) ?? result.name;
    const input = inputOf(result.name);
    if ("error" in result) ledger.failed(name, result.error, input);
    else if ("reference" in result)
      ledger.failed(name, fail("K111", { file: name, url: result.reference.url }), input);
    else {
      const { report, headers, foreign } = result;
      yield {
        name,
        input,
        report,
        ...(headers === undefined ? {} : { headers }),
        ...(foreign === undefined ? {} : { foreign }),
      };
    }
  }
}

async function* batches<One>(items: AsyncIterable<One>, size: number): AsyncIterable<readonly One[]> {
  let open: One[] = [];
  for await (const item of items) {
    open.push(item);
    if (open.length < size) continue;
    yield open;
    open = [];
  }
  if (open.length > 0) yield open;
}

async function newReport({ name, input, report, headers }: Item, keepRaw: boolean): Promise<NewReport> {
  const known = { report, from: name, ...(headers === undefined ? {} : { headers }) };
  if (!keepRaw || input !== name) return known;
  const isFile = await stat(name).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? { ...known, bytes: await readFile(name) } : known;
}

/** The coder keeps the order: the answers belong to the names in turn. */
async function codeAll(
  store: Store,
  coder: Pick<Coder, "codeAll">,
  fresh: AsyncIterable<Item>,
  ledger: Ledger,
): Promise<void> {
  const items: Item[] = [];
  async function* reports(): AsyncIterable<Report> {
    for await (const item of fresh) {
      items.push(item);
      yield item.report;
    }
  }
  for await (const batch of batches(coder.codeAll(reports()), BATCH))
    await writeBatch(store, batch, items.splice(0, batch.length), ledger);
}

async function writeBatch(
  store: Store,
  batch: readonly CodeResult[],
  items: readonly Item[],
  ledger: Ledger,
): Promise<void> {
  const coded: { readonly name: string; readonly record: CodedReport }[] = [];
  for (const [index, result] of batch.entries()) {
    const { name, input } = items[index]!;
    if (result instanceof KhaldunError) ledger.failed(name, result, input);
    else coded.push({ name, record: result });
  }
  const added = await store.addCodings(coded.map(({ record, name }) => ({ record, from: name })));
  for (const [index, { name, record }] of coded.entries()) {
    if (added[index]!.added) ledger.done(name, record.events.length);
    else ledger.already(name);
  }
  await ledger.settle();
}
