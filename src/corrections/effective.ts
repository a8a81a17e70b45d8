import type { Event } from "../record/event.ts";
import { corrected } from "./corrected.ts";
import { isReviewField, type ReviewField } from "./fields.ts";
import type { Review, ReviewState } from "./review.ts";
import { judgementOf } from "./standing.ts";

/** One field that people changed: what it was, what it is, and who did it when. */
export interface Change {
  readonly field: ReviewField;
  readonly was: unknown;
  readonly now: unknown;
  readonly reviewer: string;
  readonly at: string;
  readonly reason?: string;
  readonly adjudicated: boolean;
  /** Id of the review. */
  readonly review: number;
}

export interface Effective {
  /** The coding with the values that reviewers gave. What was coded stays in the record of the coding. */
  readonly event: Event;
  readonly state: ReviewState;
  readonly changes: readonly Change[];
  /** Who judged the event as a whole last, when, and why it was rejected. */
  readonly judged?: Pick<Review, "reviewer" | "at" | "reason">;
  readonly isAdjudicated: boolean;
}

/**
 * What an event is after its reviews. A field that was rejected without a value is emptied where a field can be empty;
 * a value that does not fit its field (written by another program) changes nothing.
 */
export function effectiveEvent(coded: Event, reviews: readonly Review[]): Effective {
  const { state, fields, whole, isAdjudicated } = judgementOf(reviews);
  const changes: Change[] = [];
  let event = coded;
  for (const [field, review] of fields) {
    if (!isReviewField(field) || review.verdict === "accept") continue;
    const value = review.verdict === "edit" ? review.value : EMPTY[field];
    const changed = corrected(event, field, value);
    if (changed === undefined) continue;
    changes.push(changeOf(field, coded, changed, review));
    event = changed;
  }
  return {
    event,
    state,
    changes,
    isAdjudicated,
    ...(whole === undefined ? {} : { judged: judgedBy(whole) }),
  };
}

const EMPTY: Readonly<Partial<Record<ReviewField, unknown>>> = {
  modes: [],
  contexts: [],
  actors: [],
  recipients: [],
  place: null,
  time: null,
  attributions: [],
  quantities: [],
};

function changeOf(field: ReviewField, coded: Event, changed: Event, review: Review): Change {
  return {
    field,
    was: coded[field],
    now: changed[field],
    reviewer: review.reviewer,
    at: review.at,
    ...(review.reason === undefined ? {} : { reason: review.reason }),
    adjudicated: review.adjudicates === true,
    review: review.id,
  };
}

function judgedBy({ reviewer, at, reason }: Review): NonNullable<Effective["judged"]> {
  return { reviewer, at, ...(reason === undefined ? {} : { reason }) };
}
