import { queryOptions } from "@tanstack/react-query";
import type { EventFilter } from "../../../src/store/types.ts";
import { FILTER_KEYS, filterIn } from "../parts/filter.ts";
import { first, many, parseSearch, type Search, writeSearch } from "../search.ts";
import { get, send } from "./client.ts";

/** A view of events that was saved for everybody of the desk: a filter under a name, and how it is shown. */
export interface SavedSearch {
  readonly id: string;
  readonly name: string;
  readonly owner: string;
  readonly filter: EventFilter;
  /** Query of what is no filter: columns, order. */
  readonly view?: string;
}

export const searchesQuery = queryOptions({
  queryKey: ["searches"],
  queryFn: ({ signal }) => get<{ readonly items: readonly SavedSearch[] }>("searches", { signal }),
});

export const saveSearch = (name: string, search: Search): Promise<SavedSearch> =>
  send("POST", "searches", { name, ...partsOf(search) });
export const removeSearch = (id: string): Promise<void> =>
  send("DELETE", `searches/${encodeURIComponent(id)}`);
/** Puts one back that was removed; it gets another id. */
export const restoreSearch = ({ name, filter, view }: SavedSearch): Promise<SavedSearch> =>
  send("POST", "searches", { name, filter, ...(view === undefined ? {} : { view }) });

/** Fields of the filter that hold one value; all others are lists. */
const SINGLE: ReadonlySet<string> = new Set(["text", "from", "to"]);

/** The state of a view as a filter and what else its address says. */
export function partsOf(search: Search): { readonly filter: EventFilter; readonly view?: string } {
  const filter = Object.fromEntries(
    Object.keys(filterIn(search)).map((key) => [key, jsonOf(key, search[key])]),
  );
  const rest = Object.fromEntries(
    Object.entries(search).filter(([key]) => !FILTER_KEYS.some((one) => one === key)),
  );
  const view = writeSearch(rest).slice(1);
  return { filter: filter as EventFilter, ...(view === "" ? {} : { view }) };
}

function jsonOf(key: string, value: Search[string]): unknown {
  if (key === "confidence") return Number(first(value));
  return SINGLE.has(key) ? first(value) : many(value);
}

/** The address's state again, always in the same order: what is the same view has the same address. */
export function stateOf({ filter, view = "" }: Pick<SavedSearch, "filter" | "view">): Search {
  const state = FILTER_KEYS.flatMap((key) => {
    const value = filter[key];
    if (value === undefined) return [];
    return [[key, Array.isArray(value) && value.length > 1 ? value.map(String) : String(value)] as const];
  });
  return { ...Object.fromEntries(state), ...parseSearch(view) };
}
