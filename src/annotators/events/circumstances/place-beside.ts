import { relation, type Tree } from "../../../language/index.ts";
import { type Circumstance, prepositionsOf } from "./attachment.ts";
import { standsAt } from "./place-standing.ts";

/** Who sits where they act: "a Minsk court" decides in Minsk. */
const SEATED = /^(?:court|tribunal|judge|jury)$/;
const JOURNEY =
  /^(?:arrive|come|depart|drive|fly|gather|go|head|journey|land|leave|return|travel|trip|visit|walk|march)$/;
const DESTINATION = /^(?:for|to|into|towards?|in|at|near|outside)$/;

/** "A court in Minsk sentenced", "Trade unions in Oruro declared a strike": where the one who acts is. */
export function ofSubject(
  tree: Tree,
  located: readonly Circumstance[],
  token: number,
  onlySeats: boolean,
): Circumstance | undefined {
  const verb = relation(tree.tokens[token]!) === "obj" ? tree.tokens[token]!.head : token;
  const subjects = tree.dependents(verb, "nsubj");
  return located.find(({ head }) => {
    const noun = tree.tokens[head]!.head;
    if (!subjects.includes(noun) || tree.dependents(head, "cop").length > 0) return false;
    const sits = SEATED.test(tree.tokens[noun]!.lemma);
    const isSeat = sits && /^(?:compound|amod|nmod:poss)/.test(tree.tokens[head]!.deprel);
    const isThere = relation(tree.tokens[head]!) === "nmod" && standsAt(tree, head);
    return isSeat || (isThere && (sits || !onlySeats));
  });
}

/** "fired tear gas in Confital and arrested 18 people", "flew drones against a house in Delmas, killing seven". */
export function ofClauseBefore(
  tree: Tree,
  located: readonly Circumstance[],
  token: number,
): Circumstance | undefined {
  const { deprel, head } = tree.tokens[token]!;
  const isNext = deprel === "conj" || (deprel === "advcl" && tree.tokens[token]!.xpos === "VBG");
  if (!isNext || head < 0 || tree.tokens[head]!.upos !== "VERB" || head > token) return undefined;
  return located.find(
    (one) =>
      one.head < token &&
      one.chain.includes(head) &&
      !one.chain.includes(token) &&
      standsAt(tree, one.head) &&
      !crossesClause(tree, one, head),
  );
}

/** "fired at lawyers who marched through Lahore": those who are hit are where they are told to be. */
export function ofPartyClause(
  tree: Tree,
  located: readonly Circumstance[],
  token: number,
): Circumstance | undefined {
  const parties = tree.dependents(token, "obj", "obl", "nsubj:pass");
  const nouns = parties.flatMap((party) => [party, ...tree.dependents(party, "nmod")]);
  const clauses = nouns.flatMap((noun) => tree.dependents(noun, "acl"));
  return located.find((one) => clauses.includes(tree.tokens[one.head]!.head) && standsAt(tree, one.head));
}

/** "left for Washington to meet him", "was in Cairo for talks": where the way leads that has this end. */
export function ofJourney(
  tree: Tree,
  located: readonly Circumstance[],
  token: number,
): Circumstance | undefined {
  const own = tree.tokens[token]!;
  const isEnd =
    /^(?:advcl|xcomp|acl)$/.test(own.deprel) || prepositionsOf(tree, token).some((mark) => mark === "for");
  const mark = tree.dependents(token, "case").find((at) => tree.tokens[at]!.lemma === "for");
  const justBefore = located.find(
    (one) => mark !== undefined && one.head === mark - 1 && standsAt(tree, one.head),
  );
  if (justBefore !== undefined) return justBefore;
  const way = JOURNEY.test(own.lemma) ? token : isEnd ? own.head : -1;
  if (way < 0) return undefined;
  const { lemma } = tree.tokens[way]!;
  return located.find(
    (one) =>
      (tree.tokens[one.head]!.head === way || one.head === way) &&
      ((JOURNEY.test(lemma) && prepositionsOf(tree, one.head).some((mark) => DESTINATION.test(mark))) ||
        (one.head === way && standsAt(tree, one.head))),
  );
}

/**
 * A clause of its own lies between the place and the word above it. The clause of the thing that the sentence is about
 * is none: "the blast that hit a depot near Karnobat was sabotage".
 */
export function crossesClause(tree: Tree, one: Circumstance, above: number): boolean {
  if (one.head === above) return false;
  return [one.head, ...one.chain.slice(0, Math.max(0, one.chain.indexOf(above)))].some((at) => {
    const { deprel, head } = tree.tokens[at]!;
    // "the minister, who was in Cairo": a clause, whatever the parser calls it.
    if (tree.dependents(at, "cop").length > 0 && deprel !== "root") return true;
    if (!/^(?:acl|advcl|ccomp|csubj|parataxis)/.test(deprel)) return false;
    const noun = tree.tokens[head];
    return !(deprel.startsWith("acl") && noun?.upos === "NOUN" && /^nsubj/.test(noun.deprel));
  });
}
