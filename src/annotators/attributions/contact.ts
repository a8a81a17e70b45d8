import { indicesOf, nounPhrase, relation, type Tree } from "../../language/index.ts";

/**
 * What a verb of saying is followed by, where the tree hangs it elsewhere: English leaves "that" out ("groups who say
 * the law is unfair"), and then the parser takes the clause for a relative of the speaker, or for a coordination. A
 * clause that begins right behind the verb, its hearer and its adverbs is what is said.
 */
export function clauseBehind(tree: Tree, verb: number): readonly number[] {
  const sentence = tree.tokens[verb]!.sentence;
  const start = behind(tree, verb);
  const clauses: (readonly number[])[] = [];
  for (let index = start; tree.tokens[index]?.sentence === sentence; index += 1) {
    if (!isClause(tree, index)) continue;
    const all = tree.subtree(index);
    if (all[0] === start) clauses.push(all);
  }
  const longest = clauses.sort((a, b) => b.length - a.length)[0];
  return longest ?? nounWithClause(tree, verb, start);
}

/** "a step they say angered the union": in a relative clause, the finite verb that follows is what is said of the noun. */
export function relativeBehind(tree: Tree, verb: number): readonly number[] {
  const next = tree.tokens[verb + 1];
  if (relation(tree.tokens[verb]!) !== "acl" || next === undefined) return [];
  if (!/^(?:VB[DZP]|MD)$/.test(next.xpos) || next.sentence !== tree.tokens[verb]!.sentence) return [];
  const clause = next.upos === "AUX" && next.head > verb ? next.head : verb + 1;
  return tree.subtree(clause).filter((index) => index > verb);
}

/** "said 20 people living there voted", with "voted" read as a participle of the people. */
function nounWithClause(tree: Tree, verb: number, start: number): readonly number[] {
  const object = tree.dependents(verb, "obj").find((index) => tree.subtree(index)[0] === start);
  if (object === undefined) return [];
  const all = tree.subtree(object);
  const tells = tree
    .dependents(object, "acl")
    .some((index) => ["VERB", "AUX"].includes(tree.tokens[index]!.upos) && tree.tokens[index]!.xpos !== "VB");
  return tells && !all.includes(verb) ? all : [];
}

/** A verb, or what a copula says, with a subject of its own. */
function isClause(tree: Tree, index: number): boolean {
  return (
    tree.dependents(index, "nsubj", "csubj", "expl").length > 0 && relation(tree.tokens[index]!) !== "nsubj"
  );
}

/** The first word behind the verb that is no adverb, no mark and no hearer. */
function behind(tree: Tree, verb: number): number {
  const hearer = tree.dependents(verb, "obj", "iobj").find((index) => isHearer(tree, verb, index));
  let at = hearer === undefined ? verb + 1 : nounPhrase(tree, hearer).last;
  while (["ADV", "PUNCT"].includes(tree.tokens[at]?.upos ?? "") && tree.tokens[at]!.text !== ".") at += 1;
  return at;
}

function isHearer(tree: Tree, verb: number, index: number): boolean {
  return (
    /^(?:tell|inform|remind|assure|notify|warn|convince|persuade|reassure)$/.test(
      tree.tokens[verb]!.lemma.toLowerCase(),
    ) && index > verb
  );
}

/**
 * The sentence beside a verb of saying that stands alone with its subject: the one before it, if that ends in a comma
 * or a mark of quotation ("Talks Resume," | "Minister Says"), or the one behind a verb that ends its line unfinished.
 */
export function sentenceBeside(tree: Tree, verb: number, subject: number): readonly number[] {
  const { tokens } = tree;
  const own = new Set([...tree.subtree(subject), verb]);
  const sentence = tree.sentence(verb);
  const { first, last } = sentence;
  const others = indicesOf(sentence).filter((at) => !own.has(at) && tokens[at]!.upos !== "PUNCT");
  if (others.length > 0) return [];
  if (tokens[first - 1]?.text === ",") return indicesOf(tree.sentence(first - 1));
  return last === verb + 1 && tokens[last] !== undefined ? indicesOf(tree.sentence(last)) : [];
}
