import { once } from "node:events";
import { SingleBar } from "cli-progress";
import type { ReadResult } from "../ingest/index.ts";
import { describe, fail, type KhaldunError } from "../text/errors.ts";

/** Counts what went well and what did not, shows it on stderr, and sets the exit code at the end. */
export interface Progress {
  readonly done: () => void;
  readonly failed: (name: string, error: KhaldunError) => void;
  readonly finish: () => void;
}

/** A bar on a terminal if the number of inputs is known to be worth one; a line every few seconds otherwise. */
export function startProgress(quiet: boolean, total: number): Progress {
  let done = 0;
  let failed = 0;
  let last = Date.now();
  const bar =
    !quiet && process.stderr.isTTY && total > 3
      ? new SingleBar({
          format: "{bar} {value}/{total} inputs, {duration_formatted}",
          stream: process.stderr,
          clearOnComplete: true,
        })
      : undefined;
  bar?.start(total, 0);
  const say = (): void => {
    bar?.update(Math.min(total, done + failed));
    if (bar !== undefined || quiet || Date.now() - last < 5000) return;
    last = Date.now();
    process.stderr.write(`${counted(done, "report")} done so far${failed > 0 ? `, ${failed} failed` : ""}\n`);
  };
  return {
    done: () => {
      done += 1;
      say();
    },
    failed: (name, error) => {
      failed += 1;
      process.stderr.write(`${name}: ${describe(error)}\n`);
      say();
    },
    finish: () => {
      bar?.stop();
      if (failed > 0) {
        process.exitCode = 1;
        if (!quiet) process.stderr.write(`${failed} of ${done + failed} inputs failed\n`);
      }
    },
  };
}

/** "1 report", "2 reports". */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** The reports of an input, with the bad ones told to the progress. */
export async function* good(
  results: AsyncIterable<ReadResult>,
  progress: Progress,
): AsyncIterable<Extract<ReadResult, { report: unknown }>> {
  for await (const result of results) {
    if ("error" in result) progress.failed(result.name, result.error);
    else if ("reference" in result)
      progress.failed(result.name, fail("K111", { file: result.name, url: result.reference.url }));
    else yield result;
  }
}

/** Writes to standard output and waits when the reader is slower than we are: memory stays constant. */
export async function write(text: string): Promise<void> {
  if (text !== "" && !process.stdout.write(text)) await once(process.stdout, "drain");
}

/** On Ctrl-C the line under way is finished and the run ends; a second one ends it at once. */
export function stopOnInterrupt(): () => boolean {
  let stopped = false;
  process.once("SIGINT", () => {
    stopped = true;
    process.exitCode = 130;
    // What waits for standard input would wait for ever.
    process.stdin.push(null);
  });
  return () => stopped;
}
