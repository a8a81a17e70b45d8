import type { QueueItem } from "../../api/reviews.ts";
import type { Verdict } from "./outbox.ts";

/** What the reviewer did to an event since the queue was opened, in order; the newest is the last. */
export interface QueueState {
  readonly at: number;
  /** Events that undo brought back from before the queue was opened: they come first. */
  readonly recalled: readonly QueueItem[];
  readonly done: Readonly<Record<string, readonly Verdict[]>>;
}

export const OPENED: QueueState = { at: 0, recalled: [], done: {} };

export type QueueAction =
  | { readonly kind: "decided"; readonly verdict: Verdict; readonly goOn: boolean }
  | { readonly kind: "moved"; readonly by: 1 | -1; readonly length: number }
  | { readonly kind: "taken-back"; readonly event: string; readonly at: number }
  | { readonly kind: "recalled"; readonly item: QueueItem };

export function queueStep(state: QueueState, action: QueueAction): QueueState {
  switch (action.kind) {
    case "decided": {
      const { event } = action.verdict;
      const done = { ...state.done, [event]: [...(state.done[event] ?? []), action.verdict] };
      return { ...state, done, at: action.goOn ? state.at + 1 : state.at };
    }
    case "moved":
      return { ...state, at: Math.min(Math.max(state.at + action.by, 0), action.length) };
    case "taken-back": {
      const left = (state.done[action.event] ?? []).slice(0, -1);
      const { [action.event]: _, ...others } = state.done;
      return {
        ...state,
        at: action.at,
        done: left.length === 0 ? others : { ...others, [action.event]: left },
      };
    }
    case "recalled":
      return { ...state, at: 0, recalled: [action.item, ...state.recalled] };
  }
}

/** What was corrected on an event in this sitting: the newest value of each field. */
export function correctionsOf(verdicts: readonly Verdict[]): ReadonlyMap<string, unknown> {
  return new Map(
    verdicts.flatMap(({ verdict, field, value }) =>
      verdict === "edit" && field !== undefined ? [[field, value] as const] : [],
    ),
  );
}
