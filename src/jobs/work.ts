import { randomUUID } from "node:crypto";
import type { CodeResult, Coder } from "../coder/coder.ts";
import type { CodedReport, CoderVersion } from "../record/coded-report.ts";
import type { Report } from "../record/report.ts";
import type { Store } from "../store/index.ts";
import { describe, KhaldunError } from "../text/errors.ts";
import { exportOrderSchema, exportStore } from "./export.ts";
import { linkStore } from "./link.ts";
import { notCoded, whyNotCoded } from "./not-coded.ts";
import { JOB_KINDS, type Job, jobId, type Queue } from "./queue.ts";

export interface WorkOptions {
  readonly coder: Coder;
  /** With roles, for linking. */
  readonly linkCoder: () => Promise<Coder>;
  /** False: reports are coded and not linked. */
  readonly link: boolean;
  readonly who: string;
  /** Days within which a story goes on. */
  readonly days: number;
  /** End when nothing is left to do. */
  readonly once: boolean;
  readonly stopped: () => boolean;
  readonly onDone?: () => void;
  readonly onFailed?: (name: string, error: KhaldunError) => void;
}

/** What a worker did until it was stopped. */
export interface WorkResult {
  readonly coded: number;
  readonly failed: number;
  readonly linkRuns: number;
  readonly exports: number;
}

/** Jobs that are taken and written together; a kill lets so many be done again. */
const BATCH = 16;
/** Jobs that wait at most, and below how many the next are sent: a store of millions makes no queue of millions. */
const MOST_WAITING = 1000;
const FEW_WAITING = 100;
const PAUSE_MS = 500;

