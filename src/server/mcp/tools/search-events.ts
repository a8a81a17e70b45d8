import { z } from "zod";
import { asLeft } from "../../as-left.ts";
import { FILTER_JSON } from "../../filter-json.ts";
import { askedFilter } from "../filter.ts";
import { hintFor } from "../hint.ts";
import { NOTE } from "../note.ts";
import { toldClaims, toldSchema } from "../told.ts";
import { tool } from "../tool.ts";

const MOST = 50;

export const searchEvents = tool({
  name: "search_events",
  title: "Search events",
  description:
    "Events as single reports tell them, newest first: who did what to whom, where, when, according to whom, with the sentence that tells it. Two reports of one happening are two claims; claims with the same happening belong together. Who is accused: types ACCUSE, `recipients` the accused. `total` counts all, `next` goes on.",
  input: {
    ...FILTER_JSON,
    size: z.int().min(1).max(MOST).optional().describe("20 if not given"),
    after: z.string().max(500).optional().describe("`next` of the answer before, with the same filter"),
  },
  output: {
    total: z.int(),
    claims: z.array(toldSchema),
    next: z.string().optional(),
    hint: z.string().optional(),
    note: z.string(),
  },
  answer: async (store, { size = 20, after, ...input }) => {
    const filter = askedFilter(input);
    const page = await store.events(filter, { size, ...(after === undefined ? {} : { after }) });
    const total = await store.count(filter);
    return {
      total,
      claims: [...(await toldClaims(store, await asLeft(store, page.items)))],
      ...(page.next === undefined ? {} : { next: page.next }),
      ...(total === 0 ? { hint: await hintFor(store, filter) } : {}),
      note: NOTE,
    };
  },
});
