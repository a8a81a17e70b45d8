import type { PredicateSense } from "../../../knowledge/predicates.ts";
import type { Tree } from "../../../language/index.ts";
import { nounActors, nounRecipients } from "./nouns.ts";
import { promised, verbRecipients } from "./objects.ts";
import { subjectsOf } from "./subjects.ts";
import { coordinated, withCase } from "./syntax.ts";

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
  const isVerb = /^(?:VERB|ADJ)$/.test(tree.tokens[token]!.upos);
  const actors = isVerb ? verbActors(tree, token, sense, extra) : nounActors(tree, token, sense.actor);
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

/** The subject; of "aid received from Japan", "summoned to the ministry" what stands behind the preposition. */
function verbActors(
  tree: Tree,
  verb: number,
  { actor }: PredicateSense,
  extra: readonly number[],
): readonly number[] {
  if (actor.includes("none")) return [];
  const subjects = actor.includes("subject") ? subjectsOf(tree, verb) : [];
  if (subjects.length > 0) return subjects;
  const oblique = [verb, ...extra.filter((at) => at >= 0)].flatMap((head) =>
    withCase(tree, tree.dependents(head, "obl", "nmod"), ...actor.filter((slot) => slot !== "subject")),
  );
  return oblique.slice(0, 1);
}
