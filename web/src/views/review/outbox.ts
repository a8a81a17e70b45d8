import type { QueueOrder } from "../../../../src/store/types.ts";
import type { ProblemDocument } from "../../api/problem.ts";

export type { QueueOrder } from "../../../../src/store/types.ts";

/** What a reviewer decided; the server knows who it is. */
export interface Verdict {
  readonly event: string;
  readonly verdict: "accept" | "reject" | "edit" | "comment" | "merge" | "split" | "divide";
  readonly field?: string;
  readonly value?: unknown;
  readonly reason?: string;
  /** For a merge: the happening that the event tells. */
  readonly to?: string;
  /** For an event that is two: what either of them holds instead of what was coded. */
  readonly first?: readonly { readonly field: string; readonly value: unknown }[];
  readonly second?: readonly { readonly field: string; readonly value: unknown }[];
  readonly queue?: QueueOrder;
}

/** Settles what two coders said: one coding is taken as it stands, or neither and what holds instead. */
export interface Settlement {
  readonly event: string;
  readonly take?: string;
  readonly verdicts?: readonly Omit<Verdict, "event" | "queue">[];
}

/** What is decided of an event where its codings differ counts before them: it is no third coding. */
export function decisionOn(verdict: Verdict, queue: QueueOrder, key: string): Decision {
  const { event, ...bare } = verdict;
  return queue === "disagreement" && ["accept", "reject", "edit"].includes(verdict.verdict)
    ? { key, kind: "settle", event, verdicts: [bare] }
    : { key, kind: "review", review: { ...verdict, queue } };
}

/** A decision on its way. It stays here until the server says that it has it. */
export type Decision =
  | { readonly key: string; readonly kind: "review"; readonly review: Verdict }
  | ({ readonly key: string; readonly kind: "settle" } & Settlement)
  | { readonly key: string; readonly kind: "undo" };

type Told = Pick<ProblemDocument, "detail" | "code">;

/** What the server will not take, with its reason: shown to the reviewer, never dropped in silence. */
export interface Refused {
  readonly decision: Decision;
  readonly why: string;
  readonly code?: string;
}

export interface Outbox {
  /** The oldest first: the order in which they are sent. */
  readonly waiting: readonly Decision[];
  /** Key of the decision that was handed to the network and not answered yet. */
  readonly sending?: string | undefined;
  readonly refused: readonly Refused[];
}

export const EMPTY_OUTBOX: Outbox = { waiting: [], refused: [] };

export function decide(box: Outbox, decision: Decision): Outbox {
  return { ...box, waiting: [...box.waiting, decision] };
}

/**
 * Takes the newest decision back. One that never left is simply taken out; for one that the server has, or may have, an
 * undo is sent after it. `taken` is what was taken out here.
 */
export function takeBack(box: Outbox, key: string): { readonly box: Outbox; readonly taken?: Decision } {
  const newest = box.waiting.at(-1);
  if (newest !== undefined && newest.kind !== "undo" && newest.key !== box.sending)
    return { box: { ...box, waiting: box.waiting.slice(0, -1) }, taken: newest };
  return { box: decide(box, { key, kind: "undo" }) };
}

/** The next decision to send; undefined if there is none or one is on its way. */
export function nextToSend({ waiting, sending }: Outbox): Decision | undefined {
  return sending === undefined ? waiting[0] : undefined;
}

export function handOver(box: Outbox, key: string): Outbox {
  return { ...box, sending: key };
}

/** The server has it. */
export function acknowledge(box: Outbox, key: string): Outbox {
  return { ...box, sending: undefined, waiting: box.waiting.filter((one) => one.key !== key) };
}

/** No answer: it waits for the next try. The server may have it all the same, and tells by its key. */
export function comeBack(box: Outbox): Outbox {
  return { ...box, sending: undefined };
}

/** The server has read it and will not take it. */
export function refuse(box: Outbox, key: string, { detail, code }: Told): Outbox {
  const decision = box.waiting.find((one) => one.key === key);
  const left = acknowledge(box, key);
  return decision === undefined
    ? left
    : {
        ...left,
        refused: [...left.refused, { decision, why: detail, ...(code === undefined ? {} : { code }) }],
      };
}

export function forgetRefused(box: Outbox): Outbox {
  return { ...box, refused: [] };
}

/** Milliseconds until the next try: one second, doubled each time, at most half a minute. */
export function pauseBefore(attempt: number): number {
  return Math.min(30_000, 1000 * 2 ** Math.max(0, attempt - 1));
}

/** What was kept when the page was closed. Whatever was on its way then is sent again. */
export function readOutbox(kept: string | null): Outbox {
  if (kept === null) return EMPTY_OUTBOX;
  try {
    const found = JSON.parse(kept) as Partial<Outbox> | null;
    if (!Array.isArray(found?.waiting) || !Array.isArray(found.refused)) return EMPTY_OUTBOX;
    return { waiting: found.waiting, refused: found.refused };
  } catch {
    // Something else under our name: nothing of ours can be in it.
    return EMPTY_OUTBOX;
  }
}
