import { parentPort } from "node:worker_threads";
import { type ReadResult, readReports } from "../ingest/index.ts";
import { contentsOf } from "../ingest/watch/index.ts";
import type { ReadingAnswer, ReadingQuestion, Sent } from "./reading.ts";
import { toldOf } from "./told.ts";

/** The thread of `startReader`: it is asked one question at a time. */
let open: AsyncIterator<ReadResult> | undefined;

async function answerOf(question: ReadingQuestion): Promise<ReadingAnswer> {
  if (question.kind === "contents") {
    const { answer, options } = question;
    // Between threads a buffer becomes plain bytes.
    const { errors, ...found } = await contentsOf({ ...answer, bytes: Buffer.from(answer.bytes) }, options);
    return { contents: { ...found, errors: errors.map(toldOf) } };
  }
  if (question.kind === "read") {
    await open?.return?.();
    open = readReports([question.name], question.options)[Symbol.asyncIterator]();
  }
  const next = await open!.next();
  return next.done ? {} : { result: sentOf(next.value) };
}

function sentOf(result: ReadResult): Sent<ReadResult> {
  if ("error" in result) return { ...result, error: toldOf(result.error) };
  if (!("report" in result)) return result;
  const { foreign, ...kept } = result;
  return foreign === undefined ? kept : { ...kept, foreign: toldOf(foreign) };
}

parentPort?.on("message", (question: ReadingQuestion) => {
  answerOf(question)
    .catch((problem: Error): ReadingAnswer => ({ problem: toldOf(problem) }))
    .then((answer) => parentPort?.postMessage(answer));
});
