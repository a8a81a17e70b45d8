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
  /** The candidates with what spoke for each, the chosen one first. */
  readonly why?: string;
  /** The place that the words name: Mali of "northern Mali", Niger of "the border with Niger". None if unresolved. */
  readonly named?: NamedPlace;
  /** Tokens of the name itself, where words around are part of the mention. */
  readonly core?: { readonly first: number; readonly last: number };
  /** Meant without its name ("the capital"). */
  readonly nominal?: true;
  /** And it has none in the report ("the courthouse"): the words are all that is known. */
  readonly unnamed?: true;
}

/** A place of the gazetteer or the tables, with a point in it: of an area only for measuring, never for a map. */
export interface NamedPlace {
  readonly name: string;
  readonly kind: PlaceKind;
  readonly geonames?: number;
  readonly country?: string;
  readonly lat: number;
  readonly lon: number;
}

/**
 * Where somebody or something belongs: a word of origin ("Malian" of "Malian officials"), or a place inside another
 * name ("Durban" of "Durban Metro Police"). Never where something happens.
 */
export interface Origin extends Span {
  readonly first: number;
  readonly last: number;
  readonly named: NamedPlace;
  readonly adjective: boolean;
}

export const ORIGINS: Layer<readonly Origin[]> = layer("origins");
export const PLACES: Layer<readonly PlaceMention[]> = layer("places");