/** Codes and links what a store has to be done, side by side with other processes, until it is stopped. */
export async function work(store: Store, queue: Queue, options: WorkOptions): Promise<WorkResult> {
  const total = { coded: 0, failed: 0, linkRuns: 0, exports: 0 };
  while (!options.stopped()) {
    await feed(store, queue, options.coder.version);
    const coded = await codeJobs(store, queue, options);
    total.coded += coded.coded;
    total.failed += coded.failed;
    if (options.link && !options.stopped()) total.linkRuns += await linkJob(store, queue, options);
    if (coded.taken > 0 || options.stopped()) continue;
    // Only now, so that a file holds what there is to be coded and linked.
    const exported = await exportJob(store, queue, options);
    total.exports += exported;
    if (exported > 0) continue;
    if (options.once && (await isIdle(queue))) break;
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return total;
}

async function isIdle(queue: Queue): Promise<boolean> {
  const sizes = await Promise.all(JOB_KINDS.map((kind) => queue.size(kind)));
  return sizes.every(({ waiting, active }) => waiting + active === 0);
}

/** Sends jobs for reports that this coder has not coded, until enough are waiting; dead ones are not sent again. */
export async function feed(store: Store, queue: Queue, coder: CoderVersion): Promise<number> {
  let room = MOST_WAITING - (await queue.size("code")).waiting;
  if (room < MOST_WAITING - FEW_WAITING) return 0;
  let sent = 0;
  let batch: Job[] = [];
  const send = async (): Promise<void> => {
    const fresh = batch.length === 0 ? 0 : await queue.send("code", batch);
    sent += fresh;
    room -= fresh;
    batch = [];
  };
  for await (const { key } of store.uncoded(coder)) {
    batch.push({ id: jobId("code", key, JSON.stringify(coder)), report: key });
    if (batch.length < FEW_WAITING) continue;
    await send();
    if (room <= 0) return sent;
  }
  await send();
  return sent;
}

interface Coded {
  readonly taken: number;
  readonly coded: number;
  readonly failed: number;
}

/** Takes jobs as long as there are any, up to a round: a coder with threads is kept busy, and linking gets its turn. */
const ROUND = 320;

async function codeJobs(store: Store, queue: Queue, options: WorkOptions): Promise<Coded> {
  const under: Job[] = [];
  const counts = { taken: 0, coded: 0, failed: 0 };
  async function* reports(): AsyncIterable<Report> {
    while (counts.taken < ROUND && !options.stopped()) {
      const jobs = await queue.take("code", BATCH);
      if (jobs.length === 0) return;
      counts.taken += jobs.length;
      for (const { job, report } of await open(store, queue, jobs, options.coder.version)) {
        under.push(job);
        yield report;
      }
    }
  }
  let batch: { readonly job: Job; readonly result: CodeResult }[] = [];
  const write = async (): Promise<void> => {
    const { coded, failed } = await finish(store, queue, batch, options);
    counts.coded += coded;
    counts.failed += failed;
    batch = [];
  };
  for await (const result of options.coder.codeAll(reports())) {
    batch.push({ job: under.shift()!, result });
    if (batch.length >= BATCH) await write();
  }
  await write();
  return counts;
}

/** The reports of jobs. One that somebody coded meanwhile, that is gone or in another language, is done. */
async function open(
  store: Store,
  queue: Queue,
  jobs: readonly Job[],
  coder: CoderVersion,
): Promise<readonly { readonly job: Job; readonly report: Report }[]> {
  const keys = jobs.flatMap(({ report }) => report ?? []);
  const coded = await store.codedBy(keys, coder);
  const opened = await Promise.all(
    jobs.map(async (job) => {
      const key = job.report;
      const stored = key === undefined || coded.has(key) ? undefined : await store.report(key);
      const why = stored && (await whyNotCoded(stored.report));
      if (stored === undefined || why === undefined) return { job, report: stored?.report };
      await store.addCoding(notCoded(stored.report, why, coder));
      return { job, report: undefined };
    }),
  );
  await queue.done(
    "code",
    opened.flatMap(({ job, report }) => (report === undefined ? [job] : [])),
  );
  return opened.flatMap(({ job, report }) => (report === undefined ? [] : [{ job, report }]));
}

/** First the codings, then the jobs: killed in between, a job is done again and finds its coding there. */
async function finish(
  store: Store,
  queue: Queue,
  batch: readonly { readonly job: Job; readonly result: CodeResult }[],
  { onDone, onFailed }: WorkOptions,
): Promise<{ readonly coded: number; readonly failed: number }> {
  const good: { readonly job: Job; readonly record: CodedReport }[] = [];
  let failed = 0;
  for (const { job, result } of batch) {
    if (result instanceof KhaldunError) {
      failed += 1;
      await queue.failed("code", job, describe(result));
      onFailed?.(job.report ?? job.id, result);
    } else good.push({ job, record: result });
  }
  const added = await store.addCodings(good.map(({ record }) => ({ record })));
  await queue.done(
    "code",
    good.map(({ job }) => job),
  );
  good.forEach(() => {
    onDone?.();
  });
  return { coded: added.filter((one) => one.added).length, failed };
}

/** One job for all that waits to be linked; while one is under way another process' links wait for the next. */
async function linkJob(store: Store, queue: Queue, options: WorkOptions): Promise<number> {
  if (await isUnlinked(store)) await queue.send("link", [{ id: randomUUID() }]);
  const [job] = await queue.take("link", 1);
  if (job === undefined) return 0;
  try {
    const { run } = await linkStore(store, {
      coder: options.linkCoder,
      who: options.who,
      why: "new reports",
      days: options.days,
      stopped: options.stopped,
      ...(options.onFailed === undefined ? {} : { onFailed: options.onFailed }),
    });
    await queue.done("link", [job]);
    return run === undefined ? 0 : 1;
  } catch (problem) {
    if (!(problem instanceof KhaldunError)) throw problem;
    await queue.failed("link", job, describe(problem));
    return 0;
  }
}

/** Done again after a kill it writes the same file: under its name there is a whole one or none. */
async function exportJob(store: Store, queue: Queue, { stopped, onFailed }: WorkOptions): Promise<number> {
  const [job] = await queue.take("export", 1);
  if (job === undefined) return 0;
  try {
    const order = exportOrderSchema.parse(job.order);
    const told = (error: KhaldunError): void => onFailed?.(order.out, error);
    const summary = await exportStore(store, order, { stopped, onFailed: told });
    if (summary === undefined) return 0;
    await queue.done("export", [job]);
    return 1;
  } catch (problem) {
    const reason = problem instanceof KhaldunError ? describe(problem) : String(problem);
    await queue.failed("export", job, reason);
    return 0;
  }
}

async function isUnlinked(store: Store): Promise<boolean> {
  for await (const _one of store.linking.unprepared()) return true;
  return store.linking.isWaiting();
}
