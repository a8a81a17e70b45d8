import { z } from "zod";
import { asLeft } from "../../as-left.ts";
import { claimOf, claimSchema } from "../../claim.ts";
import { FILTER_JSON, filterOf } from "../../filter-json.ts";
import { tool } from "../tool.ts";

const MOST = 50;

export const searchEvents = tool({
  name: "search_events",
  title: "Search events",
  description:
    "Events as single reports tell them, newest first: who did what to whom, where, when, according to whom, with the words they rest on. Two reports of one happening are two claims; claims with the same happening belong together. `total` counts all, `next` goes on.",
  input: {
    ...FILTER_JSON,
    size: z.int().min(1).max(MOST).optional().describe("20 if not given"),
    after: z.string().max(500).optional().describe("`next` of the answer before"),
  },
  output: {
    total: z.int(),
    claims: z.array(claimSchema),
    next: z.string().optional(),
    note: z.string(),
  },
  answer: async (store, { size = 20, after, ...input }) => {
    const filter = filterOf(input);
    const page = await store.events(filter, { size, ...(after === undefined ? {} : { after }) });
    return {
      total: await store.count(filter),
      claims: (await asLeft(store, page.items)).map(claimOf),
      ...(page.next === undefined ? {} : { next: page.next }),
      note: NOTE,
    };
  },
});

/** Goes with every answer that holds claims: whoever passes them on needs it. */
export const NOTE =
  "Claims of reports, not verified facts: write reported, claimed or denied, name who says so, quote the receipt, and say unreviewed where it says so. Offsets count UTF-16 units of the report's text.";
