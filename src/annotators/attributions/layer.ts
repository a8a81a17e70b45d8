import type { SourceKind, Stance } from "../../record/attribution.ts";
import { type Layer, layer } from "../../text/document.ts";
import type { Span } from "../../text/span.ts";

/** Somebody inside the report saying something: source, cue, content; each may be in several pieces. */
export interface AttributionMention {
  readonly source: readonly Span[];
  /** Head token of the source phrase; -1 if the source is not in the text (free indirect speech, "reportedly"). */
  readonly sourceHead: number;
  readonly cue: readonly Span[];
  /** Token index of the cue's head; -1 for a quotation without cue. */
  readonly cueToken: number;
  readonly content: readonly Span[];
  readonly kind: SourceKind;
  readonly stance: Stance;
  /** Index in this layer of the attribution whose content this one is part of; -1 if none. */
  readonly outer: number;
  /** The cue stands inside somebody's quotation marks: the quoted speaker says what others say. */
  readonly quoted: boolean;
  /**
   * The speaker of another attribution tells inside it what he himself thinks, or what a document shows him: "said he
   * believes that …", "said the data show that …". He is the source, not his thought or his evidence.
   */
  readonly restated: boolean;
  /** Rule or lexicon row, for `because`. */
  readonly rule: string;
}

export const ATTRIBUTIONS: Layer<readonly AttributionMention[]> = layer("attributions");

/**
 * Positions taken on something without claiming it ("praised the deal"), and impressions without a source ("appears
 * to"). They are written like attributions, but nobody claims their content.
 */
export const ATTITUDES: Layer<readonly AttributionMention[]> = layer("attitudes");
