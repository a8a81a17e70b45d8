import { useSyncExternalStore } from "react";
import { countItem, type Pace } from "./pace.ts";

const PLACE = "khaldun.pace";
const listeners = new Set<() => void>();
let current = read();
let since = performance.now();

function read(): Pace | undefined {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? "null") ?? undefined;
  } catch {
    // Nothing of ours: the count starts anew.
    return undefined;
  }
}

/** The reviewer's day, not that of the server. */
export function today(): string {
  return new Date().toLocaleDateString("sv");
}

/** An item came up. */
export function startItem(): void {
  since = performance.now();
}

/** An item was decided. */
export function endItem(): void {
  current = countItem(current, today(), performance.now() - since);
  localStorage.setItem(PLACE, JSON.stringify(current));
  for (const listener of listeners) listener();
}

export function usePace(): Pace | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
}
