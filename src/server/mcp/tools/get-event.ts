import { z } from "zod";
import { quotesOf } from "../../../record/quotes.ts";
import type { StoredEvent } from "../../../store/index.ts";
import { fail } from "../../../text/errors.ts";
import { asLeft } from "../../as-left.ts";
import { NOTE } from "../note.ts";
import { AROUND, passageOf, passageSchema } from "../passage.ts";
import { quoteOf, quoteSchema, toldClaims, toldOf, toldSchema } from "../told.ts";
import { tool } from "../tool.ts";

/** Other reports' tellings that are listed with an event. */
const MOST_OTHERS = 10;

const otherSchema = toldSchema.omit({
  actors: true,
  recipients: true,
  sources: true,
  figures: true,
  trigger: true,
  happening: true,
});

export const getEvent = tool({
  name: "get_event",
  title: "One event with its receipts",
  description:
    "One claim with the passage it stands in, every quote it rests on, why it was read so, how sure we are of each field, and what other reports say of the same happening.",
  input: { event: z.string().max(300).describe("`event` of a claim") },
  output: {
    claim: toldSchema,
    passage: passageSchema,
    receipts: z.array(quoteSchema).describe("every quote of the record, in reading order"),
    confidence: z
      .record(z.string(), z.number())
      .describe("0 to 1: that the field was read rightly, not that it is true"),
    because: z.array(z.string()),
    others: z.array(otherSchema).describe("the same happening in other reports, in short"),
    moreOthers: z.boolean().describe("search_events with `happenings` has all"),
    note: z.string(),
  },
  answer: async (store, { event: id }) => {
    const found = await store.event(id);
    if (found === undefined) throw fail("K509", { event: id });
    const { whole, report, happening } = found;
    // Two more: this event is among them, and whether there are others shows in the last.
    const all =
      happening === undefined
        ? []
        : (await store.events({ happenings: [happening] }, { size: MOST_OTHERS + 2 })).items;
    const others = all.filter((other) => other.id !== id);
    const [left, ...rest] = await asLeft<StoredEvent>(store, [found, ...others.slice(0, MOST_OTHERS)]);
    const { event } = left!;
    const quotes = [...quotesOf(event)].sort((a, b) => a.start - b.start || b.end - a.end);
    return {
      claim: toldOf(left!, whole),
      passage: passageOf(report.key, whole.text, event.trigger, AROUND),
      receipts: [...new Map(quotes.map((quote) => [`${quote.start}-${quote.end}`, quoteOf(quote)])).values()],
      confidence: { ...event.confidence },
      because: event.because.map(({ text }) => text),
      others: (await toldClaims(store, rest)).map((other) => otherSchema.parse(other)),
      moreOthers: others.length > MOST_OTHERS,
      note: NOTE,
    };
  },
  quotes: ({ claim, receipts }) => receipts.map((quote) => ({ ...quote, report: claim.report.key })),
});
