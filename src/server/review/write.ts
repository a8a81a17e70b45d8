import type { Event } from "../../record/event.ts";
import { checkReview, corrected, effectiveEvent, isReviewField, standing } from "../../review/index.ts";
import type { Divide, NewReview, Review, Store, WholeEvent } from "../../store/index.ts";
import { fail } from "../../text/errors.ts";
import { type ReviewerCoding, reviewerCodings } from "./queue.ts";

/**
 * The reviews as they may be written, each checked against its event as those before it leave it: a new type first, then
 * a mode of that type. Throws K509, K161 to K163.
 */
export async function checkedReviews(
  store: Store,
  reviews: readonly NewReview[],
): Promise<readonly NewReview[]> {
  const events = new Map<string, WholeEvent>();
  const states = new Map<string, Event>();
  for (const review of reviews) {
    const stored = events.get(review.event) ?? (await eventIn(store, review.event));
    events.set(review.event, stored);
    const event =
      states.get(review.event) ?? effectiveEvent(stored.event, await store.reviews(review.event)).event;
    checkReview(review, { report: stored.report.key, text: stored.whole.text, event });
    states.set(review.event, after(event, review));
  }
  return reviews;
}

/** Both parts of an event, checked as edits of it: the first as reviews left it, the second as it was coded. */
export async function checkDivision(
  store: Store,
  { event: id, first = [], second, reviewer }: Divide,
): Promise<void> {
  const edits = (list: Divide["second"]): readonly NewReview[] =>
    list.map((one) => ({ ...one, event: id, verdict: "edit", reviewer }));
  await checkedReviews(store, edits(first));
  const stored = await eventIn(store, id);
  let { event } = stored;
  for (const review of edits(second)) {
    checkReview(review, { report: stored.report.key, text: stored.whole.text, event });
    event = after(event, review);
  }
}

async function eventIn(store: Store, id: string): Promise<WholeEvent> {
  const stored = await store.event(id);
  if (stored === undefined) throw fail("K509", { event: id });
  return stored;
}

function after(event: Event, { verdict, field, value }: NewReview): Event {
  if (verdict !== "edit" || field === undefined || !isReviewField(field)) return event;
  return corrected(event, field, value) ?? event;
}

export interface EventReviews extends Omit<ReturnType<typeof effectiveEvent>, "judged"> {
  readonly reviews: readonly Review[];
  readonly codings: readonly ReviewerCoding[];
}

/** `blindFor` is a reviewer who must not see what others said as long as he has not judged the event himself. */
export async function reviewsOfEvent(store: Store, id: string, blindFor?: string): Promise<EventReviews> {
  const stored = await eventIn(store, id);
  const all = await store.reviews(id);
  const own = all.filter(({ reviewer }) => reviewer === blindFor);
  const reviews = blindFor !== undefined && standing(own).length === 0 ? own : all;
  const { event, state, changes, isAdjudicated } = effectiveEvent(stored.event, reviews);
  return {
    reviews,
    event,
    state,
    changes,
    isAdjudicated,
    codings: reviewerCodings(stored.event, reviews),
  };
}
