import { useSyncExternalStore } from "react";

/** Something that was done and can be taken back. */
export interface Undoable {
  /** What was done, in the reader's language. */
  readonly words: string;
  /** False: it could not be taken back, and said so itself. */
  readonly undo: () => unknown;
}
export interface Notice {
  readonly words: string;
  readonly undoable: boolean;
}

let done: readonly Undoable[] = [];
let notice: Notice | undefined;
const listeners = new Set<() => void>();

function show(next: Notice | undefined): void {
  notice = next;
  for (const listener of listeners) listener();
}

/** Call after doing: it is said at the foot of the page, and the key for undo takes it back; the newest first. */
export function didUndoably(step: Undoable): void {
  done = [...done, step];
  show({ words: step.words, undoable: true });
}

/** Says something that cannot be taken back. */
export function tell(words: string): void {
  show({ words, undoable: false });
}

/** Takes the newest step back; false if there is none. */
export async function undoNewest(said: (step: Undoable) => string): Promise<boolean> {
  const step = done.at(-1);
  if (step === undefined) return false;
  done = done.slice(0, -1);
  if ((await step.undo()) === false) return true;
  show({ words: said(step), undoable: done.length > 0 });
  return true;
}

export const dismissNotice = (): void => show(undefined);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useNotice = (): Notice | undefined => useSyncExternalStore(subscribe, () => notice);
