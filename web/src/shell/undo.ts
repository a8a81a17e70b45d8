import { useSyncExternalStore } from "react";
import { nameLoggedIn } from "../api/session.ts";
import type { Doing } from "./doings.ts";

/** Something that was done and can be taken back. */
export type Step = Doing & {
  /** What was done, in the reader's language. */
  readonly words: string;
};
export interface Notice {
  readonly words: string;
  readonly undoable: boolean;
}

/** A reload keeps what can be taken back, as long as the tab is open; of two who share a browser each has a list. */
const placeOf = (): string => ["khaldun.undo", nameLoggedIn()].filter(Boolean).join(".");
const MOST = 50;

let notice: Notice | undefined;
const listeners = new Set<() => void>();

function show(next: Notice | undefined): void {
  notice = next;
  for (const listener of listeners) listener();
}

function steps(): readonly Step[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(placeOf()) ?? "[]");
    return Array.isArray(kept) ? kept : [];
  } catch {
    // A browser that keeps nothing, or something else under our name.
    return unkept;
  }
}

let unkept: readonly Step[] = [];

function keep(next: readonly Step[]): void {
  unkept = next.slice(-MOST);
  try {
    sessionStorage.setItem(placeOf(), JSON.stringify(unkept));
  } catch {
    // As above: the steps live as long as the page.
  }
}

/** Call after doing: it is said at the foot of the page, and the key for undo takes it back; the newest first. */
export function didUndoably(step: Step): void {
  keep([...steps(), step]);
  show({ words: step.words, undoable: true });
}

/** Says something that cannot be taken back. */
export function tell(words: string): void {
  show({ words, undoable: false });
}

/** Takes the newest step out of the list; undefined if there is none. */
export function newestStep(): Step | undefined {
  const all = steps();
  keep(all.slice(0, -1));
  return all.at(-1);
}

/** It could not be taken back: it can be tried again. */
export function putStepBack(step: Step): void {
  keep([...steps(), step]);
}

export function tellTakenBack(words: string): void {
  show({ words, undoable: steps().length > 0 });
}

export const dismissNotice = (): void => show(undefined);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useNotice = (): Notice | undefined => useSyncExternalStore(subscribe, () => notice);
