import { type Choice, type Member, rollUp } from "../linking/index.ts";
import type { Event } from "../record/event.ts";
import type { Happening } from "../record/happening.ts";
import type { HappeningEvents, StoredEvent, WholeEvent } from "../store/index.ts";

export interface HappeningAnswer {
  readonly id: string;
  readonly askedFor?: string;
  /** What each field holds by the rule, and who says otherwise. */
  readonly happening: Happening;
  /** The same as an event. */
  readonly event: Event;
  readonly claims: readonly StoredEvent[];
  /** It has more than these. */
  readonly more: boolean;
}

/** The claims of a happening and what a rule makes of them. Reports are named by their keys in the store. */
export function rolledUp({ id, askedFor, events, more }: HappeningEvents, choice: Choice): HappeningAnswer {
  const { happening, event } = rollUp(id, events.map(memberOf), choice);
  return {
    id,
    ...(askedFor === undefined ? {} : { askedFor }),
    happening,
    event,
    claims: events.map(({ whole: _text, coder: _coder, ...claim }) => claim),
    more,
  };
}

export function memberOf({ event, report, whole, coder }: WholeEvent): Member {
  return {
    event,
    coded: {
      schema: "khaldun-record/1",
      id: report.key,
      offsets: "utf-16",
      report: whole,
      events: [event],
      notes: [],
      coder,
    },
    ...(report.copyOf === undefined ? {} : { copyOf: report.copyOf }),
  };
}
