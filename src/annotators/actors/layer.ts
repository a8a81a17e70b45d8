import type { Sector } from "../../ontology/plover/codes.ts";
import type { Basis, UnknownReason } from "../../record/cell.ts";
import type { ParticipantKind } from "../../record/participant.ts";
import { type Layer, layer } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";
import type { OfficeReading } from "./office-of.ts";

/** A noun phrase that can act or be acted on politically: a name, a nominal ("the two broadcasters"), a pronoun. */
export interface ActorMention extends Span {
  readonly first: number;
  readonly last: number;
  /** Token index of the head noun. */
  readonly head: number;
  readonly form: "name" | "nominal" | "pronoun";
  /** Mentions with one number mean the same actor in this report. */
  readonly entity: number;
  /** Canonical name, of a registry or of the fullest form in the report. */
  readonly name?: string;
  readonly actorId?: string;
  readonly wikidata?: string;
  /** ISO alpha-3. */
  readonly country?: string;
  readonly countryBasis?: Basis;
  /** Tokens that give the country ("Malian"), for the receipt. */
  readonly countrySpan?: Span;
  readonly countryUnknown?: UnknownReason;
  /** Where it is `ambiguous`: the states that remain, ISO alpha-3. */
  readonly countryRivals?: readonly string[];
  readonly sector: Sector;
  readonly sectorBasis: Basis;
  readonly sectorSpan?: Span;
  readonly kind: ParticipantKind;
  /** An office of state whose holder is meant, for who asks who held it on a day. */
  readonly office?: OfficeReading;
  /** "president", "defence minister": as the report or the registry names the office. */
  readonly role?: string;
  readonly basis: Basis;
  readonly plural: boolean;
  /** A private person: named in public output by role only. */
  readonly isPrivate: boolean;
  /** Registry row or lexicon entry, for `because`. */
  readonly knowledge?: string;
}

export const ACTORS: Layer<readonly ActorMention[]> = layer("actors");
