import type { IntakeCounts, LinkResult } from "../../jobs/index.ts";
import type { ErrorCode } from "../../text/errors.ts";

/** What is to be read: files on this machine, addresses, or both. */
export interface ImportWish {
  readonly files: readonly string[];
  readonly addresses: readonly string[];
  /** Day of publication for all of them, if they do not say it. */
  readonly published?: string;
  /** Taken for English without guessing. */
  readonly anyLanguage?: boolean;
  /** The feed whose round this is: what it named before is not fetched again. */
  readonly feed?: number;
}

export const IMPORT_PHASES = ["waiting", "reading", "linking", "done", "failed", "stopped"] as const;

/** How far an import is. `failed` is the whole of it; single items that fail are counted, and the rest goes on. */
export interface ImportProgress {
  readonly run: number;
  readonly phase: (typeof IMPORT_PHASES)[number];
  readonly inputs: readonly string[];
  readonly counts: IntakeCounts;
  /** Milliseconds since it began to read. */
  readonly elapsed?: number;
  readonly linked?: LinkResult;
  readonly error?: { readonly code?: ErrorCode; readonly message: string; readonly cure?: string };
}

export interface Imports {
  /** Puts an import in line and says its run. Throws K149 if too many wait. */
  readonly add: (wish: ImportWish) => Promise<ImportProgress>;
  /** Reads again what a run that failed or was broken off was to read; undefined if no such run is left. What it stored is known. */
  readonly again: (run: number) => Promise<ImportProgress | undefined>;
  /** Of this process; undefined for runs of others. */
  readonly progress: (run: number) => ImportProgress | undefined;
  /** Every change until it is over. */
  readonly follow: (run: number, signal: AbortSignal) => AsyncIterable<ImportProgress>;
  /** What is under way is ended and written; what was broken off is given up. */
  readonly stop: (run: number) => Promise<void>;
  /** Keeps a file that somebody sent until it has been read well, and gives its place. */
  readonly keep: (name: string, content: Uint8Array) => Promise<string>;
  /** Takes away what was kept and came to no import. */
  readonly drop: (paths: readonly string[]) => Promise<void>;
  /** The name that a person gave the file, for one that is kept; also in the words of an error. */
  readonly shown: (words: string) => string;
  readonly close: () => Promise<void>;
}

export const isOver = ({ phase }: ImportProgress): boolean =>
  phase === "done" || phase === "failed" || phase === "stopped";

export const NOTHING: IntakeCounts = {
  stored: 0,
  coded: 0,
  events: 0,
  already: 0,
  notCoded: 0,
  failed: 0,
  solved: 0,
};
