import type { Slot } from "../../../knowledge/predicates.ts";
import { relation, type Tree } from "../../../language/index.ts";
import { isCue } from "../cues.ts";
import { subjectsOf } from "./subjects.ts";
import { withCase } from "./syntax.ts";
import { passive, throughRelative } from "./voice.ts";

/** Who does what an event noun says. */
export function nounActors(tree: Tree, noun: number, slots: readonly Slot[]): readonly number[] {
  for (const slot of [...slots, "light"]) {
    const found = nounSlot(tree, noun, slot);
    if (found.length > 0) return found;
  }
  const verb = converseOf(tree, noun);
  if (verb !== undefined) return withCase(tree, tree.dependents(verb, "obl"), "from", "by").slice(0, 1);
  const answerable = answerableFor(tree, noun);
  if (answerable.length > 0) return answerable;
  // "a coup led by officers", "an attack carried out by rebels"
  return tree
    .dependents(noun, "acl")
    .filter((child) => tree.tokens[child]!.xpos === "VBN" && isCue(tree.tokens[child]!.lemma, "light-verb"))
    .flatMap((child) => withCase(tree, tree.dependents(child, "obl:agent", "obl"), "by"))
    .slice(0, 1);
}

/** Readings of whom an event noun is done to, the likeliest first. */
export function nounRecipients(
  tree: Tree,
  noun: number,
  slots: readonly Slot[],
  actors: readonly number[],
): readonly (readonly number[])[] {
  const own = slots.map((slot) => nounSlot(tree, noun, slot).filter((head) => !actors.includes(head)));
  const verb = converseOf(tree, noun);
  if (verb !== undefined) {
    const subject = subjectsOf(tree, verb).slice(0, 1);
    return [...own, subject.map((head) => throughRelative(tree, verb, head))];
  }
  return [...own, carried(tree, noun, slots), laidOn(tree, noun, slots), harmed(tree, noun)];
}

/** "A bombing killed 14 people", "14 people died in a bombing": whom the deed is told to have hit. */
function harmed(tree: Tree, noun: number): readonly number[] {
  const { head } = tree.tokens[noun]!;
  if (head < 0 || tree.tokens[head]!.upos !== "VERB") return [];
  const { lemma } = tree.tokens[head]!;
  const kind = relation(tree.tokens[noun]!);
  if (kind === "nsubj" && HARMS.test(lemma)) return tree.dependents(head, "obj").slice(0, 1);
  if (kind !== "obl" || withCase(tree, [noun], "in", "by").length === 0) return [];
  const isHit = lemma === "die" || (HARMS.test(lemma) && passive(tree, head));
  return isHit ? tree.dependents(head, "nsubj", "nsubj:pass").slice(0, 1) : [];
}

const HARMS = /^(?:kill|wound|injure|maim|hit|strike)$/;

/** "launched an attack on the town": the preposition may hang on the verb that carries the noun. */
function carried(tree: Tree, noun: number, slots: readonly Slot[]): readonly number[] {
  const governor = tree.tokens[noun]!.head;
  const isCarried =
    governor >= 0 &&
    isCue(tree.tokens[governor]!.lemma, "light-verb") &&
    relation(tree.tokens[noun]!) === "obj";
  if (!isCarried) return [];
  return slots.flatMap((slot) => withCase(tree, tree.dependents(governor, "obl"), slot)).slice(0, 1);
}

/** "the sanctions imposed on Cuba", "attacks carried out against villagers": the participle's complement. */
function laidOn(tree: Tree, noun: number, slots: readonly Slot[]): readonly number[] {
  return tree
    .dependents(noun, "acl")
    .filter((child) => tree.tokens[child]!.xpos === "VBN" && isCue(tree.tokens[child]!.lemma, "light-verb"))
    .flatMap((child) =>
      slots.flatMap((slot) => withCase(tree, tree.dependents(child, "obl:agent", "obl"), slot)),
    )
    .slice(0, 1);
}

/** "was behind the attack", "those responsible for the killing", "claimed responsibility for the blast": whose act it was. */
function answerableFor(tree: Tree, noun: number): readonly number[] {
  const { head } = tree.tokens[noun]!;
  // "claimed that attack": it is known by now, and so is whose it is said to be.
  if (
    tree
      .dependents(noun, "det")
      .some((child) => /^(?:that|this|these|those)$/i.test(tree.tokens[child]!.text))
  )
    return [];
  if (withCase(tree, [noun], "behind").length > 0) {
    const subject = tree.dependents(noun, "nsubj")[0] ?? tree.dependents(head, "nsubj")[0];
    if (subject !== undefined) return [subject];
    return head >= 0 && relation(tree.tokens[noun]!) === "nmod" ? [head] : [];
  }
  if (head < 0 || withCase(tree, [noun], "for").length === 0) return [];
  const governor = tree.tokens[head]!;
  if (/^(?:responsible|accountable)$/.test(governor.lemma)) {
    const subject = tree.dependents(head, "nsubj").slice(0, 1);
    return subject.length > 0 || relation(governor) !== "amod" ? subject : [governor.head];
  }
  if (governor.lemma === "responsibility") return carrierSubjects(tree, governor.head);
  const isClaimed = tree.dependents(head, "obj").some((one) => tree.tokens[one]!.lemma === "responsibility");
  return isClaimed ? carrierSubjects(tree, head) : [];
}

function carrierSubjects(tree: Tree, verb: number): readonly number[] {
  return /^(?:claim|accept|take|admit|bear)$/.test(tree.tokens[verb]?.lemma ?? "")
    ? subjectsOf(tree, verb)
    : [];
}

/** The verb of "drew criticism", "received backing". */
function converseOf(tree: Tree, noun: number): number | undefined {
  const { head } = tree.tokens[noun]!;
  const isObject = relation(tree.tokens[noun]!) === "obj";
  return isObject && isCue(tree.tokens[head]!.lemma, "converse-verb") ? head : undefined;
}

/** "Monday's bombing", "last week's talks": when, not whose. */
const TIME =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun|yester)day|today|week|weekend|month|year|night|morning|january|february|march|april|may|june|july|august|september|october|november|december|\d+)$/i;

function nounSlot(tree: Tree, noun: number, slot: Slot): readonly number[] {
  switch (slot) {
    case "poss":
      return tree
        .dependents(noun, "nmod:poss")
        .filter((child) => !TIME.test(tree.tokens[child]!.lemma))
        .slice(0, 1);
    case "compound":
      return tree.dependents(noun, "compound").slice(0, 1);
    case "amod":
      return tree
        .dependents(noun, "amod")
        .filter((child) => /^(?:\p{Lu}|regional$)/u.test(tree.tokens[child]!.text))
        .slice(0, 1);
    case "light":
      return carrier(tree, noun);
    default:
      return withCase(tree, tree.dependents(noun, "nmod"), slot).slice(0, 1);
  }
}

/** "The army launched an attack": the subject of the verb that carries the noun. */
function carrier(tree: Tree, noun: number): readonly number[] {
  const token = tree.tokens[noun]!;
  const verb = tree.tokens[token.head];
  if (verb === undefined || verb.upos !== "VERB" || !isCue(verb.lemma, "light-verb")) return [];
  if (relation(token) === "obj") return subjectsOf(tree, token.head);
  return token.deprel === "nsubj:pass" ? withCase(tree, tree.dependents(token.head, "obl"), "by") : [];
}
