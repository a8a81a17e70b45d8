import { z } from "@hono/zod-openapi";
import { EVENT_TYPES } from "../ontology/plover/codes.ts";
import { FACTUALITY_VALUES } from "../record/attribution.ts";
import { PHASES } from "../record/event.ts";
import { type EventFilter, ORDERS, type Page, REVIEW_STATES, VOICES } from "../store/index.ts";
import { day, instant, listOf, number, whole, words } from "./parameters.ts";

const PARTY = "a country (COD), a sector (MIL), both (COD MIL), an id of the registry, or a name";

/** The filter of the store as query parameters: every name narrows, the values of one name are alternatives. */
export const FILTER_SHAPE = {
  types: listOf(EVENT_TYPES, "PLOVER types"),
  modes: words("PLOVER modes"),
  contexts: words("PLOVER contexts"),
  from: day("first day, inclusive; undated events are then left out"),
  to: day("last day, inclusive; undated events are then left out"),
  countries: words("of the event's place, ISO alpha-3"),
  admin1: words("first-level unit of the event's place"),
  actors: words(PARTY),
  recipients: words(PARTY),
  sources: words(`who says so inside the report: ${PARTY}`),
  outlets: words("who published the report"),
  languages: words("of the report, as ISO 639-1"),
  factuality: listOf(FACTUALITY_VALUES, "in the report's own voice, as FactBank has it"),
  phases: listOf(PHASES, "past, under way, to come, or only supposed"),
  voices: listOf(VOICES, "asserted by the outlet, said by one party only, denied by somebody"),
  confidence: number(0, 1, "least confidence that the event was read rightly"),
  stories: words("ids of stories"),
  happenings: words("ids of happenings: one event across reports"),
  reports: words("keys of reports"),
  text: z
    .string()
    .max(1000)
    .optional()
    .openapi({ description: 'words of the report: "exact phrase", -without, or' }),
  reviewed: listOf(REVIEW_STATES, "what people made of the event"),
  as_of: instant().openapi({
    description:
      "an instant as 2026-05-06T12:00:00Z: codings and reviews as they stood. Events, the other fields of the filter and counts have the values that reviewers had given by then, and the state of review of then. Links are left out: neither stories nor happenings can be asked for",
  }),
};

/** Of a list that has one order only. */
export const CURSOR_SHAPE = {
  size: whole(1, 1000, "items of a page, 50 if not given"),
  // A cursor may hold a name, however long.
  after: z.string().max(8000).optional().openapi({ description: "`next` of the page before" }),
};

export const PAGE_SHAPE = {
  ...CURSOR_SHAPE,
  order: z.enum(ORDERS).optional().openapi({ description: "by the first day of the event, or as stored" }),
};

export const FILTER_NAMES = Object.keys(FILTER_SHAPE) as readonly (keyof typeof FILTER_SHAPE)[];
export type FilterQuery = Partial<Record<keyof typeof FILTER_SHAPE | keyof typeof PAGE_SHAPE, unknown>>;

export function filterOf(query: FilterQuery): EventFilter {
  const { as_of: asOf, ...filter } = picked(query, FILTER_NAMES) as EventFilter & { readonly as_of?: string };
  return asOf === undefined ? filter : { ...filter, asOf };
}

export function pageOf(query: FilterQuery): Page {
  return picked(query, ["size", "after", "order"]) as Page;
}

function picked(query: FilterQuery, names: readonly (keyof FilterQuery)[]): unknown {
  return Object.fromEntries(
    names.flatMap((name) => (query[name] === undefined ? [] : [[name, query[name]]])),
  );
}
