import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import type { CodedReport } from "../record/coded-report.ts";
import type { Report } from "../record/report.ts";
import { type ErrorCode, KhaldunError } from "../text/errors.ts";
import { startThread } from "../text/thread.ts";
import type { CodeResult, CoderOptions } from "./coder.ts";

/** What a worker sends back for one report. Errors lose their class on the way between threads. */
export type WorkerAnswer =
  | { readonly coded: CodedReport }
  | { readonly error: { readonly code: ErrorCode; readonly message: string; readonly cure: string } };

interface Lane {
  readonly worker: Worker;
  /** Settles when the lane's last report is done. */
  tail: Promise<unknown>;
}

/**
 * Codes reports on several threads, each with a model of its own, and gives them back in the order they came.
 * At most four reports a thread are under way, so memory stays constant however many there are.
 */
export async function* codeInWorkers(
  reports: AsyncIterable<Report> | Iterable<Report>,
  options: CoderOptions,
): AsyncIterable<CodeResult> {
  const jobs = options.jobs ?? 1;
  const lanes: Lane[] = Array.from({ length: jobs }, () => ({
    worker: startThread(import.meta.url, "./worker.ts", "dist/coder/worker.mjs", { ...options, jobs: 1 }),
    tail: Promise.resolve(),
  }));
  const pending: Promise<CodeResult>[] = [];
  let next = 0;
  try {
    for await (const report of reports) {
      const lane = lanes[next % jobs]!;
      next += 1;
      const answer = lane.tail.then(() => ask(lane.worker, report));
      lane.tail = answer.catch(() => undefined);
      answer.catch(() => undefined);
      pending.push(answer);
      if (pending.length >= jobs * 4) yield await pending.shift()!;
    }
    while (pending.length > 0) yield await pending.shift()!;
  } finally {
    await Promise.all(lanes.map((lane) => lane.worker.terminate()));
  }
}

async function ask(worker: Worker, report: Report): Promise<CodeResult> {
  worker.postMessage(report);
  const [answer] = (await once(worker, "message")) as [WorkerAnswer];
  if ("coded" in answer) return answer.coded;
  return new KhaldunError(answer.error.code, answer.error.message, answer.error.cure);
}
