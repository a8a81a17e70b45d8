import { parentPort } from "node:worker_threads";
import { type Coder, createCoder } from "../coder/coder.ts";
import { KhaldunError } from "../text/errors.ts";
import { prepare } from "./link.ts";
import type { ThreadAnswer, ThreadQuestion } from "./thread.ts";
import { toldOf } from "./told.ts";

/** The thread of `startCodingThread`: one question after the other. Each coder is loaded when it is first needed. */
let coding: Promise<Coder> | undefined;
let linking: Promise<Coder> | undefined;
let last: Promise<void> = Promise.resolve();

const coder = (): Promise<Coder> => {
  coding ??= createCoder();
  return coding;
};
const linkCoder = (): Promise<Coder> => {
  linking ??= createCoder({ roles: true });
  return linking;
};

async function end(): Promise<void> {
  for (const one of [coding, linking]) await (await one?.catch(() => undefined))?.close();
}

async function answerOf({ ask }: ThreadQuestion): Promise<unknown> {
  if (ask.kind === "end") return end();
  if (ask.kind === "version") return (await coder()).version;
  if (ask.kind === "code") return (await coder()).code(ask.report);
  const prepared = await prepare(await linkCoder(), ask.one);
  if (prepared instanceof KhaldunError) throw prepared;
  return prepared;
}

parentPort?.on("message", (question: ThreadQuestion) => {
  last = last.then(async () => {
    const answer: ThreadAnswer = await answerOf(question).then(
      (value) => ({ id: question.id, value }),
      (problem: Error) => ({ id: question.id, error: toldOf(problem) }),
    );
    parentPort?.postMessage(answer);
    // Nothing is left to wait for: the thread ends by itself.
    if (question.ask.kind === "end") parentPort?.close();
  });
});
