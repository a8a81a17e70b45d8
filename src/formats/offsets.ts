import type { CodedReport } from "../record/coded-report.ts";
import { type OffsetUnit, offsetMap } from "../text/offsets.ts";

/**
 * The record with its offsets in the unit asked for. Inside the system they are UTF-16; this is the border, and
 * every quote, wherever it stands, passes it once.
 */
export function withOffsets(coded: CodedReport, unit: OffsetUnit): CodedReport {
  if (coded.offsets === unit) return coded;
  const map = offsetMap(coded.report.text);
  const convert = unit === "code-points" ? map.toCodePoints : map.toUtf16;
  return { ...(convertAll(coded, convert) as CodedReport), offsets: unit };
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
