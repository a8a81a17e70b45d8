import type { QuantityKind } from "../../record/event.ts";
import { type Layer, layer } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";

/** A count of people (or things) that belongs to an event, as a range. */
export interface QuantityMention extends Span {
  readonly kind: QuantityKind;
  readonly min: number;
  /** null: no upper bound. */
  readonly max: number | null;
  readonly approximate: boolean;
  /** Token index of the word counted ("people", "injured"). */
  readonly noun: number;
  /** Token index of the verb or noun that makes it dead, injured, arrested …; -1 if the noun itself does. */
  readonly governor: number;
}

export const QUANTITIES: Layer<readonly QuantityMention[]> = layer("quantities");
