import type { Event } from "../../record/event.ts";
import {
  type Change,
  type Coding,
  codingsIn,
  codingsOf,
  type Difference,
  differencesOf,
  effectiveEvent,
} from "../../review/index.ts";
import type {
  Paged,
  QueueOrder,
  QueueQuestion,
  Review,
  ReviewState,
  Store,
  StoredEvent,
} from "../../store/index.ts";

/** One event to be judged, and why it comes now. */
export interface QueueItem {
  /** If `blind`, its state is shown as unreviewed whatever others made of it. */
  readonly event: StoredEvent;
  readonly blind: boolean;
  readonly why: {
    readonly order: QueueOrder;
    /** That the event was read rightly, 0 to 1. */
    readonly confidence: number;
    /** The fields of which the coder is least sure, the least first. */
    readonly leastSure: readonly { readonly field: string; readonly confidence: number }[];
  };
  /** For an adjudicator: what each reviewer made of it, and where they differ. */
  readonly codings?: readonly ReviewerCoding[];
  readonly differences?: readonly Difference[];
}

export interface ReviewerCoding {
  readonly reviewer: string;
  readonly state: ReviewState;
  /** The event as this reviewer alone would have it. */
  readonly event: Event;
  readonly changes: readonly Change[];
  readonly at: string;
}

const BLIND: ReadonlySet<QueueOrder> = new Set(["second", "random"]);

/**
 * A filter tells nothing that the answer hides: in a blind queue it looks at events as they are shown there, as the coder
 * wrote them and judged by nobody. Undefined if none can fit.
 */
export function withoutHints(question: QueueQuestion): QueueQuestion | undefined {
  if (!BLIND.has(question.order)) return question;
  const { reviewed, ...filter } = question.filter ?? {};
  if (reviewed?.includes("unreviewed") === false) return undefined;
  return { ...question, filter: { ...filter, values: "coded" } };
}
const SHOWN = 3;
/** Pages that are looked through for events on which reviewers really differ. */
const FURTHEST = 20;

/** A page of a queue. Where it is of disagreements, those that only seem to disagree are left out. */
export async function queuePage(store: Store, question: QueueQuestion): Promise<Paged<QueueItem>> {
  if (question.order !== "disagreement") {
    const { items, next } = await store.reviewQueue(question);
    return {
      items: items.map((event) => itemOf(event, question.order)),
      ...(next === undefined ? {} : { next }),
    };
  }
  const found: QueueItem[] = [];
  let after = question.page?.after;
  for (let page = 0; page < FURTHEST && found.length === 0; page += 1) {
    const { items, next } = await store.reviewQueue({
      ...question,
      page: { ...question.page, ...(after === undefined ? {} : { after }) },
    });
    for (const event of items) found.push(...disputed(event, await store.reviews(event.id)));
    after = next;
    if (next === undefined) break;
  }
  return { items: found, ...(after === undefined ? {} : { next: after }) };
}

function itemOf(event: StoredEvent, order: QueueOrder): QueueItem {
  const blind = BLIND.has(order);
  return {
    event: blind ? { ...event, review: "unreviewed" } : event,
    blind,
    why: {
      order,
      confidence: event.event.confidence.event,
      leastSure: Object.entries(event.event.confidence)
        .map(([field, confidence]) => ({ field, confidence }))
        .sort((a, b) => a.confidence - b.confidence)
        .slice(0, SHOWN),
    },
  };
}

function disputed(event: StoredEvent, reviews: readonly Review[]): readonly QueueItem[] {
  const codings: readonly Coding[] = codingsIn(event.id, event.event, reviews);
  const differences = differencesOf(codings);
  if (differences.length === 0) return [];
  const item = itemOf(event, "disagreement");
  return [{ ...item, codings: reviewerCodings(event.event, reviews), differences }];
}

/** What each reviewer alone would make of an event. */
export function reviewerCodings(coded: Event, reviews: readonly Review[]): readonly ReviewerCoding[] {
  return [...codingsOf(reviews)].map(([reviewer, own]) => {
    const { event, state, changes } = effectiveEvent(coded, own);
    return { reviewer, state, event, changes, at: own.at(-1)!.at };
  });
}
