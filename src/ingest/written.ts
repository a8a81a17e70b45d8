import { z } from "zod";
import { type Report, reportSchema } from "../record/report.ts";
import { convertSpans, OFFSET_UNITS } from "../text/offsets.ts";
import type { Reference } from "./result.ts";

const referenceSchema = z.object({ reference: z.looseObject({ url: z.string() }) });
const unitSchema = z.object({ offsets: z.enum(OFFSET_UNITS) });

/** A line of `khaldun read` or `khaldun watch`: a report with its blocks, or the address of one. */
export type Written = { readonly report: Report } | { readonly reference: Reference };

/**
 * What was read once is not read again: date, blocks and header stand as they were found. Undefined for any other
 * line. Inside the system offsets are UTF-16; a report says in which unit it was written.
 */
export function writtenReport(value: unknown): Written | undefined {
  const reference = referenceSchema.safeParse(value);
  if (reference.success) return { reference: reference.data.reference as Reference };
  const unit = unitSchema.safeParse(value);
  if (!unit.success) return undefined;
  const parsed = reportSchema.safeParse(value);
  if (!parsed.success) return undefined;
  const { data } = parsed;
  return { report: unit.data.offsets === "utf-16" ? data : convertSpans(data, data.text, "utf-16") };
}
