import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Facets, Paged, StoredEvent } from "../../../../src/store/types.ts";
import { get } from "../../api/client.ts";
import type { Search } from "../../search.ts";

const PAGE = 200;

/** Events of a filter, read on as far as the table is scrolled. */
export function useEvents(filter: Search, order: string) {
  return useInfiniteQuery({
    queryKey: ["events", "pages", filter, order],
    queryFn: ({ pageParam, signal }) =>
      get<Paged<StoredEvent>>("events", {
        parameters: { ...filter, order, size: String(PAGE), after: pageParam },
        signal,
      }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

export function useCount(filter: Search) {
  return useQuery({
    queryKey: ["events", "count", filter],
    queryFn: ({ signal }) => get<{ readonly events: number }>("events/count", { parameters: filter, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useFacets(filter: Search) {
  return useQuery({
    queryKey: ["facets", filter],
    queryFn: ({ signal }) => get<Facets>("facets", { parameters: filter, signal }),
    placeholderData: keepPreviousData,
  });
}
