import { type Draft, readDraft } from "./draft.ts";

const PLACE = "khaldun.brief";
const listeners = new Set<(draft: Draft) => void>();

/** The draft as this browser keeps it. */
export const keptDraft = (): Draft => readDraft(localStorage.getItem(PLACE));

/** Keeps a draft; a brief that is open shows it. */
export function keepDraft(draft: Draft): void {
  localStorage.setItem(PLACE, JSON.stringify(draft));
  for (const listener of listeners) listener(draft);
}

export function whenDraftIsKept(listener: (draft: Draft) => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
