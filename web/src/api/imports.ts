import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Failure, Paged } from "../../../src/store/types.ts";
import { get, send, sendForm } from "./client.ts";

/** How far an import is. Single items that fail are counted; `failed` is the whole of it. */
export interface ImportProgress {
  readonly run: number;
  readonly phase: "waiting" | "reading" | "linking" | "done" | "failed" | "stopped";
  readonly inputs: readonly string[];
  readonly counts: {
    readonly stored: number;
    readonly coded: number;
    readonly events: number;
    /** Were there before, coded by this coder. */
    readonly already: number;
    readonly failed: number;
    readonly solved: number;
  };
  /** Milliseconds since it began to read. */
  readonly elapsed?: number;
  readonly error?: { readonly code?: string; readonly message: string; readonly cure?: string };
}

export const isOver = ({ phase }: ImportProgress): boolean =>
  phase === "done" || phase === "failed" || phase === "stopped";

/** While an import waits for its turn. */
const LOOK_AGAIN_MS = 2000;

/** The newest first. */
export const importsQuery = infiniteQueryOptions({
  queryKey: ["imports"],
  queryFn: ({ pageParam, signal }) =>
    get<Paged<ImportProgress>>("imports", { parameters: { size: "20", after: pageParam }, signal }),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next }) => next,
  // Whose turn it is nobody tells: the streams are of one import each.
  refetchInterval: ({ state }) => {
    const isWaiting = state.data?.pages.some(({ items }) => items.some(({ phase }) => phase === "waiting"));
    return isWaiting === true && LOOK_AGAIN_MS;
  },
});

export const failuresQuery = queryOptions({
  queryKey: ["failures"],
  queryFn: ({ signal }) => get<Paged<Failure>>("failures", { signal }),
});

export function importFiles(files: readonly File[]): Promise<ImportProgress> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  return sendForm<ImportProgress>("imports", form);
}

export interface Pasted {
  readonly text: string;
  readonly title?: string;
  readonly outlet?: string;
  /** YYYY-MM-DD: what "on Monday" counts from. */
  readonly published?: string;
}

export const importText = (pasted: Pasted): Promise<ImportProgress> => send("POST", "imports", pasted);
export const importAddress = (url: string): Promise<ImportProgress> => send("POST", "imports", { url });
export const retryFailures = (failures: readonly number[]): Promise<ImportProgress> =>
  send("POST", "failures/retry", { failures });
export const stopImport = (run: number): Promise<ImportProgress> => send("POST", `imports/${run}/stop`);
export const againImport = (run: number): Promise<ImportProgress> => send("POST", `imports/${run}/retry`);
