import { z } from "zod";
import { type Cell, cellSchema, quoteSchema } from "./cell.ts";

export const PRECISIONS = [
  "minute",
  "hour",
  "part-of-day",
  "day",
  "week",
  "month",
  "season",
  "year",
  "decade",
] as const;
export const precisionSchema = z.enum(PRECISIONS);
export type Precision = z.infer<typeof precisionSchema>;

export const ANCHORS = ["published", "dateline", "mentioned-date", "event", "explicit"] as const;
/** What a time counts from: the publication date, the dateline, a date mentioned before, another event, or nothing (explicit). */
export const anchorSchema = z.enum(ANCHORS);
export type Anchor = z.infer<typeof anchorSchema>;

export const timeShape = {
  /** ISO date, or date and time with zone if stated; inclusive. */
  from: z.string(),
  to: z.string(),
  precision: precisionSchema,
  approximate: z.boolean(),
  anchor: anchorSchema,
  anchorQuote: quoteSchema.optional(),
};
export type TimeValue = z.infer<z.ZodObject<typeof timeShape>>;
export const timeSchema: z.ZodType<Cell<TimeValue>> = cellSchema(timeShape);
export type Time = Cell<TimeValue>;
