import { z } from "zod";
import { quotesOf } from "../../../record/quotes.ts";
import type { StoredEvent } from "../../../store/index.ts";
import { fail } from "../../../text/errors.ts";
import { asLeft } from "../../as-left.ts";
import { claimOf, claimSchema, receiptOf, receiptSchema } from "../../claim.ts";
import { passageOf, passageSchema } from "../passage.ts";
import { tool } from "../tool.ts";
import { NOTE } from "./search-events.ts";

/** Other reports' tellings that are listed with an event. */
const MOST_OTHERS = 50;

export const getEvent = tool({
  name: "get_event",
  title: "One event with its receipts",
  description:
    "One claim with the passage it stands in, every quote it rests on, why it was read so, how sure we are of each field, and what other reports say of the same happening.",
  input: { event: z.string().max(300).describe("`event` of a claim") },
  output: {
    claim: claimSchema,
    passage: passageSchema,
    receipts: z.array(receiptSchema).describe("every quote of the record, in reading order"),
    confidence: z
      .record(z.string(), z.number())
      .describe("0 to 1: that the field was read rightly, not that it is true"),
    because: z.array(z.string()),
    others: z.array(claimSchema).describe("the same happening in other reports"),
    moreOthers: z.boolean(),
    note: z.string(),
  },
  answer: async (store, { event: id }) => {
    const found = await store.event(id);
    if (found === undefined) throw fail("K509", { event: id });
    const { whole, report, happening } = found;
    const others =
      happening === undefined
        ? undefined
        : await store.events({ happenings: [happening] }, { size: MOST_OTHERS });
    const told = others?.items.filter((other) => other.id !== id) ?? [];
    const [left, ...rest] = await asLeft<StoredEvent>(store, [found, ...told]);
    const { event } = left!;
    const quotes = [...quotesOf(event)].sort((a, b) => a.start - b.start || b.end - a.end);
    const receipts = new Map(
      quotes.map((quote) => [`${quote.start}-${quote.end}`, receiptOf(report.key, quote)]),
    );
    return {
      claim: claimOf(left!),
      passage: passageOf(report.key, whole.text, event.trigger, 300),
      receipts: [...receipts.values()],
      confidence: { ...event.confidence },
      because: event.because.map(({ text }) => text),
      others: rest.map(claimOf),
      moreOthers: others?.next !== undefined,
      note: NOTE,
    };
  },
});
