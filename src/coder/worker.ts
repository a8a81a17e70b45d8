import { parentPort, workerData } from "node:worker_threads";
import type { Report } from "../record/report.ts";
import { asError, type CoderOptions, createCoder } from "./coder.ts";
import type { WorkerAnswer, WorkerQuestion } from "./pool.ts";

/** One thread of the pool: a coder of its own, one report at a time. */
const coder = createCoder(workerData as CoderOptions);
let last: Promise<void> = coder.then(
  () => undefined,
  () => undefined,
);

parentPort?.on("message", (question: WorkerQuestion) => {
  last = last.then(() => (question === "end" ? end() : tell(question)));
});

async function tell(report: Report): Promise<void> {
  const answer: WorkerAnswer = await coder
    .then((ready) => ready.code(report))
    .then((coded) => ({ coded }))
    .catch((problem) => {
      const { code, message, cure } = asError(report, problem);
      return { error: { code, message, cure } };
    });
  parentPort?.postMessage(answer);
}

/** Nothing is left to wait for: the thread ends by itself. */
async function end(): Promise<void> {
  await (await coder.catch(() => undefined))?.close();
  parentPort?.close();
}
