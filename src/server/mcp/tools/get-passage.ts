import { z } from "zod";
import { fail } from "../../../text/errors.ts";
import { passageOf, passageSchema } from "../passage.ts";
import { tool } from "../tool.ts";

/** Longest passage: reports are others' texts, an answer quotes them and does not hand them on. */
const MOST = 2000;

export const getPassage = tool({
  name: "get_passage",
  title: "The text around a span of a report",
  description:
    "What stands before and after a quote: to read it in its context, or to check that a report says so. Texts belong to their publishers; quote briefly.",
  input: {
    report: z.string().max(100).describe("`report` of a receipt"),
    start: z.int().min(0),
    end: z.int().min(0),
    around: z.int().min(0).max(1000).optional().describe("characters on either side, 300 if not given"),
  },
  output: {
    passage: passageSchema,
    title: z.string().optional(),
    outlet: z.string().optional(),
    published: z.string().optional(),
    url: z.string().optional(),
  },
  answer: async (store, { report: key, start, end, around = 300 }) => {
    const found = await store.report(key);
    if (found === undefined) throw fail("K152", { kind: "report", name: key });
    const { text } = found.report;
    const last = Math.min(end, text.length, start + MOST);
    const span = { start: Math.min(start, text.length), end: Math.max(last, Math.min(start, text.length)) };
    const { title, outlet, published, url } = found;
    const header = Object.entries({ title, outlet, published, url }).filter(
      ([, value]) => value !== undefined,
    );
    return { passage: passageOf(key, text, span, around), ...Object.fromEntries(header) };
  },
});
