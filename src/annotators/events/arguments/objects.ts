import type { PredicateSense, Slot } from "../../../knowledge/predicates.ts";
import { relation, type Tree } from "../../../language/index.ts";
import { isCue } from "../cues.ts";
import { nounActors } from "./nouns.ts";
import { subjectsOf } from "./subjects.ts";
import { coordinated, withCase } from "./syntax.ts";
import { passive, passiveSubject, throughRelative } from "./voice.ts";

/** Readings of whom a verb's event is done to, the likeliest first. `extra` are the words that the sense asks for. */
export function verbRecipients(
  tree: Tree,
  verb: number,
  slots: readonly Slot[],
  extra: readonly number[],
): readonly (readonly number[])[] {
  const named = extra.filter((at) => at >= 0);
  const bySlot = slots.map((slot) => slotOf(tree, verb, slot, named).filter((head) => !named.includes(head)));
  const shown = named.flatMap((at) => shownBy(tree, at)).slice(0, 1);
  const aim = aimedAt(tree, verb);
  // "a coup led by officers and backed by a state": who backs an act backs its doers.
  const object = objectsOf(tree, verb);
  const doers = object
    .flatMap((noun) => nounActors(tree, noun, ["by"]))
    .filter((head) => !named.includes(head));
  if (!slots.includes("object")) return [...bySlot, shown, aim];
  // "banned two outlets": the word that the sense asks for is itself whom it is done to.
  const itself = object;
  // "imposed sanctions on six judges": the noun's own complements, where the slots named none.
  const complements = named.flatMap((at) =>
    withCase(tree, tree.dependents(at, "nmod"), "on", "against", "to"),
  );
  return [...bySlot, shown, itself, complements, doers, aim];
}

/** "pledged to return power to civilians": whom the promise or threat is about stands in its complement. */
export function promised(tree: Tree, token: number, sense: PredicateSense): readonly number[] {
  // "demanded that Iran free the sailors": who is to do it is the one asked.
  if (sense.type === "REQUEST")
    return tree
      .dependents(token, "ccomp")
      .flatMap((clause) => tree.dependents(clause, "nsubj"))
      .slice(0, 1);
  if (sense.type !== "AGREE" && sense.type !== "THREATEN") return [];
  const content = tree.dependents(token, "xcomp")[0] ?? infinitiveAfter(tree, token);
  if (content === undefined) return [];
  const towards = withCase(tree, tree.dependents(content, "obl"), "to", "against", "with", "on");
  return (towards.length > 0 ? towards : tree.dependents(content, "obj")).slice(0, 1);
}

/** "While they pledged to return power, they failed": the infinitive right behind, whatever verb the parser hangs it on. */
function infinitiveAfter(tree: Tree, token: number): number | undefined {
  const mark = tree.tokens[token + 1];
  const isVerb = tree.tokens[token]!.upos === "VERB";
  const isInfinitive =
    isVerb && mark?.text === "to" && mark.head > token && tree.tokens[mark.head]!.xpos === "VB";
  return isInfinitive ? mark.head : undefined;
}

/** "set up checkpoints in an effort to catch the gunmen": whom a measure is there for. */
function aimedAt(tree: Tree, verb: number): readonly number[] {
  const efforts = tree
    .dependents(verb, "obl")
    .filter((noun) => isCue(tree.tokens[noun]!.lemma, "effort-noun"));
  return efforts
    .flatMap((noun) => tree.dependents(noun, "acl"))
    .filter((aim) => isCue(tree.tokens[aim]!.lemma, "catching-verb"))
    .flatMap((aim) => tree.dependents(aim, "obj"))
    .slice(0, 1);
}

function slotOf(tree: Tree, verb: number, slot: Slot, named: readonly number[]): readonly number[] {
  switch (slot) {
    case "object":
      return objectsOf(tree, verb);
    case "subject":
      return coordinated(tree, subjectsOf(tree, verb));
    case "none":
      return [];
    default: {
      const own = [verb, ...named].flatMap((head) =>
        withCase(tree, tree.dependents(head, "obl", "nmod"), slot),
      );
      return (own.length > 0 || slot !== "with" ? own : withinObject(tree, verb)).slice(0, 1);
    }
  }
}

/** "discuss a truce with the minister": the parser hangs the partner on the topic; "ties with Russia" are one topic. */
function withinObject(tree: Tree, verb: number): readonly number[] {
  return tree
    .dependents(verb, "obj")
    .filter((noun) => !isCue(tree.tokens[noun]!.lemma, "bond-noun"))
    .flatMap((noun) => withCase(tree, tree.dependents(noun, "nmod"), "with"));
}

function objectsOf(tree: Tree, verb: number): readonly number[] {
  if (passive(tree, verb)) return passiveSubject(tree, verb);
  const objects = tree.dependents(verb, "obj", "iobj");
  // "a report that Chad attacked Sudan": of two objects the one behind the verb is the object.
  const object = objects.find((at) => at > verb) ?? objects[0];
  if (object !== undefined) return [throughRelative(tree, verb, object)];
  const token = tree.tokens[verb]!;
  // "the base they attacked", "a man detained and beaten"
  if (token.deprel === "acl:relcl" && tree.dependents(verb, "nsubj").length > 0) return [token.head];
  if (relation(token) === "conj" && token.xpos === "VBN" && token.head >= 0 && passive(tree, token.head))
    return passiveSubject(tree, token.head);
  return [];
}

/** "footage showing the patrol", "documents that implicate the minister": whom a piece of evidence is about. */
function shownBy(tree: Tree, noun: number): readonly number[] {
  const clauses = tree
    .dependents(noun, "acl")
    .flatMap((verb) => [verb, ...tree.dependents(verb, "xcomp")])
    .filter((verb) => isCue(tree.tokens[verb]!.lemma, "showing-verb"));
  return clauses.flatMap((verb) => {
    const objects = tree.dependents(verb, "obj", "iobj");
    const content = tree.dependents(verb, "ccomp");
    return objects.length > 0 ? objects : content.flatMap((inner) => tree.dependents(inner, "nsubj"));
  });
}
