import { codingsOf, effectiveEvent } from "../corrections/index.ts";
import type { Event } from "../record/event.ts";
import type { Review } from "../store/types.ts";
import { COMPARABLES } from "./fields.ts";

/** What one reviewer made of one event, as codes that can be compared. */
export interface Coding {
  /** Id of the event in the store. */
  readonly unit: string;
  readonly coder: string;
  /** By name of the comparable; what the reviewer did not judge is not there. */
  readonly codes: ReadonlyMap<string, string | number>;
}

/** The question whether there is an event at all. */
export const IS_EVENT = "event";

/**
 * The codings of an event, one a reviewer. Who accepted the event has confirmed every field, changed or not; who
 * corrected some fields and went on has judged only these; who rejected it has said nothing of its fields.
 */
export function codingsIn(unit: string, coded: Event, reviews: readonly Review[]): readonly Coding[] {
  return [...codingsOf(reviews)].map(([coder, own]) => {
    const { event, state } = effectiveEvent(coded, own);
    if (state === "rejected") return { unit, coder, codes: new Map([[IS_EVENT, "no"]]) };
    const judges = judgesOf(own);
    const codes = COMPARABLES.flatMap(({ name, field, read }) => {
      const code = judges(field) ? read(event) : undefined;
      return code === undefined ? [] : [[name, code] as const];
    });
    return { unit, coder, codes: new Map<string, string | number>([[IS_EVENT, "yes"], ...codes]) };
  });
}

/** Which fields the reviews of one reviewer say something of. */
export function judgesOf(own: readonly Review[]): (field: string) => boolean {
  const fields = new Set(own.map(({ field }) => field));
  return (field) => fields.has(undefined) || fields.has(field);
}

export interface Difference {
  readonly name: string;
  /** Who says what. */
  readonly codes: readonly { readonly coder: string; readonly code: string | number }[];
}

/** Where the codings of one event differ, among those who judged the field. */
export function differencesOf(codings: readonly Coding[]): readonly Difference[] {
  return [IS_EVENT, ...COMPARABLES.map(({ name }) => name)].flatMap((name) => {
    const codes = codings.flatMap(({ coder, codes: own }) => {
      const code = own.get(name);
      return code === undefined ? [] : [{ coder, code }];
    });
    return new Set(codes.map(({ code }) => code)).size > 1 ? [{ name, codes }] : [];
  });
}
