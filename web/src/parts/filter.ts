import type { EventFilter } from "../../../src/store/types.ts";
import { first, many, type Search } from "../search.ts";

/** Parameters of an address that narrow events; they are named as in the store and the API. */
export const FILTER_KEYS = [
  "types",
  "modes",
  "contexts",
  "from",
  "to",
  "countries",
  "admin1",
  "actors",
  "recipients",
  "sources",
  "outlets",
  "languages",
  "factuality",
  "phases",
  "voices",
  "confidence",
  "stories",
  "happenings",
  "reports",
  "text",
  "reviewed",
] as const satisfies readonly (keyof EventFilter)[];
export type FilterKey = (typeof FILTER_KEYS)[number];

/** The filter in the state of a view, without what is the view's own. */
export function filterIn(search: Search): Search {
  return Object.fromEntries(
    FILTER_KEYS.flatMap((key) => (many(search[key]).length === 0 ? [] : [[key, search[key]]])),
  );
}

/** The filter, and whether it looks at events as they were coded or as reviewers left them, which is the rule. */
export function scopeIn(search: Search): Search {
  return isAsCoded(search) ? { ...filterIn(search), values: "coded" } : filterIn(search);
}

export const isAsCoded = (search: Search): boolean => first(search.values) === "coded";

/** Every value of the filter by itself, as it can be taken away. */
export function filterValues(search: Search): readonly { readonly key: FilterKey; readonly value: string }[] {
  return FILTER_KEYS.flatMap((key) => many(search[key]).map((value) => ({ key, value })));
}
