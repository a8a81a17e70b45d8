import { z } from "zod";
import type { Report } from "../../record/report.ts";
import type { Store, StoredEvent } from "../../store/index.ts";
import { claimOf, claimSchema, type Receipt } from "../claim.ts";
import { sentenceAround } from "./sentence.ts";

/** Words of the report that the claim is of: the report is named once. */
export const quoteSchema = z.object({ text: z.string(), start: z.number(), end: z.number() });

const { actors, sources, figures, trigger: _trigger, recipients: _recipients, ...same } = claimSchema.shape;
const quoted = { words: true, receipt: true } as const;
const partySchema = actors.element.omit(quoted).extend(quoteSchema.shape);

/** A claim as an assistant gets it: every quote written once, and the sentence that tells it. */
export const toldSchema = z.object({
  ...same,
  actors: z.array(partySchema),
  recipients: z.array(partySchema),
  sources: z.array(sources.element.omit(quoted).extend(quoteSchema.shape)),
  figures: z.array(figures.element.omit({ receipt: true }).extend(quoteSchema.shape)),
  trigger: quoteSchema.describe("the words that state it"),
  sentence: quoteSchema.describe("in which they stand; get_passage reads on"),
});
export type ToldClaim = z.infer<typeof toldSchema>;

/** The claims of a page. The texts of their reports are asked for once each. */
export async function toldClaims(
  store: Pick<Store, "report">,
  items: readonly StoredEvent[],
): Promise<readonly ToldClaim[]> {
  const keys = [...new Set(items.map(({ report }) => report.key))];
  const reports = new Map(
    await Promise.all(keys.map(async (key) => [key, await store.report(key)] as const)),
  );
  return items.map((item) => toldOf(item, reports.get(item.report.key)!.report));
}

export function toldOf(stored: StoredEvent, report: Report): ToldClaim {
  const { actors, recipients, sources, figures, trigger, ...claim } = claimOf(stored);
  return {
    ...claim,
    actors: actors.map(compact),
    recipients: recipients.map(compact),
    sources: sources.map(compact),
    figures: figures.map(compact),
    trigger: quoteOf(trigger),
    sentence: sentenceAround(report, trigger),
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
