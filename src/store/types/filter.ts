import type { ReviewState } from "../../corrections/review.ts";
import type { EventType } from "../../ontology/plover/codes.ts";
import type { FactualityValue } from "../../record/attribution.ts";
import type { Phase } from "../../record/event.ts";

export const VOICES = ["outlet", "one-party", "denied"] as const;

/** Asserted by the outlet itself; said by a single party and not by the outlet; denied by somebody. */
export type Voice = (typeof VOICES)[number];

/** Every field narrows; the values of one field are alternatives. An empty filter is everything. */
export interface EventFilter {
  readonly types?: readonly EventType[];
  readonly modes?: readonly string[];
  readonly contexts?: readonly string[];
  /** ISO days, inclusive: events whose interval overlaps it. Undated events are then left out. */
  readonly from?: string;
  readonly to?: string;
  /** Of the event's place: ISO alpha-3. */
  readonly countries?: readonly string[];
  readonly admin1?: readonly string[];
  /** Each value is a country (COD), a sector (MIL), both (`COD MIL`), an id of the registry, or a name. */
  readonly actors?: readonly string[];
  readonly recipients?: readonly string[];
  /** Who says so inside the report; written like actors. */
  readonly sources?: readonly string[];
  readonly outlets?: readonly string[];
  readonly languages?: readonly string[];
  readonly factuality?: readonly FactualityValue[];
  readonly phases?: readonly Phase[];
  readonly voices?: readonly Voice[];
  /** Least confidence that the event was read rightly, 0 to 1. */
  readonly confidence?: number;
  readonly stories?: readonly string[];
  /** Ids of happenings: one event across reports. */
  readonly happenings?: readonly string[];
  /** Keys of reports. */
  readonly reports?: readonly string[];
  /** Words of the report, as typed into a search box: "exact phrase", -without, or. */
  readonly text?: string;
  readonly reviewed?: readonly ReviewState[];
  /** What the fields above look at: values as people left them if absent, `coded` as the coder wrote them. */
  readonly values?: "coded";
  /**
   * ISO instant: codings, values and states of review as they stood then. Links are known as of today only: the events
   * come without, and neither stories nor happenings can be asked for.
   */
  readonly asOf?: string;
}

export const ORDERS = ["newest", "oldest", "stored"] as const;

/** By the first day of the event, undated ones last; or in the order in which they were stored. */
export type Order = (typeof ORDERS)[number];

export interface Page {
  /** 1 to 1000; 50 if not given. */
  readonly size?: number;
  /** `next` of the page before. */
  readonly after?: string;
  readonly order?: Order;
}

export interface Paged<Item> {
  readonly items: readonly Item[];
  /** Absent on the last page. */
  readonly next?: string;
}
