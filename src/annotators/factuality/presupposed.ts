import { relation, type Tree } from "../../language/index.ts";

/** Verbs whose subject is named by what it did: the clause says who is meant, not what is claimed. */
const FINITE = new Set(["VBD", "VBZ", "VBP", "VBN"]);

/**
 * Whether somebody's indirect words take a happening for granted instead of claiming it: "said it would answer the
 * attack", "countries that expelled envoys", "after talks had failed". The report then vouches for it as for
 * everything that it uses to say what is meant. Words in quotation marks vouch for nothing.
 */
export function isPresupposed(tree: Tree, index: number, claim: number): boolean {
  const token = tree.tokens[index]!;
  if (isInsideRelative(tree, index, claim) || isAttribute(tree, index)) return true;
  if (token.upos === "VERB") return isBackground(tree, index);
  if (isOutcome(tree, index)) return true;
  return (
    token.upos === "NOUN" &&
    !isClaimed(tree, index, claim) &&
    !isPurpose(tree, index) &&
    (isDefinite(tree, index) || hasRelative(tree, index))
  );
}

/** "countries that expelled envoys over the poisoning": all that the relative clause tells goes with it. */
function isInsideRelative(tree: Tree, index: number, claim: number): boolean {
  for (let at = index; at >= 0 && at !== claim; at = tree.tokens[at]!.head) {
    if (isRelative(tree, at)) return isKnown(tree, tree.tokens[at]!.head, claim) || isRemark(tree, at);
    // What only may follow from something is not taken for granted with it.
    if (!CARRIED.has(relation(tree.tokens[at]!))) return false;
  }
  return false;
}

/** Relations by which a relative clause holds what it tells without making it an aim, a condition or somebody's words. */
const CARRIED: ReadonlySet<string> = new Set(["obj", "nsubj", "obl", "nmod", "conj", "amod", "compound"]);

/** "the expelled envoys left": a participle right before its noun, whichever the tree hangs on the other, says who is meant. */
function isAttribute(tree: Tree, index: number): boolean {
  const token = tree.tokens[index]!;
  const noun = tree.tokens[index + 1];
  if (token.xpos !== "VBN" || noun?.upos !== "NOUN" || tree.dependents(index, "aux", "aux:pass").length > 0)
    return false;
  return token.head === index + 1 || (noun.head === index && relation(token) === "acl");
}

function isRelative(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb]!;
  // "children killed in the raids" is a relative clause without its pronoun; "killed by the rebels" blames somebody.
  const isReduced =
    token.deprel === "acl" &&
    token.xpos === "VBN" &&
    relation(tree.tokens[token.head]!) !== "conj" &&
    token.head < verb &&
    tree.dependents(verb, "aux", "aux:pass", "mark", "nsubj", "nsubj:pass").length === 0 &&
    !hasCase(tree, verb, "by");
  return (isReduced || token.deprel === "acl:relcl") && FINITE.has(token.xpos) && !hasModal(tree, verb);
}

/** Something under the verb stands behind the preposition. */
function hasCase(tree: Tree, verb: number, preposition: string): boolean {
  return tree
    .dependents(verb, "obl")
    .some((one) => tree.dependents(one, "case").some((at) => tree.tokens[at]!.lemma === preposition));
}

/** ", which had been handed over": behind a comma the report adds what it knows itself. */
function isRemark(tree: Tree, verb: number): boolean {
  const first = tree.subtree(verb).find((index) => tree.tokens[index]!.upos !== "PUNCT") ?? verb;
  return (
    tree.tokens[first - 1]?.text === "," && /^(?:which|who|whose|where)$/i.test(tree.tokens[first]!.text)
  );
}

/** "said it needed more time, drawing sanctions": what the words led to is the report's to tell. */
function isOutcome(tree: Tree, noun: number): boolean {
  const { head } = tree.tokens[noun]!;
  const verb = tree.tokens[head];
  if (verb === undefined || relation(tree.tokens[noun]!) !== "obj" || verb.xpos !== "VBG") return false;
  return (
    /^(?:incur|draw|prompt|spark|trigger|provoke|attract)$/.test(verb.lemma) &&
    tree.tokens[head - 1]?.text === ","
  );
}

/** "for the inquiry": what something is to serve is not yet known to be. */
function isPurpose(tree: Tree, noun: number): boolean {
  return tree.dependents(noun, "case").some((one) => tree.tokens[one]!.lemma === "for");
}

/** "27 pupils whom they kidnapped" brings pupils in as news of the claim; "the pupils", or pupils further off, do not. */
function isKnown(tree: Tree, noun: number, claim: number): boolean {
  return isDefinite(tree, noun) || !isClaimed(tree, noun, claim);
}

/** "after it had failed", "since the war began": told as known, with a tense of its own. */
function isBackground(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb]!;
  if (relation(token) !== "advcl" || !FINITE.has(token.xpos) || hasModal(tree, verb)) return false;
  return tree
    .dependents(verb, "mark")
    .some((mark) => /^(?:after|since)$/.test(tree.tokens[mark]!.lemma.toLowerCase()));
}

function hasModal(tree: Tree, verb: number): boolean {
  return tree.dependents(verb, "aux").some((child) => tree.tokens[child]!.xpos === "MD");
}

/** Subject, object and root of what is claimed are claimed with it: only what hangs deeper is background. */
function isClaimed(tree: Tree, noun: number, claim: number): boolean {
  if (noun === claim) return true;
  const { head } = tree.tokens[noun]!;
  // "said that six had died from the gas": the cause is as much claimed as the harm.
  const isCause = tree.dependents(noun, "case").some((at) => tree.tokens[at]!.lemma === "from");
  return head === claim && (relation(tree.tokens[noun]!) !== "obl" || isCause);
}

/** "the raid", "their raid": the text means one that it takes for known. */
export function isDefinite(tree: Tree, noun: number): boolean {
  const isThe = tree
    .dependents(noun, "det")
    .some((child) => /^(?:the|this|that|these|those)$/.test(tree.tokens[child]!.lemma.toLowerCase()));
  return isThe || tree.dependents(noun, "nmod:poss").length > 0;
}

function hasRelative(tree: Tree, noun: number): boolean {
  return tree.dependents(noun, "acl:relcl").some((clause) => isRelative(tree, clause));
}
