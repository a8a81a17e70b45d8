import type { PlaceKind } from "../../record/place.ts";
import type { Precision } from "../../record/time.ts";

export interface Count {
  readonly value: string;
  readonly events: number;
}

export const FACETS = [
  "type",
  "country",
  "actor",
  "recipient",
  "factuality",
  "phase",
  "outlet",
  "reviewed",
] as const;

/** `actor` and `recipient` are the country of the first party. Events without a value count under the empty string. */
export type FacetName = (typeof FACETS)[number];

export interface Facets {
  readonly total: number;
  readonly facets: Readonly<Record<FacetName, readonly Count[]>>;
}

export const BUCKETS = ["day", "week", "month", "year"] as const;

export type Bucket = (typeof BUCKETS)[number];

/** Events that begin in a bucket, by the precision of their date: an event of "May" is never put on 1 May. */
export interface TimelineBucket {
  readonly from: string;
  readonly precision: Precision;
  readonly events: number;
}

export interface Timeline {
  readonly buckets: readonly TimelineBucket[];
  readonly undated: number;
}

/** Degrees; west greater than east crosses the date line. */
export interface Box {
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

export interface BoxPlace {
  readonly name: string;
  readonly geonames?: number;
  readonly kind: PlaceKind;
  readonly country?: string;
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
  readonly events: number;
}

export interface Boxed {
  /** The most told first. */
  readonly places: readonly BoxPlace[];
  /** True if there were more places than asked for: never a silent cap. */
  readonly more: boolean;
  /** Events of the filter whose place is an area: they have no point and belong in a tray. */
  readonly areas: readonly Count[];
}

export interface Party {
  readonly name?: string;
  readonly actorId?: string;
  readonly country?: string;
  readonly sector?: string;
}

export interface Dyad {
  readonly actor: Party;
  readonly recipient: Party;
  readonly events: number;
}

export interface Network {
  readonly dyads: readonly Dyad[];
  readonly more: boolean;
}
