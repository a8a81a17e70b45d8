import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import type { Event } from "../../../src/record/event.ts";
import type { ReviewState, StoredEvent, WholeEvent } from "../../../src/store/types.ts";
import type { QueueOrder } from "../views/review/outbox.ts";
import { get } from "./client.ts";

/** What one reviewer made of an event. */
export interface Coding {
  readonly reviewer: string;
  readonly state: ReviewState;
  readonly event: Event;
  readonly changes: readonly { readonly field: string; readonly now: unknown; readonly reason?: string }[];
}

/** An event in the queue, and why it is there. A blind one hides what others decided. */
export interface QueueItem {
  readonly event: StoredEvent;
  readonly blind: boolean;
  readonly why?: {
    readonly confidence: number;
    readonly leastSure: readonly { readonly field: string; readonly confidence: number }[];
  };
  readonly codings?: readonly Coding[];
  readonly differences?: readonly { readonly name: string; readonly codes: unknown }[];
}

export interface QueuePage {
  readonly items: readonly QueueItem[];
  readonly next?: string;
  /** How many events the queue still holds. */
  readonly waiting: number;
}

/** The queue as it was when it was opened: it does not change under the reviewer's hands. */
export const queueQuery = (order: QueueOrder, reviewer: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ["queue", order, reviewer ?? ""],
    queryFn: ({ signal, pageParam }) =>
      get<QueuePage>("reviews/queue", {
        parameters: { order, reviewer, size: "20", after: pageParam },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });

export const eventQuery = (id: string) =>
  queryOptions({
    queryKey: ["events", id],
    queryFn: ({ signal }) => get<WholeEvent>(`events/${encodeURIComponent(id)}`, { signal }),
  });
