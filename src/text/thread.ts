import { Worker } from "node:worker_threads";
import { packageFile } from "./package-files.ts";

/**
 * Starts a thread. `from` is the `import.meta.url` of whoever starts it, `file` lies beside it. From source, as in the
 * tests, a thread has to learn TypeScript first; the built program starts its own file directly.
 */
export function startThread(from: string, file: string, built: string, workerData: unknown): Worker {
  if (!from.endsWith(".ts")) return new Worker(packageFile(built), { workerData });
  const source = JSON.stringify(new URL(file, from).href);
  const start = `import("tsx/esm/api").then(({ register }) => { register(); return import(${source}); });`;
  return new Worker(start, { eval: true, workerData });
}
