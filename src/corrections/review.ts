export const REVIEW_STATES = ["unreviewed", "accepted", "rejected", "edited"] as const;
/** What people made of an event; unreviewed is never shown as verified. */
export type ReviewState = (typeof REVIEW_STATES)[number];

export const VERDICTS = [
  "accept",
  "reject",
  "edit",
  "comment",
  "divide",
  "merge",
  "split",
  "join",
  "leave",
] as const;
/**
 * `divide` says that an event is two and is written by `divide` alone; `merge` and `split` speak of happenings and are written by `relink` alone; `join` and `leave` of reports and their
 * story, by `restory` alone.
 */
export type Verdict = (typeof VERDICTS)[number];

export const QUEUE_ORDERS = ["uncertain", "impact", "random", "second", "disagreement"] as const;
/** Most uncertain first; most impact first; a random audit; what another reviewer judged; where reviewers differ. */
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

export interface NewReview {
  /** Id of the event; for `join` and `leave` the key of the report. */
  readonly event: string;
  readonly verdict: Verdict;
  /** The field that is judged; the whole event if absent. */
  readonly field?: string | undefined;
  /** The corrected value, for `edit`; for a rejected duplicate, the id of the event that stays. */
  readonly value?: unknown;
  /** For a rejection a code of the closed list, else words. */
  readonly reason?: string | undefined;
  readonly reviewer: string;
  /** It settles what others said of the event, and wins over all of it; what they said stays. */
  readonly adjudicates?: boolean | undefined;
  /** The queue in which the reviewer met the event. */
  readonly queue?: QueueOrder | undefined;
}
export interface Review extends NewReview {
  readonly id: number;
  readonly at: string;
  /** Set on a review that takes another one back. */
  readonly undoes?: number;
  /** The run of links that a merge or split made. */
  readonly linkRun?: number;
}
