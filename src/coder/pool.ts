import type { Worker } from "node:worker_threads";
import type { CodedReport } from "../record/coded-report.ts";
import type { Report } from "../record/report.ts";
import { type ErrorCode, KhaldunError } from "../text/errors.ts";
import { startThread } from "../text/thread.ts";
import type { CodeResult, CoderOptions } from "./coder.ts";

/** What the main thread asks of a worker: a report, or to end by itself. Answers come in the order of the questions. */
export type WorkerQuestion = Report | "end";
/** What a worker sends back for one report. Errors lose their class on the way between threads. */
export type WorkerAnswer =
  | { readonly coded: CodedReport }
  | { readonly error: { readonly code: ErrorCode; readonly message: string; readonly cure: string } };

/** Coders in threads, each with a model of its own: started when first needed, kept until closed. */
export interface Pool {
  /** Order kept. At most four reports a thread are under way, so memory stays constant however many there are. */
  readonly codeAll: (reports: AsyncIterable<Report> | Iterable<Report>) => AsyncIterable<CodeResult>;
  readonly close: () => Promise<void>;
}

interface Lane {
  readonly code: (report: Report) => Promise<CodeResult>;
  /** Reports that it was given and has not coded yet. */
  readonly waiting: () => number;
  readonly close: () => Promise<void>;
}

const UNDER_WAY = 4;

export function createPool(options: CoderOptions): Pool {
  const jobs = options.jobs ?? 1;
  let lanes: readonly Lane[] = [];
  return {
    codeAll: (reports) => {
      if (lanes.length === 0) lanes = Array.from({ length: jobs }, () => startLane(options));
      return codeOn(lanes, reports);
    },
    close: async () => {
      await Promise.all(lanes.map((lane) => lane.close()));
      lanes = [];
    },
  };
}

async function* codeOn(
  lanes: readonly Lane[],
  reports: AsyncIterable<Report> | Iterable<Report>,
): AsyncIterable<CodeResult> {
  const pending: Promise<CodeResult>[] = [];
  for await (const report of reports) {
    // Reports differ in length: the next goes to whoever has the least to do.
    const lane = lanes.reduce((least, one) => (one.waiting() < least.waiting() ? one : least));
    const answer = lane.code(report);
    // The first that throws ends the loop: the others are then awaited by nobody.
    answer.catch(() => undefined);
    pending.push(answer);
    if (pending.length >= lanes.length * UNDER_WAY) yield await pending.shift()!;
  }
  while (pending.length > 0) yield await pending.shift()!;
}

function startLane(options: CoderOptions): Lane {
  const worker = startThread(import.meta.url, "./worker.ts", "dist/coder/worker.mjs", {
    ...options,
    jobs: 1,
  });
  const open: {
    readonly resolve: (result: CodeResult) => void;
    readonly reject: (problem: Error) => void;
  }[] = [];
  let dead: Error | undefined;
  const die = (problem: Error): void => {
    dead ??= problem;
    for (const { reject } of open.splice(0)) reject(dead);
  };
  worker.on("message", (answer: WorkerAnswer) => {
    open.shift()?.resolve(resultOf(answer));
    // An idle pool keeps no program alive that forgot to close it.
    if (open.length === 0) worker.unref();
  });
  worker.on("error", die);
  worker.on("exit", () => die(new Error("a coding thread has ended")));
  return {
    code: (report) =>
      new Promise((resolve, reject) => {
        if (dead !== undefined) return reject(dead);
        open.push({ resolve, reject });
        worker.ref();
        worker.postMessage(report satisfies WorkerQuestion);
      }),
    waiting: () => open.length,
    close: () => end(worker, () => dead !== undefined),
  };
}

/** A thread that is killed inside the native runtime may take the whole program with it: it is asked to end by itself. */
function end(worker: Worker, hasEnded: () => boolean): Promise<void> {
  if (hasEnded()) return Promise.resolve();
  return new Promise((resolve) => {
    worker.once("exit", () => resolve());
    worker.ref();
    worker.postMessage("end" satisfies WorkerQuestion);
  });
}

function resultOf(answer: WorkerAnswer): CodeResult {
  if ("coded" in answer) return answer.coded;
  return new KhaldunError(answer.error.code, answer.error.message, answer.error.cure);
}
