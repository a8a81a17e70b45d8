import type { CodedReport } from "../record/coded-report.ts";
import type { Report } from "../record/report.ts";
import { type OffsetUnit, offsetMap } from "../text/offsets.ts";

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

/** Every `start` and `end` at any depth, from the other unit to the one asked for. */
export function convertSpans<Value>(value: Value, text: string, unit: OffsetUnit): Value {
  const map = offsetMap(text);
  return convertAll(value, unit === "code-points" ? map.toCodePoints : map.toUtf16) as Value;
}

function convertAll(value: unknown, convert: (offset: number) => number): unknown {
  if (Array.isArray(value)) return value.map((one) => convertAll(one, convert));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) =>
    (key === "start" || key === "end") && typeof one === "number"
      ? [key, convert(one)]
      : [key, convertAll(one, convert)],
  );
  return Object.fromEntries(entries);
}
