import type { CodedReport } from "../record/coded-report.ts";
import type { Report } from "../record/report.ts";
import { convertSpans, type OffsetUnit } from "../text/offsets.ts";

/**
 * The record with its offsets in the unit asked for. Inside the system they are UTF-16; this is the border, and
 * every quote, wherever it stands, passes it once.
 */
export function withOffsets(coded: CodedReport, unit: OffsetUnit): CodedReport {
  if (coded.offsets === unit) return coded;
  return { ...convertSpans(coded, coded.report.text, unit), offsets: unit };
}

/** A report fresh from its reader, which counts in UTF-16, with its unit said. */
export function reportWithOffsets(
  report: Report,
  unit: OffsetUnit,
): Report & { readonly offsets: OffsetUnit } {
  return { ...(unit === "utf-16" ? report : convertSpans(report, report.text, unit)), offsets: unit };
}
