import { z } from "zod";
import { STANCES } from "../../../record/attribution.ts";
import type { Page } from "../../../store/index.ts";
import { FILTER_JSON } from "../../filter-json.ts";
import { askedFilter } from "../filter.ts";
import { tool } from "../tool.ts";

const LISTS = ["sources", "outlets", "originators"] as const;
const MOST = 100;

const counted = {
  claims: z.int().describe("times that a report cites them for an event"),
  reports: z.int().describe("copies of one text included"),
};
const party = { country: z.string().optional(), sector: z.string().optional() };

export const listSources = tool({
  name: "list_sources",
  title: "Who says so",
  description:
    "Of the claims that a filter leaves: who says so inside the reports, by name, who is cited most first, with how often each asserts, denies, doubts …; or the outlets that published the reports, or the originators whose texts they are. Sources without a name are only counted, by country and sector: those of two reports are never known to be the same.",
  input: {
    ...FILTER_JSON,
    list: z.enum(LISTS).optional().describe("sources if not given"),
    size: z.int().min(1).max(MOST).optional().describe("20 if not given"),
    after: z.string().max(8000).optional().describe("`next` of the answer before, with the same filter"),
  },
  output: {
    sources: z
      .array(
        z.object({
          id: z.string().describe("for `sources`, `actors` and `recipients` of search_events"),
          name: z.string().optional(),
          ...party,
          ...counted,
          stances: z.partialRecord(z.enum(STANCES), z.int()),
        }),
      )
      .optional(),
    unnamed: z
      .array(z.object({ ...party, ...counted }))
      .optional()
      .describe("with the first page of sources"),
    moreUnnamed: z.boolean().optional(),
    outlets: z
      .array(
        z.object({
          name: z.string().optional().describe("for `outlets` of search_events; absent where no report says"),
          reports: z.int().describe("that tell these claims"),
          copies: z.int().describe("of these, repeat another report of the store"),
          events: z.int(),
          from: z.string().optional().describe("first day of publication"),
          to: z.string().optional(),
        }),
      )
      .optional()
      .describe("outlets, or originators; who publishes is no source of what is told"),
    next: z.string().optional(),
  },
  answer: async (store, { list = "sources", size = 20, after, ...input }) => {
    const filter = askedFilter(input);
    const page: Page = { size, ...(after === undefined ? {} : { after }) };
    if (list !== "sources") {
      const { items, ...rest } = await store.outletsOf(
        list === "outlets" ? "outlet" : "originator",
        filter,
        page,
      );
      return { outlets: [...items], ...rest };
    }
    const { items, ...rest } = await store.sources(filter, page);
    const ids = items.map(({ id }) => id);
    const stances = await store.stancesOf(filter, ids);
    const unnamed = after === undefined ? await store.unnamedSources(filter, { size: MOST }) : undefined;
    return {
      sources: items.map(({ actorId: _same, ...one }) => ({ ...one, stances: { ...stances.get(one.id) } })),
      ...(unnamed === undefined
        ? {}
        : { unnamed: [...unnamed.items], moreUnnamed: unnamed.next !== undefined }),
      ...rest,
    };
  },
});
