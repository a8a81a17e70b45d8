import type { Stance } from "../../record/attribution.ts";
import type { Party } from "./summaries.ts";

/** Somebody with a name who says so inside reports. */
export interface SourceHead extends Party {
  /** Of the registry, or the name: as in a list of actors. */
  readonly id: string;
  /** Events that the source speaks of, one for each time that a report cites it for one. */
  readonly claims: number;
  readonly reports: number;
}

/** Sources without a name, only counted: the same words in two reports are not the same person. */
export interface UnnamedSources {
  readonly country?: string;
  readonly sector?: string;
  readonly claims: number;
  readonly reports: number;
}

export type Stances = Readonly<Partial<Record<Stance, number>>>;

/** `outlet`: who published; `originator`: whose text it is in the end, where the report credits somebody. */
export const ORIGIN_KINDS = ["outlet", "originator"] as const;
export type OriginKind = (typeof ORIGIN_KINDS)[number];

export interface OutletHead {
  /** Absent where the report does not say. */
  readonly name?: string;
  readonly reports: number;
  /** Of these, repeat another report of the store. */
  readonly copies: number;
  readonly events: number;
  /** Days of publication. */
  readonly from?: string;
  readonly to?: string;
}
