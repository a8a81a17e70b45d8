import type { PredicateSense } from "../../../knowledge/predicates.ts";
import type { Tree } from "../../../language/index.ts";
import { nounActors, nounRecipients } from "./nouns.ts";
import { promised, verbRecipients } from "./objects.ts";
import { subjectsOf } from "./subjects.ts";
import { coordinated } from "./syntax.ts";

/** Token heads of the participants as the syntax gives them. */
export interface ArgumentHeads {
  readonly actors: readonly number[];
  /** Readings, the likeliest first: the first in which somebody stands is the one. */
  readonly recipients: readonly (readonly number[])[];
}

/** Who does it and to whom, by the slots of the sense. */
export function argumentsOf(
  tree: Tree,
  token: number,
  sense: PredicateSense,
  extra: readonly number[],
): ArgumentHeads {
  const isVerb = tree.tokens[token]!.upos === "VERB";
  const actors = isVerb ? verbActors(tree, token, sense) : nounActors(tree, token, sense.actor);
  const recipients = isVerb
    ? verbRecipients(tree, token, sense.recipient, extra)
    : nounRecipients(tree, token, sense.recipient, actors);
  return {
    actors: coordinated(tree, actors),
    recipients: [...recipients, promised(tree, token, sense)].map((heads) =>
      coordinated(
        tree,
        heads.filter((head) => !actors.includes(head)),
      ),
    ),
  };
}

function verbActors(tree: Tree, verb: number, sense: PredicateSense): readonly number[] {
  return sense.actor.includes("none") ? [] : subjectsOf(tree, verb);
}
