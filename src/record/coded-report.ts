import { z } from "zod";
import { OFFSET_UNITS } from "../text/offsets.ts";
import { quoteSchema } from "./cell.ts";
import { eventSchema } from "./event.ts";
import { reportSchema } from "./report.ts";

export const SCHEMA_VERSION = "khaldun-record/1";

export const noteSchema = z
  .object({
    code: z.string(),
    message: z.string(),
    quote: quoteSchema.optional(),
    cure: z.string().optional(),
  })
  .readonly();

/** Version of everything a coding depends on. The same input and versions give the same bytes. */
export const coderSchema = z
  .object({
    program: z.string(),
    model: z.string(),
    codebook: z.string(),
    gazetteer: z.string(),
    registry: z.string(),
    options: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).readonly(),
  })
  .readonly();
export type CoderVersion = z.infer<typeof coderSchema>;

/** What `khaldun code` gives for one report. */
export const codedReportSchema = z
  .object({
    schema: z.literal(SCHEMA_VERSION),
    id: z.string(),
    offsets: z.enum(OFFSET_UNITS),
    report: reportSchema,
    events: z.array(eventSchema).readonly(),
    notes: z.array(noteSchema).readonly(),
    coder: coderSchema,
  })
  .readonly();
export type CodedReport = z.infer<typeof codedReportSchema>;
