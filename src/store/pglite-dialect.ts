import { Worker } from "node:worker_threads";
import {
  CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from "kysely";
import { fail } from "../text/errors.ts";
import { packageFile } from "../text/package-files.ts";
import { keepLogShort } from "./log-length.ts";
import type { WorkerReply } from "./pglite-worker.ts";
import { ensureRoom, hasRoom } from "./room.ts";
import { SETTINGS } from "./values.ts";

/** An error of the database, with PostgreSQL's code for it. */
export class DatabaseError extends Error {
  readonly code: string | undefined;

  constructor(message: string, code?: string) {
    super(message);
    this.name = "DatabaseError";
    this.code = code;
  }
}

/** PGlite in a thread of its own, as a Kysely dialect. It has one connection: transactions wait for each other. */
export function pgliteDialect(thread: PgliteThread, folder: string): Dialect {
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driverOf(thread, folder),
    createIntrospector: (database) => new PostgresIntrospector(database),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function driverOf(thread: PgliteThread, folder: string): Driver {
  const connection: DatabaseConnection = {
    executeQuery: async <Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> => {
      await ensureRoom(folder, sql);
      const { rows, affected } = await thread.query(sql, parameters);
      return { rows: rows as Row[], numAffectedRows: BigInt(affected) };
    },
    streamQuery: () => {
      throw new Error("a stream is read page by page");
    },
  };
  let turn: Promise<unknown> = Promise.resolve();
  let pass: () => void = () => undefined;
  const run = async (words: string): Promise<void> => {
    await connection.executeQuery(CompiledQuery.raw(words));
  };
  return {
    init: async () => undefined,
    acquireConnection: async () => {
      const before = turn;
      let done: () => void = () => undefined;
      turn = new Promise<void>((resolve) => {
        done = resolve;
      });
      await before;
      pass = done;
      return connection;
    },
    beginTransaction: () => run("begin"),
    commitTransaction: async () => {
      await run("commit");
      if (await hasRoom(folder)) await keepLogShort((words) => thread.query(words, []));
    },
    rollbackTransaction: () => run("rollback"),
    releaseConnection: async () => pass(),
    destroy: () => thread.close(),
  };
}

export interface PgliteThread {
  readonly query: (
    sql: string,
    parameters: readonly unknown[],
  ) => Promise<{ readonly rows: readonly unknown[]; readonly affected: number }>;
  readonly close: () => Promise<void>;
}

interface Waiting {
  readonly resolve: (reply: { readonly rows: readonly unknown[]; readonly affected: number }) => void;
  readonly reject: (problem: unknown) => void;
}

/** Starts the thread and waits until the database is there. Throws K505 if it does not open. */
export async function startPglite(folder: string): Promise<PgliteThread> {
  const settings = Object.entries(SETTINGS).map(
    ([name, value]) => `select set_config('${name}', '${value}', false)`,
  );
  const worker = startWorker({ folder, settings });
  const waiting = new Map<number, Waiting>();
  let ended: unknown;
  let next = 0;
  const end = (problem: unknown): void => {
    ended = problem;
    for (const one of waiting.values()) one.reject(problem);
    waiting.clear();
  };
  worker.on("error", end);
  worker.on("exit", () => end(ended ?? new DatabaseError("the database's thread has ended")));
  await opened(worker, folder);
  worker.on("message", (reply: WorkerReply | "closed") => {
    if (reply === "closed") return;
    const one = waiting.get(reply.id);
    waiting.delete(reply.id);
    if ("rows" in reply) return one?.resolve(reply);
    const problem = new DatabaseError(reply.error.message, reply.error.code);
    // The thread ends itself; whoever asks it further hears why.
    if (reply.last) ended = problem;
    one?.reject(problem);
  });
  return {
    query: (sql, parameters) =>
      new Promise((resolve, reject) => {
        if (ended !== undefined) return reject(ended);
        next += 1;
        waiting.set(next, { resolve, reject });
        worker.postMessage({ id: next, sql, parameters });
      }),
    close: async () => {
      if (ended !== undefined) return;
      const closed = new Promise<void>((resolve) => {
        worker.on("message", (reply) => {
          if (reply === "closed") resolve();
        });
        worker.on("exit", () => resolve());
      });
      worker.postMessage("close");
      await closed;
      await worker.terminate();
    },
  };
}

function opened(worker: Worker, folder: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (reason: string): void => reject(fail("K505", { location: folder, reason }));
    worker.once("message", (word: "ready" | { readonly failed: string }) => {
      if (word === "ready") resolve();
      else {
        void worker.terminate();
        stop(word.failed);
      }
    });
    worker.once("error", (problem) => stop(problem instanceof Error ? problem.message : String(problem)));
    worker.once("exit", () => stop("the database's thread has ended"));
  });
}

/** From source, as in the tests, a thread has to learn TypeScript first; the built program starts its file directly. */
function startWorker(workerData: unknown): Worker {
  if (!import.meta.url.endsWith(".ts"))
    return new Worker(packageFile("dist/store/pglite-worker.mjs"), { workerData });
  const file = JSON.stringify(new URL("./pglite-worker.ts", import.meta.url).href);
  const start = `import("tsx/esm/api").then(({ register }) => { register(); return import(${file}); });`;
  return new Worker(start, { eval: true, workerData });
}
