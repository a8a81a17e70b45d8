import type { Tally } from "../../formats/dataset/summary.ts";
import type { Profile } from "../../formats/profile.ts";
import { type ExportRow, rowsOf } from "../../formats/row.ts";
import { shown } from "../../formats/shown.ts";
import { type Choice, rollUp } from "../../linking/index.ts";
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
    for await (const record of store.streamCoded(filter)) {
      const { coded, heldBack } = shown(record, reader);
      tally.heldBack(heldBack);
      yield* rowsOf(coded);
    }
    return;
  }
  for await (const { id, events } of happenings(store, filter)) {
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

/** Each happening where its first event stands, with the claims that the filter leaves; what is linked to none alone. */
async function* happenings(store: Store, filter: EventFilter): AsyncIterable<Group> {
  const given = new Set<string>();
  for await (const event of store.streamEvents(filter)) {
    const { happening } = event;
    if (happening === undefined) yield { id: event.id, events: [event] };
    else if (!given.has(happening)) {
      given.add(happening);
      const events: WholeEvent[] = [];
      for await (const one of store.streamEvents({ ...filter, happenings: [happening] })) events.push(one);
      yield { id: happening, events };
    }
  }
}
