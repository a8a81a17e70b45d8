import type { PredicateSense, Slot } from "../../../knowledge/predicates.ts";
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
  const actors = isVerb
    ? verbActors(tree, token, sense, extra)
    : nounActors(tree, token, doerSlots(tree, token, sense));
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

/** "the judge's arrest" is suffered by the judge, unless "of" says by whom else: "the army's killing of a judge". */
function doerSlots(tree: Tree, noun: number, { actor, recipient }: PredicateSense): readonly Slot[] {
  if (!recipient.includes("poss")) return actor;
  return withCase(tree, tree.dependents(noun, "nmod"), "of").length > 0
    ? actor
    : actor.filter((slot) => slot !== "poss");
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
