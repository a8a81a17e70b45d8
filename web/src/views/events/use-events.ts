import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Facets } from "../../../../src/store/types.ts";
import { get } from "../../api/client.ts";
import type { Search } from "../../search.ts";
import { type Asked, pagesQuery } from "./asked.ts";

/** Events of a filter, read on as far as the table is scrolled. */
export function useEvents(asked: Asked) {
  return useInfiniteQuery({ ...pagesQuery(asked), placeholderData: keepPreviousData });
}

/** What is counted is asked for once the rows are there: counting takes longer, and would take the store from them. */
interface Afterwards {
  readonly enabled?: boolean;
}

export function useCount(filter: Search, { enabled = true }: Afterwards = {}) {
  return useQuery({
    enabled,
    queryKey: ["events", "count", filter],
    queryFn: ({ signal }) => get<{ readonly events: number }>("events/count", { parameters: filter, signal }),
    placeholderData: keepPreviousData,
  });
}

export function useFacets(filter: Search, { enabled = true }: Afterwards = {}) {
  return useQuery({
    enabled,
    queryKey: ["facets", filter],
    queryFn: ({ signal }) => get<Facets>("facets", { parameters: filter, signal }),
    placeholderData: keepPreviousData,
  });
}
