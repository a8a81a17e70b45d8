import type { Worker } from "node:worker_threads";
import type { ReadOptions, ReadResult } from "../ingest/index.ts";
import type { WatchOptions } from "../ingest/watch/index.ts";
import { fail, KhaldunError } from "../text/errors.ts";
import { startThread } from "../text/thread.ts";
import { errorOf, type Told } from "./told.ts";

/**
 * Reads in a thread of its own. What comes from elsewhere may be made to keep a parser busy for hours: whoever serves
 * people goes on answering, and one file or page that takes too long is given up (K176), not the import.
 */
export interface Reader {
  readonly read: (names: readonly string[], options: ReadOptions) => AsyncIterable<ReadResult>;
  readonly contents: NonNullable<WatchOptions["contents"]>;
  readonly close: () => Promise<void>;
}

type Read = Parameters<NonNullable<WatchOptions["contents"]>>;
export type ReadingQuestion =
  /** Begins with one input and gives its first result. */
  | { readonly kind: "read"; readonly name: string; readonly options: ReadOptions }
  | { readonly kind: "next" }
  | { readonly kind: "contents"; readonly answer: Read[0]; readonly options: Read[1] };
export type Sent<One> = One extends { readonly error: KhaldunError }
  ? Omit<One, "error"> & { readonly error: Told }
  : One extends { readonly report: unknown }
    ? Omit<One, "foreign"> & { readonly foreign?: Told }
    : One;
export type SentContents = Omit<Awaited<ReturnType<Reader["contents"]>>, "errors"> & {
  readonly errors: readonly Told[];
};
export interface ReadingAnswer {
  /** Absent when an input is read to its end. */
  readonly result?: Sent<ReadResult>;
  readonly contents?: SentContents;
  readonly problem?: Told;
}

/** For one result: no file of the sizes that are taken in comes near it. */
const LIMIT_MS = 60_000;
const ENDED = "the thread that reads has ended";

/** The thread starts when it is first asked. */
export function startReader(limit = LIMIT_MS): Reader {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();
  /** It may end while nobody asks: the next question then starts another, which knows nothing of what was half read. */
  const start = (): Worker => {
    const started = startThread(
      import.meta.url,
      "./reading-worker.ts",
      "dist/jobs/reading-worker.mjs",
      undefined,
    );
    const forget = (): void => {
      if (worker === started) worker = undefined;
    };
    return started.on("error", forget).on("exit", forget);
  };
  const askNow = (file: string, question: ReadingQuestion): Promise<ReadingAnswer> => {
    if (worker === undefined && question.kind === "next") throw fail("K176", { file, reason: ENDED });
    worker ??= start();
    const own = worker;
    return new Promise((resolve, reject) => {
      const done = (): void => {
        clearTimeout(timer);
        own.off("message", told).off("error", failed).off("exit", ended);
      };
      const giveUp = (reason: string): void => {
        done();
        worker = undefined;
        void own.terminate();
        reject(fail("K176", { file, reason }));
      };
      const told = (answer: ReadingAnswer): void => {
        done();
        if (answer.problem === undefined) resolve(answer);
        else reject(errorOf(answer.problem));
      };
      const failed = ({ message }: Error): void => giveUp(message);
      const ended = (): void => giveUp(ENDED);
      const timer = setTimeout(() => giveUp(`it takes more than ${limit / 1000} seconds`), limit);
      own.on("message", told).on("error", failed).on("exit", ended);
      own.postMessage(question);
    });
  };
  /** One question after the other: the limit is for the work on it, not for the wait. */
  const ask = (file: string, question: ReadingQuestion): Promise<ReadingAnswer> => {
    const answer = last.then(() => askNow(file, question));
    last = answer.catch(() => undefined);
    return answer;
  };
  async function* read(names: readonly string[], options: ReadOptions): AsyncIterable<ReadResult> {
    for (const name of names) {
      try {
        let { result } = await ask(name, { kind: "read", name, options });
        while (result !== undefined) {
          yield resultOf(result);
          ({ result } = await ask(name, { kind: "next" }));
        }
      } catch (problem) {
        if (!(problem instanceof KhaldunError)) throw problem;
        yield { error: problem, name };
      }
    }
  }
  return {
    read,
    contents: async (answer, options) => {
      const { contents } = await ask(answer.url, { kind: "contents", answer, options });
      const { errors, ...found } = contents!;
      return { ...found, errors: errors.map((error) => errorOf(error) as KhaldunError) };
    },
    close: async () => {
      await last;
      await worker?.terminate();
    },
  };
}

function resultOf(sent: Sent<ReadResult>): ReadResult {
  if ("error" in sent) return { ...sent, error: errorOf(sent.error) as KhaldunError };
  if (!("report" in sent)) return sent;
  const { foreign, ...result } = sent;
  return foreign === undefined ? result : { ...result, foreign: errorOf(foreign) as KhaldunError };
}
