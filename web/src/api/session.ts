import { queryOptions } from "@tanstack/react-query";
import { useSyncExternalStore } from "react";
import { get, send } from "./client.ts";
import { problemOf } from "./problem.ts";

/** Who is asking, what they may do, and the token that goes with forms. */
export interface Session {
  /** One must log in to go on. */
  readonly login: boolean;
  readonly who?: { readonly name: string; readonly role: string; readonly by: "local" | "session" | "token" };
  readonly mayDo: readonly string[];
  readonly formToken?: string;
}

export const sessionNow = (): Promise<Session> => get<Session>("session");

export const sessionQuery = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => get<Session>("session", { signal }),
  staleTime: 300_000,
});

const UNKNOWN = 401;
let isUnknown = false;
const listeners = new Set<() => void>();

function set(unknown: boolean): void {
  isUnknown = unknown;
  for (const listener of listeners) listener();
}

/** Hears of every answer that failed: one that asks who we are brings the log-in. On one's own machine none does. */
export function heedAnswer(error: unknown): void {
  if (problemOf(error)?.status === UNKNOWN) set(true);
}

/** Throws the server's problem if name and password do not belong together. */
export async function logIn(name: string, password: string): Promise<void> {
  await send("POST", "session", { name, password });
  set(false);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** True once the server has refused an answer to somebody unknown. */
export const useIsUnknown = (): boolean => useSyncExternalStore(subscribe, () => isUnknown);
