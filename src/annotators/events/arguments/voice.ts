import { relation, relativeNoun, type Tree } from "../../../language/index.ts";

/** Whether a verb's subject is the one that it is done to. */
export function passive(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb]!;
  if (tree.dependents(verb, "nsubj:pass", "aux:pass").length > 0) return true;
  if (token.xpos !== "VBN" || token.deprel === "acl:relcl") return false;
  // "reports that the army had attacked": the parser hangs a clause with a subject of its own on the noun.
  if (relation(token) === "acl") return tree.dependents(verb, "nsubj").length === 0;
  // "led by officers and backed by a state": a participle with an agent and no auxiliary of its own.
  return tree.dependents(verb, "obl:agent").length > 0 && tree.dependents(verb, "aux", "nsubj").length === 0;
}

/** Whom a passive verb is done to: its subject, the noun that its participle describes, or a shared subject. */
export function passiveSubject(tree: Tree, verb: number): readonly number[] {
  const token = tree.tokens[verb]!;
  // Of two the nearer one: parsers make one of who says it and one of to whom it was done.
  const own =
    tree.dependents(verb, "nsubj:pass").findLast((at) => at < verb) ??
    tree.dependents(verb, "nsubj:pass")[0] ??
    tree.dependents(verb, "nsubj")[0];
  if (own !== undefined) return [throughRelative(tree, verb, own)];
  const described = describedBy(tree, verb);
  if (described !== undefined) return [described];
  if (relation(token) === "acl") return [token.head];
  const sharesSubject = relation(token) === "conj" && passive(tree, token.head);
  return sharesSubject ? passiveSubject(tree, token.head) : [];
}

/**
 * The noun that a participle with an agent describes: "a raid led by rebels and backed by a state". Parsers hang the
 * second participle on the verb of the sentence.
 */
export function describedBy(tree: Tree, token: number): number | undefined {
  const { xpos, head } = tree.tokens[token]!;
  if (xpos !== "VBN" || head < 0 || tree.dependents(token, "aux", "nsubj").length > 0) return undefined;
  if (tree.dependents(token, "obl:agent").length === 0) return undefined;
  if (relation(tree.tokens[token]!) === "acl") return head;
  if (relation(tree.tokens[token]!) !== "conj") return undefined;
  const first = tree.tokens[head]!.xpos === "VBN" ? head : participleBetween(tree, head, token);
  return first === undefined ? undefined : describedBy(tree, first);
}

function participleBetween(tree: Tree, from: number, to: number): number | undefined {
  for (let at = to - 1; at > from; at -= 1) {
    const { deprel, xpos } = tree.tokens[at]!;
    if (deprel === "acl" && xpos === "VBN" && tree.dependents(at, "obl:agent").length > 0) return at;
  }
  return undefined;
}

/** "who", "which": the noun that the relative clause is about. */
export function throughRelative(tree: Tree, verb: number, subject: number): number {
  if (!/^(?:who|which|that|whom)$/i.test(tree.tokens[subject]!.text)) return subject;
  let at = verb;
  while (tree.tokens[at]!.head >= 0 && relation(tree.tokens[at]!) === "conj") at = tree.tokens[at]!.head;
  return relation(tree.tokens[at]!) === "acl" ? relativeNoun(tree, at) : subject;
}
