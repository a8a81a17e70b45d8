import { z } from "zod";
import { AROUND, readPassage, readPassageShape } from "../passage.ts";
import { tool } from "../tool.ts";

export const getPassage = tool({
  name: "get_passage",
  title: "The text around a span of a report",
  description:
    "What stands before and after a quote: to read it in its context, to quote the sentence, or to check that a report says so; 2,000 characters at most. Texts belong to their publishers; quote briefly.",
  input: {
    report: z.string().max(100).describe("`key` of a claim's report"),
    start: z.int().min(0),
    end: z.int().min(0),
    around: z.int().min(0).max(1000).optional().describe(`characters on either side, ${AROUND} if not given`),
  },
  output: readPassageShape,
  answer: async (store, { report, start, end, around = AROUND }) =>
    readPassage(store, report, { start, end }, around),
  quotes: ({ passage }) => [passage],
});
