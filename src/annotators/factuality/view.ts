import type { FactualityValue } from "../../record/attribution.ts";
import type { Outcome, Phase } from "../../record/event.ts";
import type { Span } from "../../text/span.ts";

/** How a happening stands in the text, while the words round it are read one by one. */
export interface View {
  readonly certainty: "CT" | "PR" | "PS" | "U";
  readonly negated: boolean;
  readonly phase: Phase;
  readonly attempt: boolean;
  readonly outcome: Outcome;
  /** "reportedly", "alleged": probable for those who are meant, open for the report. */
  readonly hearsay: boolean;
  readonly cues: readonly Span[];
  readonly rules: readonly string[];
}

export const PLAIN: View = {
  certainty: "CT",
  negated: false,
  phase: "past",
  attempt: false,
  outcome: "unknown",
  hearsay: false,
  cues: [],
  rules: [],
};

const RANK = { CT: 0, PR: 1, PS: 2, U: 3 } as const;

/** The view after one more word: certainty only falls, negations cancel out. */
export function changed(
  view: View,
  change: Partial<Omit<View, "cues" | "rules">>,
  cue: Span,
  rule: string,
): View {
  const certainty =
    change.certainty !== undefined && RANK[change.certainty] > RANK[view.certainty]
      ? change.certainty
      : view.certainty;
  return {
    ...view,
    ...change,
    certainty,
    cues: [...view.cues, { start: cue.start, end: cue.end }],
    rules: [...view.rules, rule],
  };
}

/** FactBank's value: no value says "possible" and "unknown" at once, and an unknown has no sign. */
export function factBankValue(view: View): FactualityValue {
  if (view.certainty === "U") return "Uu";
  return `${view.certainty}${view.negated ? "-" : "+"}` as FactualityValue;
}
