import { QueryClient, queryOptions } from "@tanstack/react-query";
import type { Paged, ReportHeader, StoredEvent, StoredReport } from "../../../src/store/types.ts";
import type { Search } from "../search.ts";
import { get } from "./client.ts";
import { problemOf } from "./problem.ts";

export function createQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        // What the server refused it will refuse again; a server that does not answer may come back.
        retry: (failed, error) => problemOf(error) === undefined && failed < 2,
      },
    },
  });
}

/** A report with the events that were read in it. */
export interface CodedStoredReport extends StoredReport {
  readonly events: readonly StoredEvent[];
}

export const reportQuery = (key: string) =>
  queryOptions({
    queryKey: ["reports", key],
    queryFn: ({ signal }) => get<CodedStoredReport>(`reports/${encodeURIComponent(key)}`, { signal }),
  });

export const versionsQuery = (key: string) =>
  queryOptions({
    queryKey: ["reports", key, "versions"],
    queryFn: ({ signal }) =>
      get<Paged<ReportHeader>>(`reports/${encodeURIComponent(key)}/versions`, { signal }),
  });

export const eventsQuery = (parameters: Search) =>
  queryOptions({
    queryKey: ["events", parameters],
    queryFn: ({ signal }) => get<Paged<StoredEvent>>("events", { parameters, signal }),
  });
