import type { PredicateSense, Predicates } from "../../../knowledge/predicates.ts";
import type { EventReadings, Tree } from "../../../language/index.ts";
import type { EventType } from "../../../ontology/index.ts";
import { type Candidate, isMeasuredBy } from "../candidates.ts";

/** Rows of the lexicon have lines; what the model proposes has none. */
export const NO_LINE = 0;

/** Words that the lexicon does not know as events and the model does, as candidates with a sense of its making. */
export function proposed(
  candidates: readonly Candidate[],
  readings: EventReadings,
  tree: Tree,
  predicates: Predicates,
  least: number,
): readonly Candidate[] {
  const taken = new Set(candidates.flatMap(({ token, extra }) => [token, ...extra]));
  return [...readings.byToken.values()].flatMap((reading) => {
    const { upos, lemma } = tree.tokens[reading.token]!;
    const type = reading.types[0];
    if (type === undefined || reading.probability < least || taken.has(reading.token)) return [];
    if ((upos !== "VERB" && upos !== "NOUN") || isMeasuredBy(tree, reading.token)) return [];
    const sense: PredicateSense = {
      lemma,
      pos: upos,
      with: [],
      type: type.label as EventType,
      mode: "",
      ...usualSlots(predicates, upos, type.label),
      weight: reading.probability,
      needsRecipient: false,
      needsPeople: false,
      needsInfinitive: false,
      needsObject: false,
      needsNoObject: false,
      needsActor: [],
      line: NO_LINE,
    };
    return [{ token: reading.token, senses: [sense], extra: [] }];
  });
}

/** Where most of the lexicon's words of a type have their participants. */
function usualSlots(
  predicates: Predicates,
  pos: "VERB" | "NOUN",
  type: string,
): Pick<PredicateSense, "actor" | "recipient"> {
  const senses = predicates.all.filter((sense) => sense.pos === pos && sense.type === type);
  return {
    actor: commonest(senses.map((sense) => sense.actor)),
    recipient: commonest(senses.map((sense) => sense.recipient)),
  };
}

function commonest(slots: readonly (readonly string[])[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of slots) counts.set(one.join(), (counts.get(one.join()) ?? 0) + 1);
  const [best] = [...counts].sort(([, a], [, b]) => b - a);
  return best === undefined ? ["none"] : best[0].split(",");
}
