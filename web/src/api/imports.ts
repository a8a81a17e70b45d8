import { queryOptions } from "@tanstack/react-query";
import type { Failure, Paged, Run } from "../../../src/store/types.ts";
import { get, send, sendForm } from "./client.ts";

/** What an import says while it runs; the last one has `finished`. */
export interface ImportProgress {
  readonly run: number;
  readonly counts: Readonly<Record<string, number>>;
  readonly finished?: string;
}

export const importsQuery = queryOptions({
  queryKey: ["imports"],
  queryFn: ({ signal }) => get<Paged<Run>>("imports", { signal }),
});

export const failuresQuery = queryOptions({
  queryKey: ["failures"],
  queryFn: ({ signal }) => get<Paged<Failure>>("failures", { signal }),
});

interface Started {
  readonly run: number;
}

export function importFiles(files: readonly File[]): Promise<Started> {
  const form = new FormData();
  for (const file of files) form.append("files", file, file.name);
  return sendForm<Started>("imports", form);
}

export interface Pasted {
  readonly text: string;
  readonly title?: string;
  readonly outlet?: string;
  /** YYYY-MM-DD: what "on Monday" counts from. */
  readonly published?: string;
}

export const importText = (pasted: Pasted): Promise<Started> => send("POST", "imports", pasted);
export const importAddress = (url: string): Promise<Started> => send("POST", "imports", { url });
export const retryFailures = (failures: readonly number[]): Promise<Started> =>
  send("POST", "failures/retry", { failures });
