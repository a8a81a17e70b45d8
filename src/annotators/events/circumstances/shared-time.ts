import { relation, type Tree } from "../../../language/index.ts";
import type { EventType } from "../../../ontology/index.ts";
import { SPOKEN } from "../speech-acts.ts";
import { type Circumstance, clauseAbove, type Holders } from "./attachment.ts";
import { ON_THE_GROUND } from "./place-standing.ts";
import { firstConjunct, hasOwnSubject, isSimplePast } from "./tense.ts";

/**
 * The time that an event shares with a verb above it, the nearest first. Of two on one verb the one behind the event
 * is its own: "accused a unit on Thursday of hacking into the grid last August".
 */
export function sharedTime(
  tree: Tree,
  token: number,
  dated: readonly Circumstance[],
  holders: Holders,
): Circumstance | undefined {
  const above = clauseAbove(tree, token, holders);
  const own = sameTimeAbove(tree, token, above, holders);
  for (const [index, at] of above.entries()) {
    const here = dated.filter((one) => one.carriers.includes(at));
    const second = here.length > 1 ? here.find((one) => one.head > token) : undefined;
    const found = second ?? (index < own ? here[0] : undefined);
    if (found !== undefined) return found;
  }
  return ofSentence(tree, token, dated, holders) ?? ofLastConjunct(tree, token, dated);
}

/** "In January fighters took a clinic; troops stormed it": the date that a sentence begins with goes for all of it. */
function ofSentence(
  tree: Tree,
  token: number,
  dated: readonly Circumstance[],
  { triggers }: Holders,
): Circumstance | undefined {
  const { deprel, head, upos } = tree.tokens[token]!;
  if (upos !== "VERB" || SPOKEN.has(triggers.get(token) ?? "ACCUSE")) return undefined;
  if (!/^(?:parataxis|conj)/.test(deprel)) return undefined;
  const first = tree.dependents(head, "nsubj")[0] ?? head;
  return dated.find((one) => tree.tokens[one.head]!.head === head && one.head < first);
}

/** "raided the office and seized computers on Friday", "has fired critics and muzzled the press since May". */
function ofLastConjunct(tree: Tree, token: number, dated: readonly Circumstance[]): Circumstance | undefined {
  const joined = tree
    .dependents(token, "conj")
    .filter((at) => tree.tokens[at]!.upos === "VERB" && !hasOwnSubject(tree, at));
  const last = joined.at(-1);
  return last === undefined
    ? undefined
    : dated.find((one) => one.head > last && one.carriers.includes(last) && one.chain.indexOf(last) <= 1);
}

/**
 * How many of the words above tell the time of the event too. Who condemns a killing on Monday does not date the
 * killing: words about an event are another one.
 */
function sameTimeAbove(tree: Tree, token: number, above: readonly number[], holders: Holders): number {
  const path = [token, ...above];
  const other = above.findIndex((at, index) => {
    const type = holders.triggers.get(at);
    const below = tree.tokens[path[index]!]!;
    if (relation(below) === "advcl" && isEarlier(tree, path[index]!, holders)) return true;
    if (isAnswer(tree, path[index]!, holders)) return true;
    return type !== undefined && ABOUT.has(type) && !/^(?:conj|advcl)$/.test(relation(below));
  });
  return other < 0 ? above.length : other;
}

/** "The bank froze its loans on Monday, and the minister accused it": words about an act come when they come. */
function isAnswer(tree: Tree, clause: number, { triggers }: Holders): boolean {
  const isJoined = firstConjunct(tree, clause) >= 0 && hasOwnSubject(tree, clause);
  return isJoined && SPOKEN.has(triggers.get(clause) ?? "ASSAULT");
}

/**
 * "jailed for ordering a murder", "arrested after he had led a march": what comes first has a time of its own. "Took
 * the town on Saturday after the army withdrew" is one day's story.
 */
function isEarlier(tree: Tree, clause: number, { triggers }: Holders): boolean {
  const isOneStory = ON_THE_GROUND.has(triggers.get(clause) ?? "ACCUSE") && isSimplePast(tree, clause);
  return tree
    .dependents(clause, "mark")
    .some((mark) =>
      tree.tokens[mark]!.lemma === "after"
        ? !isOneStory
        : /^(?:for|since|over)$/.test(tree.tokens[mark]!.lemma),
    );
}

/** Types whose object is an act of somebody else, mostly of another day. */
const ABOUT: ReadonlySet<EventType> = new Set<EventType>([
  "ACCUSE",
  "REJECT",
  "REQUEST",
  "SUPPORT",
  "THREATEN",
]);
