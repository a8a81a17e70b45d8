import { parentPort, workerData } from "node:worker_threads";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { PARSERS } from "./values.ts";

/** What the program asks of the thread, and what it hears back. */
export interface WorkerQuestion {
  readonly id: number;
  readonly sql: string;
  readonly parameters: readonly unknown[];
}
export type WorkerReply =
  | { readonly id: number; readonly rows: readonly unknown[]; readonly affected: number }
  | {
      readonly id: number;
      readonly error: { readonly message: string; readonly code?: string };
      /** The thread ends with this answer. */
      readonly last: boolean;
    };

/**
 * Disk full, disk broken. PGlite goes on after them where a server would end and start anew, and the next statement, if
 * only a rollback, may wait for ever for its log to be written.
 */
const BROKEN: ReadonlySet<string> = new Set(["53100", "58030"]);

/** The database of a folder. A query stops the thread that it runs in, so that it has one of its own. */
const { folder, settings } = workerData as { folder: string; settings: readonly string[] };
const port = parentPort!;

try {
  const database = await PGlite.create({ dataDir: folder, extensions: { pg_trgm }, parsers: PARSERS });
  for (const setting of settings) await database.exec(setting);
  port.on("message", (question: WorkerQuestion | "close") => {
    if (question === "close") void database.close().then(() => port.postMessage("closed"));
    else void answer(database, question).then((reply) => tell(reply));
  });
  port.postMessage("ready");
} catch (problem) {
  port.postMessage({ failed: problem instanceof Error ? problem.message : String(problem) });
}

function tell(reply: WorkerReply): void {
  port.postMessage(reply);
  // What is not written down yet is no more: the next start goes on from the log, as after a kill.
  if ("error" in reply && reply.last) setTimeout(() => process.exit(1), 0);
}

async function answer(database: PGlite, { id, sql, parameters }: WorkerQuestion): Promise<WorkerReply> {
  try {
    if (parameters.length === 0 && sql.includes(";")) {
      await database.exec(sql);
      return { id, rows: [], affected: 0 };
    }
    const { rows, affectedRows } = await database.query(sql, parameters as unknown[]);
    return { id, rows, affected: affectedRows ?? 0 };
  } catch (problem) {
    const { message, code } = problem as { message: string; code?: string };
    return { id, error: code === undefined ? { message } : { message, code }, last: BROKEN.has(code ?? "") };
  }
}
