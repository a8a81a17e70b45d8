import type { FactualityValue } from "../../record/attribution.ts";
import type { Outcome, Phase } from "../../record/event.ts";
import { type Layer, layer } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";

/** How sure the text is of one event-denoting verb or noun, and in what phase it stands. */
export interface EventFactuality {
  readonly token: number;
  /** In the view of the nearest source ("X said Y happened": CT+). */
  readonly value: FactualityValue;
  /** In the report's own voice (Uu for the same). */
  readonly outlet: FactualityValue;
  readonly phase: Phase;
  readonly attempt: boolean;
  readonly outcome: Outcome;
  /** Indices in ATTRIBUTIONS whose content holds the word, the innermost first. */
  readonly attributions: readonly number[];
  /** The words that decided it: "not", "may", "attempted", "if". */
  readonly cues: readonly Span[];
  readonly rule: string;
}

export const FACTUALITY: Layer<ReadonlyMap<number, EventFactuality>> = layer("factuality");
