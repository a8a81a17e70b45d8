import type { CodedReport } from "../record/coded-report.ts";
import type { Event } from "../record/event.ts";
import type { Happening } from "../record/happening.ts";

/**
 * What an export writes: one event of one report, or, where reports are linked, one happening with the values that a
 * rule chose and its first report. All formats take rows, wherever they come from: coded reports, links or a store.
 */
export interface ExportRow {
  readonly event: Event;
  readonly coded: CodedReport;
  readonly happening?: Happening;
  /** Of a happening: every report's coding of it, the first one included. */
  readonly members?: readonly ReportEvent[];
}

/** One event as one report tells it: what quotes and offsets belong to. */
export interface ReportEvent {
  readonly event: Event;
  readonly coded: CodedReport;
}

export const membersOf = (row: ExportRow): readonly ReportEvent[] => row.members ?? [row];

export function rowsOf(coded: CodedReport): readonly ExportRow[] {
  return coded.events.map((event) => ({ event, coded }));
}
