import { infiniteQueryOptions } from "@tanstack/react-query";
import type { Paged, StoredEvent } from "../../../../src/store/types.ts";
import { get } from "../../api/client.ts";
import { scopeIn } from "../../parts/filter.ts";
import { first, type Search } from "../../search.ts";

/** Whose columns the table has: our own, or those of a format, filled by the same code that writes its file. */
export const PRESETS = ["khaldun", "polecat", "acled", "ucdp"] as const;
export type Preset = (typeof PRESETS)[number];

export interface Asked {
  readonly filter: Search;
  readonly order: string;
  readonly preset: Preset;
}

/** What the address asks of the table. */
export function askedIn(search: Search): Asked {
  return {
    filter: scopeIn(search),
    order: first(search.order) ?? "newest",
    preset: presetOf(first(search.columns)),
  };
}

export function presetOf(name: string | undefined): Preset {
  return PRESETS.find((one) => one === name) ?? "khaldun";
}

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

/** Events of a filter, a page at a time. */
export function pagesQuery({ filter, order, preset }: Asked) {
  return infiniteQueryOptions({
    queryKey: ["events", "pages", filter, order, preset],
    queryFn: ({ pageParam, signal }) =>
      readPage(preset, { ...filter, order, size: sizeOf(pageParam), after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
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
