import type { CodedReport } from "../record/coded-report.ts";
import type { Event } from "../record/event.ts";
import type { Happening } from "../record/happening.ts";
import type { RecordLinks } from "../record/links.ts";

/**
 * What an export writes: one event of one report, or, where reports are linked, one happening with the values that a
 * rule chose and its first report. All formats take rows, wherever they come from: coded reports, links or a store.
 */
export interface ExportRow {
  readonly event: Event;
  readonly coded: CodedReport;
  readonly happening?: Happening;
  /** What links say of the report and, without a rule that makes one row of several, of the event. */
  readonly links?: RowLinks;
  /** Of a happening: every report's coding of it, the first one included. */
  readonly members?: readonly ReportEvent[];
}

export interface RowLinks {
  readonly story?: string;
  readonly copyOf?: string;
  readonly happening?: string;
}

/** One event as one report tells it: what quotes and offsets belong to. */
export interface ReportEvent {
  readonly event: Event;
  readonly coded: CodedReport;
}

export const membersOf = (row: ExportRow): readonly ReportEvent[] => row.members ?? [row];

export function rowsOf(coded: CodedReport, links?: RecordLinks): readonly ExportRow[] {
  if (links === undefined) return coded.events.map((event) => ({ event, coded }));
  const { happenings, ...ofReport } = links;
  return coded.events.map((event) => {
    const happening = happenings.get(event.id);
    return { event, coded, links: { ...ofReport, ...(happening === undefined ? {} : { happening }) } };
  });
}
