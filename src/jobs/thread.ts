import { setTimeout } from "node:timers/promises";
import type { Worker } from "node:worker_threads";
import { asError, type CodeResult, type Coder } from "../coder/coder.ts";
import type { CodedReport, CoderVersion } from "../record/coded-report.ts";
import type { Report } from "../record/report.ts";
import type { Prepared, Unprepared } from "../store/index.ts";
import { fail, KhaldunError } from "../text/errors.ts";
import { startThread } from "../text/thread.ts";
import { errorOf, type Told } from "./told.ts";

/** A coder in a thread of its own, so that whoever serves people meanwhile keeps answering. */
export interface CodingThread {
  readonly coder: Pick<Coder, "version" | "codeAll">;
  /** Reads a report for linking. */
  readonly prepare: (one: Unprepared) => Promise<Prepared | KhaldunError>;
  /** Nothing more is read or coded: whoever goes on starts another. */
  readonly hasEnded: () => boolean;
  readonly close: () => Promise<void>;
}

type Ask =
  | { readonly kind: "version" }
  | { readonly kind: "code"; readonly report: Report }
  | { readonly kind: "prepare"; readonly one: Unprepared }
  /** Gives the models back and ends the thread; what was asked before is answered first. */
  | { readonly kind: "end" };
export interface ThreadQuestion {
  readonly id: number;
  readonly ask: Ask;
}
export interface ThreadAnswer {
  readonly id: number;
  readonly value?: unknown;
  readonly error?: Told;
}

/** Reports that are under way at a time. */
const UNDER_WAY = 4;

/** Throws what keeps the coder from starting. A thread that dies fails what is under way; what is asked later throws K173. */
export async function startCodingThread(): Promise<CodingThread> {
  const worker = startThread(import.meta.url, "./thread-worker.ts", "dist/jobs/thread-worker.mjs", undefined);
  const { ask, hasEnded } = asker(worker);
  const code = (report: Report): Promise<CodeResult> =>
    (ask({ kind: "code", report }) as Promise<CodedReport>).catch((problem) => ofReport(report, problem));
  async function* codeAll(reports: AsyncIterable<Report> | Iterable<Report>): AsyncIterable<CodeResult> {
    const pending: Promise<CodeResult>[] = [];
    for await (const report of reports) {
      const coded = code(report);
      // The first that throws ends the loop: the others are then awaited by nobody.
      coded.catch(() => undefined);
      pending.push(coded);
      if (pending.length >= UNDER_WAY) yield await pending.shift()!;
    }
    while (pending.length > 0) yield await pending.shift()!;
  }
  const close = (): Promise<void> => end(worker, ask);
  try {
    const version = (await ask({ kind: "version" })) as CoderVersion;
    const prepare = (one: Unprepared): Promise<Prepared | KhaldunError> =>
      (ask({ kind: "prepare", one }) as Promise<Prepared>).catch((problem) => ofReport(one.report, problem));
    return { coder: { version, codeAll }, prepare, hasEnded, close };
  } catch (problem) {
    const isDown = hasEnded();
    await close();
    throw isDown ? fail("K173", { reason: (problem as Error).message }, problem) : problem;
  }
}

/** The report's own error, or the thread's, which is thrown: no report after it is at fault. */
function ofReport(report: Report, problem: unknown): KhaldunError {
  if (problem instanceof KhaldunError && problem.code === "K173") throw problem;
  return asError(report, problem);
}

/** How long the thread may take over what is under way. */
const LAST_WORDS_MS = 20_000;

/** A thread that is killed inside the native runtime may take the whole program with it: it is asked to end by itself. */
async function end(worker: Worker, ask: (ask: Ask) => Promise<unknown>): Promise<void> {
  const exit = new Promise<void>((resolve) => worker.once("exit", () => resolve()));
  const isPatient = new AbortController();
  const ended = ask({ kind: "end" }).then(
    () => exit,
    () => undefined,
  );
  await Promise.race([ended, setTimeout(LAST_WORDS_MS, undefined, isPatient).catch(() => undefined)]);
  isPatient.abort();
  await worker.terminate();
}

function asker(worker: Worker): {
  readonly ask: (ask: Ask) => Promise<unknown>;
  readonly hasEnded: () => boolean;
} {
  interface Open {
    readonly resolve: (value: unknown) => void;
    readonly reject: (problem: Error) => void;
  }
  const open = new Map<number, Open>();
  let asked = 0;
  let dead: Error | undefined;
  const die = (problem: Error): void => {
    dead ??= problem;
    for (const { reject } of open.values()) reject(dead);
    open.clear();
  };
  worker.on("message", ({ id, value, error }: ThreadAnswer) => {
    const waiting = open.get(id);
    open.delete(id);
    if (error === undefined) waiting?.resolve(value);
    else waiting?.reject(errorOf(error));
  });
  worker.on("error", die);
  worker.on("exit", () => die(new Error("the coding thread has ended")));
  const ask = (ask: Ask): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (dead !== undefined) return reject(fail("K173", { reason: dead.message }, dead));
      asked += 1;
      open.set(asked, { resolve, reject });
      worker.postMessage({ id: asked, ask } satisfies ThreadQuestion);
    });
  return { ask, hasEnded: () => dead !== undefined };
}
