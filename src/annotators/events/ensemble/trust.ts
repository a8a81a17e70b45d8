/**
 * Who is believed where the lexicon and the model differ. All of it stands here; chosen on the development and the
 * golden reports; models/en/MODEL_CARD.md has what it is worth.
 */
export interface Trust {
  /** Logistic weights of both readers' confidence that a word states an event: see `agreed`. */
  readonly bias: number;
  readonly lexicon: number;
  readonly model: number;
  /** From this probability of a type on, the model's type stands in place of the lexicon's. */
  readonly retype: number;
  /** From this probability on, the model's mode is given where the lexicon has none. */
  readonly mode: number;
  /** From this probability on, a word that the lexicon does not know is an event of the model's. */
  readonly add: number;
  /** From this probability on, whom the model takes for a participant fills a place that the tree leaves empty. */
  readonly fill: Readonly<Record<"actor" | "recipient", number>>;
  /** The same for where it was. */
  readonly bind: number;
}

export const TRUST: Trust = {
  bias: 0.05,
  lexicon: 1.2,
  model: 0.3,
  retype: 0.85,
  mode: 0.8,
  // The model's own words cost more precision than they gave recall, even from .95 on: none are added.
  add: Number.POSITIVE_INFINITY,
  fill: { actor: 0.6, recipient: 0.4 },
  bind: 0.5,
};

/** Both readers' probabilities as one, 0-1. */
export function agreed(lexicon: number, model: number, trust: Trust): number {
  return 1 / (1 + Math.exp(-(trust.bias + trust.lexicon * logit(lexicon) + trust.model * logit(model))));
}

/** No reader is ever wholly sure. */
function logit(probability: number): number {
  const kept = Math.min(0.98, Math.max(0.02, probability));
  return Math.log(kept / (1 - kept));
}
