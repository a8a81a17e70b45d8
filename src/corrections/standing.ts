import type { Review, ReviewState } from "./review.ts";

/** Reviews that still stand and judge: not taken back, no comment, no merge or split. The oldest first. */
export function standing(reviews: readonly Review[]): readonly Review[] {
  const undone = new Set(reviews.flatMap(({ undoes }) => undoes ?? []));
  return reviews
    .filter(({ id, verdict, undoes }) => undoes === undefined && !undone.has(id) && JUDGING.has(verdict))
    .sort((a, b) => a.id - b.id);
}

/** What says what an event is; the others are comments, or speak of links. */
export const JUDGING: ReadonlySet<Review["verdict"]> = new Set(["accept", "reject", "edit"]);

/** What standing reviews come to. */
export interface Judgement {
  readonly state: ReviewState;
  /** The newest review of each field that was judged on its own. */
  readonly fields: ReadonlyMap<string, Review>;
  /** The newest review of the event as a whole, if it counts: a rejection, or an acceptance. */
  readonly whole?: Review;
  readonly isAdjudicated: boolean;
}

/**
 * The newest review of a field, and of the whole, holds. Where somebody adjudicated, only that counts: it settles what
 * others said, before and after; what they said stays. The store's function `review_state` says the same in SQL.
 */
export function judgementOf(reviews: readonly Review[]): Judgement {
  const all = standing(reviews);
  const adjudications = all.filter(({ adjudicates }) => adjudicates === true);
  const counted = adjudications.length > 0 ? adjudications : all;
  const whole = counted.findLast(({ field }) => field === undefined);
  const fields = new Map(
    counted.flatMap((review) => (review.field === undefined ? [] : [[review.field, review] as const])),
  );
  return {
    state: stateOf(whole, [...fields.values()]),
    fields,
    ...(whole === undefined ? {} : { whole }),
    isAdjudicated: adjudications.length > 0,
  };
}

/** To accept one field is not to accept the event. A value that is given after a rejection takes the rejection back. */
function stateOf(whole: Review | undefined, fields: readonly Review[]): ReviewState {
  const changed = fields.filter(({ verdict }) => verdict !== "accept");
  const isCorrectedSince = changed.some(({ id, verdict }) => verdict === "edit" && id > (whole?.id ?? 0));
  if (whole?.verdict === "reject" && !isCorrectedSince) return "rejected";
  if (changed.length > 0 || whole?.verdict === "edit") return "edited";
  return whole?.verdict === "accept" ? "accepted" : "unreviewed";
}

/** The reviews by reviewer; those that adjudicate are nobody's coding and are left out. */
export function codingsOf(reviews: readonly Review[]): ReadonlyMap<string, readonly Review[]> {
  const codings = new Map<string, Review[]>();
  for (const review of standing(reviews)) {
    if (review.adjudicates === true) continue;
    const own = codings.get(review.reviewer);
    if (own === undefined) codings.set(review.reviewer, [review]);
    else own.push(review);
  }
  return codings;
}
