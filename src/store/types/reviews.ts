import type { QueueOrder, Review } from "../../corrections/review.ts";
import type { CodedReport } from "../../record/coded-report.ts";
import type { EventFilter, Page } from "./filter.ts";

export interface QueueQuestion {
  readonly order: QueueOrder;
  readonly reviewer: string;
  readonly filter?: EventFilter;
  /** For the random and the second coder's queue: the same seed gives the same sample. */
  readonly seed?: string;
  /** For the second coder: the share of judged events that is coded twice, 0 to 1. */
  readonly share?: number;
  readonly page?: Omit<Page, "order">;
}

/** A report with an event that somebody judged: its whole current coding, and every review of its events. */
export interface ReviewedReport {
  readonly key: string;
  readonly coded: CodedReport;
  readonly reviews: readonly Review[];
}

/** One coded event that is two in the report. */
export interface Divide {
  /** Id of the event, which stays as the first of the two. */
  readonly event: string;
  /** Values that the first one gets, and those by which the second differs from what was coded. */
  readonly first?: readonly FieldValue[] | undefined;
  readonly second: readonly FieldValue[];
  readonly reviewer: string;
  readonly reason: string;
}

export interface FieldValue {
  readonly field: string;
  readonly value: unknown;
}
