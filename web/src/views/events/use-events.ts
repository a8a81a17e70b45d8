import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { Facets, Paged, StoredEvent } from "../../../../src/store/types.ts";
import { get } from "../../api/client.ts";
import type { Search } from "../../search.ts";
import type { Preset } from "./presets.ts";

/** Rows of the first page: more than a tall screen shows, so that what is in sight does not wait for what is not. */
const FIRST_PAGE = 60;
const PAGE = 200;

/** A page of the table: events alone, or with the cells that a file of a format would hold. */
export interface EventPage {
  readonly items: readonly StoredEvent[];
  readonly next?: string;
  readonly format?: Pick<FormatPage, "columns" | "items">;
}

interface FormatPage extends Paged<FormatRow> {
  readonly columns: readonly { readonly name: string; readonly meaning: string; readonly filled: string }[];
}
export interface FormatRow {
  readonly stored: StoredEvent;
  readonly cells: readonly (string | number | boolean | null)[];
  /** Why a file of the format would leave the row out. */
  readonly withheld?: string;
}

/** Events of a filter, read on as far as the table is scrolled. */
export function useEvents(filter: Search, order: string, preset: Preset) {
  return useInfiniteQuery({
    queryKey: ["events", "pages", filter, order, preset],
    queryFn: ({ pageParam, signal }) =>
      readPage(preset, { ...filter, order, size: sizeOf(pageParam), after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
}

function sizeOf(after: string | undefined): string {
  return String(after === undefined ? FIRST_PAGE : PAGE);
}

async function readPage(preset: Preset, parameters: Search, signal: AbortSignal): Promise<EventPage> {
  if (preset === "khaldun") return get<Paged<StoredEvent>>("events", { parameters, signal });
  const { columns, items, next } = await get<FormatPage>(`tables/${preset}`, { parameters, signal });
  return {
    items: items.map(({ stored }) => stored),
    ...(next === undefined ? {} : { next }),
    format: { columns, items },
  };
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
