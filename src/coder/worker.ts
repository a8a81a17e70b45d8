import { parentPort, workerData } from "node:worker_threads";
import type { Report } from "../record/report.ts";
import { asError, type CoderOptions, createCoder } from "./coder.ts";
import type { WorkerAnswer } from "./pool.ts";

/** One thread of the pool: a coder of its own, one report at a time. */
const coder = createCoder(workerData as CoderOptions);

parentPort?.on("message", async (report: Report) => {
  const answer: WorkerAnswer = await coder
    .then((ready) => ready.code(report))
    .then((coded) => ({ coded }))
    .catch((problem) => {
      const { code, message, cure } = asError(report, problem);
      return { error: { code, message, cure } };
    });
  parentPort?.postMessage(answer);
});
