import { relation, type Tree } from "../../../language/index.ts";
import { isCue } from "../cues.ts";
import { prepositionsOf } from "./attachment.ts";
import { AT } from "./place-standing.ts";

/**
 * An act that its clause only mentions, by those who did or suffered it or as what went before: "the coup leaders met
 * on Monday", "victims of the attack met on Monday", "left on Tuesday after a riot". When and where the clause is says
 * nothing of it.
 */
export function isOnlyMentioned(tree: Tree, token: number): boolean {
  let at = token;
  for (let steps = 0; steps < MOST_NOUNS; steps += 1) {
    const word = tree.tokens[at]!;
    const above = tree.tokens[word.head];
    if (above === undefined || !NOUNS.has(word.upos)) return false;
    const kind = relation(word);
    const marks = prepositionsOf(tree, at);
    if ((kind === "obl" || kind === "nmod") && marks.some((mark) => OTHER_OCCASION.test(mark))) return true;
    if (!/^(?:compound|nmod|appos|conj)$/.test(kind) || !NOUNS.has(above.upos)) return false;
    const isTheirs = kind === "compound" || marks.includes("of") || word.deprel === "nmod:poss";
    if (isTheirs && isCue(above.lemma, "people-of-act")) return true;
    at = word.head;
  }
  return false;
}

const NOUNS: ReadonlySet<string> = new Set(["NOUN", "PROPN"]);
const MOST_NOUNS = 4;
/** Before an act that had its time before, or is what words are about. */
const OTHER_OCCASION = /^(?:after|following|since|before|over|against|despite|concerning|regarding)$/;

/**
 * "The guard, who led the coup, was sworn in on Friday": a date behind the main verb is not that of a clause about its
 * subject.
 */
export function isAboutSubject(tree: Tree, token: number, dated: number): boolean {
  const clause = [token, ...tree.ancestors(token)].find((at) => tree.tokens[at]!.deprel === "acl:relcl");
  if (clause === undefined) return false;
  const inside = tree.subtree(clause);
  const verb = tree.tokens[dated]!.head;
  return !inside.includes(dated) && inside.at(-1)! < verb && verb < dated;
}

/**
 * "protests against Norway, which recalled its envoy on Tuesday": the parser may hang the clause on the act, but it
 * stands right behind a party's name and speaks of the party.
 */
export function isAboutParty(tree: Tree, clause: number): boolean {
  if (tree.tokens[clause]!.deprel !== "acl:relcl") return false;
  const first = tree.subtree(clause)[0]!;
  const before = tree.tokens[first - 1]?.upos === "PUNCT" ? first - 2 : first - 1;
  const name = tree.tokens[before];
  if (name?.upos !== "PROPN" || name.head !== tree.tokens[clause]!.head) return false;
  const marks = prepositionsOf(tree, before);
  return marks.length > 0 && !marks.some((mark) => AT.test(mark));
}
