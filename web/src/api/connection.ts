import { useSyncExternalStore } from "react";
import type { ProblemDocument } from "./problem.ts";

/** Whether the desk's server answers, and whether the store behind it is open. */
export type Connection =
  | { readonly is: "there" }
  /** It does not answer at all, since this moment. */
  | { readonly is: "away"; readonly since: number }
  /** It answers, but its store is not open: the problem says why. */
  | { readonly is: "closed"; readonly problem: ProblemDocument };

/** The store is being opened, is of another schema, locked, out of reach, broken off, without room. */
const CLOSED: ReadonlySet<string> = new Set(["K171", "K172", "K502", "K503", "K504", "K505", "K510"]);
const THERE: Connection = { is: "there" };

let connection: Connection = THERE;
const listeners = new Set<() => void>();

function change(next: Connection): void {
  if (next.is === connection.is && (next.is !== "closed" || isSame(next, connection))) return;
  connection = next;
  for (const listener of listeners) listener();
}

function isSame(one: Connection, other: Connection): boolean {
  return one.is === "closed" && other.is === "closed" && one.problem.detail === other.problem.detail;
}

/** Hears of every answer, and of every request that had none. */
export function heardNothing(): void {
  change({ is: "away", since: Date.now() });
}
export function heardProblem(problem: ProblemDocument): void {
  change(problem.code !== undefined && CLOSED.has(problem.code) ? { is: "closed", problem } : THERE);
}
export const heardAnswer = (): void => change(THERE);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useConnection = (): Connection => useSyncExternalStore(subscribe, () => connection);
