import { codingsOf, effectiveEvent, standing } from "../corrections/index.ts";
import type { Event } from "../record/event.ts";
import type { Review, ReviewState } from "../store/types.ts";
import { judgesOf } from "./coding.ts";
import { COMPARABLES } from "./fields.ts";

/** What a coder made of an event and what holds of it now, where the two differ. */
export interface Overruled {
  readonly yours: ReviewState;
  readonly now: ReviewState;
  /** Fields that the coder judged and that hold something else now; none where one side rejects the event. */
  readonly fields: readonly { readonly field: string; readonly yours: unknown; readonly now: unknown }[];
  /** Who judged it otherwise, the newest last, when that was, and why. */
  readonly by: readonly string[];
  readonly at: string;
  readonly reason?: string;
  readonly isAdjudicated: boolean;
}

export interface OverruledEvent extends Overruled {
  readonly event: string;
  readonly report: { readonly key: string; readonly title?: string };
  /** The words by which the report tells it. */
  readonly words: string;
}
export interface OverruledPage {
  readonly reviewer: string;
  /** Events that the reviewer judged, of which `items` are those that somebody has judged otherwise. */
  readonly judged: number;
  readonly items: readonly OverruledEvent[];
}

/** Undefined if the coder has not judged the event, if nobody else has, or if all that the coder said still holds. */
export function overruled(coded: Event, reviews: readonly Review[], coder: string): Overruled | undefined {
  const own = codingsOf(reviews).get(coder);
  const others = standing(reviews).filter((review) => review.reviewer !== coder);
  const last = others.at(-1);
  if (own === undefined || last === undefined) return undefined;
  const mine = effectiveEvent(coded, own);
  const now = effectiveEvent(coded, reviews);
  const isRejected = [mine, now].map(({ state }) => state === "rejected");
  const judges = judgesOf(own);
  const differing = COMPARABLES.filter(
    ({ field, read }) => judges(field) && read(mine.event) !== read(now.event),
  );
  const fields = isRejected.includes(true) ? [] : [...new Set(differing.map(({ field }) => field))];
  if (isRejected[0] === isRejected[1] && fields.length === 0) return undefined;
  const { at, reason } = last;
  return {
    yours: mine.state,
    now: now.state,
    fields: fields.map((field) => ({ field, yours: mine.event[field], now: now.event[field] })),
    by: [...new Set(others.map(({ reviewer }) => reviewer))],
    at,
    ...(reason === undefined ? {} : { reason }),
    isAdjudicated: now.isAdjudicated,
  };
}
