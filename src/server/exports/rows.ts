import type { Tally } from "../../formats/dataset/summary.ts";
import type { Profile } from "../../formats/profile.ts";
import { type ExportRow, rowsOf } from "../../formats/row.ts";
import { shown } from "../../formats/shown.ts";
import { type Choice, rollUp } from "../../linking/index.ts";
import { asReviewed, REJECTED, reviewedRecords } from "../../review/index.ts";
import type { EventFilter, Store, WholeEvent } from "../../store/index.ts";
import { memberOf } from "../happening.ts";

export interface ExportWish {
  readonly filter: EventFilter;
  readonly profile: Profile;
  /** One row a happening, its values chosen so; without it one row an event. */
  readonly choice?: Choice;
}

/** The rows of an export, as its reader may see them, in the order in which they were stored. */
export async function* exportRows(
  store: Store,
  { filter, profile, choice }: ExportWish,
  tally: Tally,
): AsyncIterable<ExportRow> {
  const reader = { profile, threshold: 0 };
  if (choice === undefined) {
    for await (const { coded: record, rejected, links } of reviewedRecords(store, filter)) {
      for (let one = 0; one < rejected; one += 1) leaveOut(tally);
      const { coded, heldBack } = shown(record, reader);
      tally.heldBack(heldBack);
      yield* rowsOf(coded, links);
    }
    return;
  }
  for await (const { id, events } of happenings(store, filter, tally)) {
    if (events.length === 0) continue;
    const members = events.map((event) => {
      const { coded, ...member } = memberOf(event);
      const redacted = shown(coded, reader);
      tally.heldBack(redacted.heldBack);
      return { ...member, coded: redacted.coded, event: redacted.coded.events[0]! };
    });
    const { event, first, happening } = rollUp(id, members, choice);
    yield { event, coded: first.coded, happening, members };
  }
}

interface Group {
  readonly id: string;
  readonly events: readonly WholeEvent[];
}

/** A row that was looked at and is not written. */
function leaveOut(tally: Tally): void {
  tally.row();
  tally.withheld(REJECTED);
}

/** Each happening where its first event stands, with the claims that the filter leaves; what is linked to none alone. */
async function* happenings(store: Store, filter: EventFilter, tally: Tally): AsyncIterable<Group> {
  const given = new Set<string>();
  for await (const event of store.streamEvents(filter)) {
    const { happening } = event;
    if (happening === undefined)
      yield { id: event.id, events: await reviewedOf(store, filter, [event], tally) };
    else if (!given.has(happening)) {
      given.add(happening);
      const events: WholeEvent[] = [];
      for await (const one of store.streamEvents({ ...filter, happenings: [happening] })) events.push(one);
      yield { id: happening, events: await reviewedOf(store, filter, events, tally) };
    }
  }
}

/** As reviewers left them, without what they rejected unless the filter asks for it; or all as coded, if it asks for that. */
async function reviewedOf(
  store: Store,
  filter: EventFilter,
  events: readonly WholeEvent[],
  tally: Tally,
): Promise<readonly WholeEvent[]> {
  if (filter.values === "coded") return events;
  const kept: WholeEvent[] = [];
  for (const stored of events) {
    const event = await asReviewed(store, stored);
    if (event !== undefined) kept.push({ ...stored, event });
    else if (filter.reviewed?.includes("rejected")) kept.push(stored);
  }
  if (kept.length === 0 && events.length > 0) leaveOut(tally);
  return kept;
}
