import { appendFile, readFile, rename, writeFile } from "node:fs/promises";
import { z } from "zod";
import { fail } from "../../text/errors.ts";

/** What is known of one address: the last line about it counts. */
const entrySchema = z
  .object({
    url: z.string(),
    /** When it was last asked for, ISO. */
    when: z.string(),
    status: z.number().optional(),
    etag: z.string().optional(),
    lastModified: z.string().optional(),
    /** Of the bytes of the last whole answer. */
    sha256: z.string().optional(),
    /** The change that a sitemap told of when it was last read. */
    modified: z.string().optional(),
    /** What went wrong last time, how often in a row, and when it is tried again; without a time, never. */
    error: z.string().optional(),
    tries: z.number().optional(),
    retryAt: z.string().optional(),
  })
  .readonly();
export type StateEntry = z.infer<typeof entrySchema>;

export interface WatchState {
  readonly get: (url: string) => StateEntry | undefined;
  /** Written before it returns: what is killed later has lost nothing. */
  readonly put: (entry: StateEntry) => Promise<void>;
}

/** A state in memory that begins with what is known; `changed` are the addresses that were asked for since. */
export interface MemoryState extends WatchState {
  readonly changed: () => readonly StateEntry[];
}

export function memoryState(known: readonly unknown[] = []): MemoryState {
  const entries = new Map(known.map((entry) => entrySchema.parse(entry)).map((entry) => [entry.url, entry]));
  const changed = new Set<string>();
  return {
    get: (url) => entries.get(url),
    put: async (entry) => {
      entries.set(entry.url, entry);
      changed.add(entry.url);
    },
    changed: () => [...changed].map((url) => entries.get(url)!),
  };
}

/**
 * A state in a file of JSON lines to which every answer is added; a line that was cut off by a kill is dropped. Read
 * once, and written anew without what is out of date. Throws K136 if it cannot be used.
 */
export async function fileState(file: string): Promise<WatchState> {
  const entries = new Map<string, StateEntry>();
  try {
    const lines = (await readFile(file, "utf8").catch(missing)).split("\n");
    lines.forEach((line, index) => {
      const entry = parsed(line, index === lines.length - 1);
      if (entry !== undefined) entries.set(entry.url, entry);
    });
    await writeFile(`${file}.new`, [...entries.values()].map(lineOf).join(""));
    await rename(`${file}.new`, file);
  } catch (problem) {
    throw fail(
      "K136",
      { file, reason: problem instanceof Error ? problem.message : String(problem) },
      problem,
    );
  }
  return {
    get: (url) => entries.get(url),
    put: async (entry) => {
      entries.set(entry.url, entry);
      await appendFile(file, lineOf(entry));
    },
  };
}

function missing(problem: NodeJS.ErrnoException): string {
  if (problem.code === "ENOENT") return "";
  throw problem;
}

function parsed(line: string, isLast: boolean): StateEntry | undefined {
  if (line.trim() === "") return undefined;
  try {
    return entrySchema.parse(JSON.parse(line));
  } catch (problem) {
    if (isLast) return undefined;
    throw new Error("it is no state of khaldun watch", { cause: problem });
  }
}

function lineOf(entry: StateEntry): string {
  return `${JSON.stringify(entry)}\n`;
}
