import { readFile, stat } from "node:fs/promises";
import type { CodeResult, Coder } from "../coder/coder.ts";
import { type ReadOptions, type ReadResult, readReports } from "../ingest/index.ts";
import type { CodedReport } from "../record/coded-report.ts";
import type { Report } from "../record/report.ts";
import type { Failure, NewFailure, NewReport, Store } from "../store/index.ts";
import { fail, KhaldunError } from "../text/errors.ts";
import { inputOf } from "./inputs.ts";
import { notCoded } from "./not-coded.ts";

export interface IntakeOptions {
  readonly inputs: readonly string[];
  readonly read: ReadOptions;
  /** Without a coder reports are stored and left uncoded. */
  readonly coder?: Coder;
  /** Keep the bytes of files that are one report. */
  readonly keepRaw?: boolean;
  /** Remembered with the run. */
  readonly settings?: Readonly<Record<string, string | number | boolean>>;
  readonly onDone?: (name: string) => void;
  readonly onFailed?: (name: string, error: KhaldunError) => void;
  /** Told of a report that is kept and cannot be coded, with the reason. */
  readonly onUncoded?: (name: string, why: KhaldunError) => void;
  readonly stopped?: () => boolean;
}

/**
 * What a run came to. `already` were in the store before, coded by this coder if one was given; `notCoded` are kept,
 * and in a language that the coder does not read.
 */
export interface IntakeResult {
  readonly run: number;
  readonly stored: number;
  readonly coded: number;
  readonly events: number;
  readonly already: number;
  readonly notCoded: number;
  readonly failed: number;
  readonly solved: number;
}

interface Item {
  readonly name: string;
  readonly report: Report;
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
  const run = await store.startRun({
    command: "ingest",
    inputs: options.inputs,
    options: options.settings ?? {},
  });
  const ledger = createLedger(store, run, await store.failures(), options);
  const fresh = freshReports(store, options, ledger);
  if (coder === undefined) for await (const { name } of fresh) ledger.done(name, 0);
  else await codeAll(store, coder, fresh, ledger);
  await ledger.settle();
  const counts = ledger.counts();
  await store.finishRun(run, { ...counts });
  return { run, ...counts };
}

/** Stores what is read, batch by batch, and gives on what this coder has not coded yet. */
async function* freshReports(store: Store, options: IntakeOptions, ledger: Ledger): AsyncIterable<Item> {
  const results = readReports(options.inputs, { ...options.read, keepForeign: true });
  for await (const batch of batches(goodItems(results, ledger, options.stopped), BATCH)) {
    const reports = await Promise.all(batch.map((item) => newReport(item, options.keepRaw ?? false)));
    const added = await store.addReports(reports);
    ledger.stored(added.filter((one) => one.added).length);
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

async function* goodItems(
  results: AsyncIterable<ReadResult>,
  ledger: Ledger,
  stopped: (() => boolean) | undefined,
): AsyncIterable<Item> {
  for await (const result of results) {
    if (stopped?.()) return;
    if ("error" in result) ledger.failed(result.name, result.error);
    else if ("reference" in result)
      ledger.failed(result.name, fail("K111", { file: result.name, url: result.reference.url }));
    else yield result;
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

async function newReport({ name, report }: Item, keepRaw: boolean): Promise<NewReport> {
  if (!keepRaw || inputOf(name) !== name) return { report, from: name };
  const isFile = await stat(name).then(
    (found) => found.isFile(),
    () => false,
  );
  return isFile ? { report, from: name, bytes: await readFile(name) } : { report, from: name };
}

/** The coder keeps the order: the answers belong to the names in turn. */
async function codeAll(
  store: Store,
  coder: Coder,
  fresh: AsyncIterable<Item>,
  ledger: Ledger,
): Promise<void> {
  const names: string[] = [];
  async function* reports(): AsyncIterable<Report> {
    for await (const { name, report } of fresh) {
      names.push(name);
      yield report;
    }
  }
  for await (const batch of batches(coder.codeAll(reports()), BATCH))
    await writeBatch(store, batch, names.splice(0, batch.length), ledger);
}

async function writeBatch(
  store: Store,
  batch: readonly CodeResult[],
  names: readonly string[],
  ledger: Ledger,
): Promise<void> {
  const coded: { readonly name: string; readonly record: CodedReport }[] = [];
  for (const [index, result] of batch.entries()) {
    if (result instanceof KhaldunError) ledger.failed(names[index]!, result);
    else coded.push({ name: names[index]!, record: result });
  }
  const added = await store.addCodings(coded.map(({ record, name }) => ({ record, from: name })));
  for (const [index, { name, record }] of coded.entries()) {
    if (added[index]!.added) ledger.done(name, record.events.length);
    else ledger.already(name);
  }
  await ledger.settle();
}

interface Ledger {
  readonly stored: (reports: number) => void;
  readonly done: (name: string, events: number) => void;
  readonly already: (name: string) => void;
  readonly notCoded: (name: string, why: KhaldunError) => void;
  readonly failed: (name: string, error: KhaldunError) => void;
  /** Writes down what failed and what no longer fails. */
  readonly settle: () => Promise<void>;
  readonly counts: () => Omit<IntakeResult, "run">;
}

function createLedger(store: Store, run: number, before: readonly Failure[], options: IntakeOptions): Ledger {
  const open = new Map<string, number[]>();
  for (const { id, name } of before) open.set(name, [...(open.get(name) ?? []), id]);
  let failures: NewFailure[] = [];
  let solved: number[] = [];
  const counts = { stored: 0, coded: 0, events: 0, already: 0, notCoded: 0, failed: 0, solved: 0 };
  const good = (name: string): void => {
    solved.push(...(open.get(name) ?? []));
    open.delete(name);
    options.onDone?.(name);
  };
  return {
    stored: (reports) => {
      counts.stored += reports;
    },
    done: (name, events) => {
      if (options.coder !== undefined) counts.coded += 1;
      counts.events += events;
      good(name);
    },
    already: (name) => {
      counts.already += 1;
      good(name);
    },
    notCoded: (name, why) => {
      counts.notCoded += 1;
      good(name);
      options.onUncoded?.(name, why);
    },
    failed: (name, error) => {
      counts.failed += 1;
      failures.push({
        name,
        input: inputOf(name),
        code: error.code,
        message: error.message,
        cure: error.cure,
      });
      options.onFailed?.(name, error);
    },
    settle: async () => {
      counts.solved += solved.length;
      if (failures.length > 0) await store.addFailures(run, failures);
      if (solved.length > 0) await store.solve(solved);
      failures = [];
      solved = [];
    },
    counts: () => ({ ...counts }),
  };
}
