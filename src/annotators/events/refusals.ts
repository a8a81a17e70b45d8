import type { PredicateSense } from "../../knowledge/predicates.ts";
import type { Tree } from "../../language/index.ts";
import type { EventType } from "../../ontology/index.ts";
import type { EventFactuality } from "../factuality/layer.ts";
import type { Recoded } from "./modality.ts";

/** What it is to refuse each of these, as a mode of REJECT; none where the codebook has none. */
const REFUSED: Partial<Record<EventType, string | undefined>> = {
  AGREE: undefined,
  SUPPORT: undefined,
  CONCEDE: "yield",
  CONSULT: "meet",
  COOPERATE: undefined,
  AID: "assist",
};

/**
 * "will not accept the ruling", "does not recognise the vote", "cannot support it": whoever says that he does not or
 * will not has refused. What merely did not happen ("did not meet last year") refuses nothing.
 */
export function refusal(
  tree: Tree,
  token: number,
  sense: PredicateSense,
  told: EventFactuality | undefined,
): Recoded | undefined {
  const isRefusable = sense.type in REFUSED || sense.mode === "resign";
  if (!isRefusable || told === undefined || tree.tokens[token]!.upos !== "VERB") return undefined;
  const words = tree.dependents(token, "advmod", "aux").map((at) => tree.tokens[at]!.text.toLowerCase());
  const isNegated = words.some((word) => /^(?:not|n't|never|no)$/.test(word));
  if (!isNegated || !words.some((word) => WILL.test(word))) return undefined;
  return {
    type: "REJECT",
    mode: sense.mode === "resign" ? "yield" : REFUSED[sense.type],
    performed: true,
    note: "a friendly act that its doer will not do is refused",
  };
}

const WILL = /^(?:will|wo|would|can|ca|cannot|could|shall|do|does)$/;
