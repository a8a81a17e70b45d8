import type { ReviewState } from "../../corrections/review.ts";
import type { CodedReport, CoderVersion } from "../../record/coded-report.ts";
import type { Event } from "../../record/event.ts";
import type { RecordLinks } from "../../record/links.ts";
import type { Report } from "../../record/report.ts";
import type { ReportHeader } from "./reports.ts";

/** One event as one report tells it: a claim. */
export interface StoredEvent {
  /** Unique in the store: key of the report, a dot, id of the event in its record. */
  readonly id: string;
  readonly event: Event;
  readonly report: ReportHeader;
  /** The happening that it tells of, once reports are linked. */
  readonly happening?: string;
  readonly review: ReviewState;
}

/** A record with the events that were asked for, and what links say of them. */
export interface StoredRecord {
  readonly coded: CodedReport;
  readonly links: RecordLinks;
}

/** A stored event with the whole report and what coded it: all that an export needs. */
export interface WholeEvent extends StoredEvent {
  readonly whole: Report;
  readonly coder: CoderVersion;
}

/** Whole events of one happening, as their reports were published. */
export interface HappeningEvents {
  readonly id: string;
  /** What was asked for, if that happening has been merged into this one. */
  readonly askedFor?: string;
  readonly events: readonly WholeEvent[];
  /** True if it has more than were asked for. */
  readonly more: boolean;
}
