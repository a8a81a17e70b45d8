import { type Change, effectiveEvent } from "../corrections/index.ts";
import type { Because, Event } from "../record/event.ts";
import { reportKey } from "../store/keys.ts";
import type { EventFilter, ReviewState, Store, StoredEvent, StoredRecord } from "../store/types.ts";

/** Why an export leaves an event out. */
export const REJECTED = "a reviewer rejected it: the report does not say this";

/** Rules under which a person's decision stands among the reasons of an event. */
const RULE = "review/";

/**
 * An event as people left it: with the values that they gave, and among its reasons that they looked at it, never who.
 * Undefined if they rejected it. `asOf`: by what they had said at an instant, of which `stored` tells the state.
 */
export async function asReviewed(
  store: Pick<Store, "reviews">,
  stored: Pick<StoredEvent, "id" | "event" | "review">,
  asOf?: string,
): Promise<Event | undefined> {
  const { id, event, review } = stored;
  if (review === "unreviewed") return event;
  if (review === "rejected") return undefined;
  if (review === "accepted") return withReasons(event, review, []);
  const { event: corrected, changes } = effectiveEvent(event, await store.reviews(id, asOf));
  return withReasons(corrected, review, changes);
}

function withReasons(event: Event, state: ReviewState, changes: readonly Change[]): Event {
  const reason = (field: string, text: string): Because => ({
    field,
    rule: `${RULE}${state === "edited" ? "corrected" : state}`,
    text,
    quotes: [],
  });
  const reasons =
    changes.length === 0
      ? [reason("event", "a reviewer read the report and accepted this")]
      : changes.map(({ field }) => reason(field, "a reviewer read the report and gave this value"));
  return { ...event, because: [...event.because, ...reasons] };
}

/**
 * The records of a store with what reviewers made of their events, those that they rejected left out unless the filter
 * asks for them. `rejected` counts what was left out of a record. Holds the events that were judged, no others. If the
 * filter looks at values as they were coded, that is what comes: nobody's corrections, nothing left out.
 */
export async function* reviewedRecords(
  store: Store,
  filter: EventFilter,
): AsyncIterable<StoredRecord & { readonly rejected: number }> {
  const judged = filter.values === "coded" ? new Map<string, undefined>() : await judgedIn(store, filter);
  const keepsRejected = filter.reviewed?.includes("rejected") === true;
  for await (const { coded, links } of store.streamRecords(filter)) {
    if (judged.size === 0) {
      yield { coded, links, rejected: 0 };
      continue;
    }
    const key = reportKey(coded.report);
    const events = coded.events.flatMap((event) => {
      const id = `${key}.${event.id}`;
      return judged.has(id) ? (judged.get(id) ?? (keepsRejected ? event : [])) : event;
    });
    yield { coded: { ...coded, events }, links, rejected: coded.events.length - events.length };
  }
}

const JUDGED: readonly ReviewState[] = ["accepted", "edited", "rejected"];

async function judgedIn(store: Store, filter: EventFilter): Promise<ReadonlyMap<string, Event | undefined>> {
  const judged = new Map<string, Event | undefined>();
  const { asOf } = filter;
  const wanted = JUDGED.filter((state) => filter.reviewed?.includes(state) ?? true);
  // Counts are kept of today only.
  const states = asOf === undefined ? await presentOf(store, wanted) : wanted;
  if (states.length === 0) return judged;
  for await (const stored of store.streamEvents({ ...filter, reviewed: states }))
    judged.set(stored.id, await asReviewed(store, stored, asOf));
  return judged;
}

async function presentOf(store: Store, states: readonly ReviewState[]): Promise<readonly ReviewState[]> {
  const { reviewed } = (await store.facets()).facets;
  return states.filter((state) => reviewed.some(({ value, events }) => value === state && events > 0));
}
