import { z } from "zod";
import { type Layer, layer } from "../text/document.ts";
import { NOT_STATED, quoteSchema } from "./cell.ts";
import { timeSchema } from "./time.ts";

export const BLOCK_KINDS = [
  "headline",
  "body",
  "cross-heading",
  "caption",
  "teaser",
  "credit",
  "byline",
  "dateline",
  "promo",
  "other",
] as const;
export const blockKindSchema = z.enum(BLOCK_KINDS);
export type BlockKind = z.infer<typeof blockKindSchema>;

/** A labelled stretch of the report. Blocks label, they never delete. */
export const blockSchema = z
  .object({ kind: blockKindSchema, start: z.int().min(0), end: z.int().min(0), text: z.string() })
  .readonly();
export type Block = z.infer<typeof blockSchema>;

/** Blocks whose sentences are coded; captions are coded and marked as such. */
export const CODED_BLOCKS: ReadonlySet<BlockKind> = new Set(["headline", "body", "caption"]);

/** One report as read from its file: text, header and blocks. What a report says stays what it said. */
export const reportSchema = z
  .object({
    /** Hash of the text. */
    id: z.string(),
    /** The id that came with the input, if any. */
    externalId: z.string().optional(),
    text: z.string(),
    title: z.string().optional(),
    url: z.string().optional(),
    language: z.string(),
    /** Who published it. */
    outlet: z.string().optional(),
    /** Whose report it is: the credit line, or the wire in the dateline. */
    originator: z.string().optional(),
    credit: quoteSchema.optional(),
    byline: quoteSchema.optional(),
    dateline: quoteSchema.optional(),
    published: timeSchema,
    /** Where the publication date comes from: `option`, `json-ld`, `meta`, `microdata`, `time-element`, `url`, `visible-text`, `input`. */
    publishedEvidence: z.string().optional(),
    retrieved: z.string().optional(),
    blocks: z.array(blockSchema).readonly(),
  })
  .readonly();
export type Report = z.infer<typeof reportSchema>;

/** The report that a document was made of: every annotator may read its header and blocks. */
export const REPORT: Layer<Report> = layer("report");

/** The publication day as ISO date, or undefined if unknown. */
export function publishedDay(report: Pick<Report, "published">): string | undefined {
  return report.published.status === "known" ? report.published.from.slice(0, 10) : undefined;
}

/** The publication date as it was given from outside: a day, or unknown. */
export function publishedOn(day: string | undefined): Report["published"] {
  if (day === undefined) return NOT_STATED;
  return {
    status: "known",
    basis: "assigned",
    quotes: [],
    confidence: 1,
    from: day,
    to: day,
    precision: "day",
    approximate: false,
    anchor: "explicit",
  };
}
