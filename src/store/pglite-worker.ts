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
  | { readonly id: number; readonly error: { readonly message: string; readonly code?: string } };

/** The database of a folder. A query stops the thread that it runs in, so that it has one of its own. */
const { folder, settings } = workerData as { folder: string; settings: readonly string[] };
const port = parentPort!;

try {
  const database = await PGlite.create({ dataDir: folder, extensions: { pg_trgm }, parsers: PARSERS });
  for (const setting of settings) await database.exec(setting);
  port.on("message", (question: WorkerQuestion | "close") => {
    if (question === "close") void database.close().then(() => port.postMessage("closed"));
    else void answer(database, question).then((reply) => port.postMessage(reply));
  });
  port.postMessage("ready");
} catch (problem) {
  port.postMessage({ failed: problem instanceof Error ? problem.message : String(problem) });
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
    return { id, error: code === undefined ? { message } : { message, code } };
  }
}
