import { z } from "zod";
import type { StoredEvent } from "../../store/index.ts";
import { claimOf, claimSchema, type Receipt } from "../claim.ts";

/** Words of the report that the claim is of: the report is named once. */
export const quoteSchema = z.object({ text: z.string(), start: z.int(), end: z.int() });

const { actors, sources, figures, trigger: _trigger, recipients: _recipients, ...same } = claimSchema.shape;
const party = actors.element.omit({ words: true, receipt: true }).extend(quoteSchema.shape);

/** A claim as an assistant gets it: the same with every quote written once. */
export const toldSchema = z.object({
  ...same,
  actors: z.array(party),
  recipients: z.array(party),
  sources: z.array(sources.element.omit({ words: true, receipt: true }).extend(quoteSchema.shape)),
  figures: z.array(figures.element.omit({ receipt: true }).extend(quoteSchema.shape)),
  trigger: quoteSchema.describe("the words that tell it; get_passage reads around them"),
});

export function toldOf(stored: StoredEvent): z.infer<typeof toldSchema> {
  const { actors, recipients, sources, figures, trigger, ...claim } = claimOf(stored);
  return {
    ...claim,
    actors: actors.map(compact),
    recipients: recipients.map(compact),
    sources: sources.map(compact),
    figures: figures.map(compact),
    trigger: quoteOf(trigger),
  };
}

function compact<Part extends { readonly receipt: Receipt; readonly words?: string }>({
  receipt,
  words: _words,
  ...rest
}: Part) {
  return { ...rest, ...quoteOf(receipt) };
}

export function quoteOf({ text, start, end }: Pick<Receipt, "text" | "start" | "end">) {
  return { text, start, end };
}
