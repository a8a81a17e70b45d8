import type { PlaceKind } from "../../record/place.ts";
import { type Layer, layer } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";

/** A mention of a place, resolved as far as the text and the gazetteer allow. */
export interface PlaceMention extends Span {
  readonly first: number;
  readonly last: number;
  /** Canonical name of what it was resolved to; the words themselves if unresolved. */
  readonly name: string;
  readonly kind: PlaceKind;
  readonly geonames?: number;
  /** ISO 3166-1 alpha-3. */
  readonly country?: string;
  readonly admin1?: string;
  readonly lat?: number;
  readonly lon?: number;
  readonly radiusKm: number;
  /** The word stands for a government or people here ("Turkey said"): an actor, no place of an event. */
  readonly metonym: boolean;
  /** 0-1: that it is resolved right. */
  readonly confidence: number;
  /** Rivals that cannot be told apart, best first, as "Name, ISO3". */
  readonly ambiguous?: readonly string[];
  /** Gazetteer version or lexicon row it rests on. */
  readonly knowledge?: string;
}

export const PLACES: Layer<readonly PlaceMention[]> = layer("places");
