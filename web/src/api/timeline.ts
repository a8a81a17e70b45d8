import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Bucket, Paged, StoredEvent, Timeline } from "../../../src/store/types.ts";
import type { Search } from "../search.ts";
import { get } from "./client.ts";

export const timelineQuery = (filter: Search, bucket: Bucket) =>
  queryOptions({
    queryKey: ["timeline", filter, bucket],
    queryFn: ({ signal }) => get<Timeline>("timeline", { parameters: { ...filter, bucket }, signal }),
    placeholderData: keepPreviousData,
  });

/** Events a page at a time, from the first day on. */
export const eventPagesQuery = (filter: Search, size: number) =>
  infiniteQueryOptions({
    queryKey: ["events", "pages", filter, size],
    queryFn: ({ signal, pageParam }) =>
      get<Paged<StoredEvent>>("events", {
        parameters: { ...filter, order: "oldest", size: String(size), after: pageParam },
        signal,
      }),
    initialPageParam: "",
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
