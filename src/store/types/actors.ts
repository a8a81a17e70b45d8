import type { EventType } from "../../ontology/plover/codes.ts";
import type { Party } from "./summaries.ts";

export const PARTY_ROLES = ["actor", "recipient", "source"] as const;

export type PartyRole = (typeof PARTY_ROLES)[number];

/** One party over time. Every number is of events that a filter with `who` in that role lists. */
export interface ActorPage {
  /** As it was asked for: a country, a sector, both, an id of the registry, or a name. */
  readonly who: string;
  /** What the name stands for in the store, the most told first. */
  readonly parties: readonly (Party & { readonly events: number })[];
  readonly events: number;
  /** Of these: without a date, or with one that is no finer than a year. They are in no month. */
  readonly undated: number;
  readonly from?: string;
  readonly to?: string;
  readonly roles: readonly { readonly role: PartyRole; readonly type: EventType; readonly events: number }[];
  readonly months: readonly { readonly month: string; readonly role: PartyRole; readonly events: number }[];
  /** `role` is the partner's: recipient if `who` acted on it, actor if it acted on `who`. */
  readonly partners: readonly {
    readonly role: "actor" | "recipient";
    readonly party: Party;
    readonly events: number;
  }[];
  /** True if there are more parties behind the name, or more partners on one side, than these. */
  readonly more: boolean;
}

/** Name of a party that looks like the one asked for, with how alike (0 to 1) and how many events. */
export interface NameHit extends Party {
  /** 0 to 1: how alike the names are written; 1 for one that is meant. */
  readonly likeness: number;
  /** What was asked for, if it is another name of the same party. */
  readonly alias?: string;
}

/** A party over all its names: how many events it acts in, suffers, and speaks of. */
export interface ActorHead extends Party {
  /** Of the registry, or the name. */
  readonly id: string;
  readonly acts: number;
  readonly receives: number;
  readonly says: number;
}
