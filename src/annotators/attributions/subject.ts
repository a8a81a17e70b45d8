import { isStraySpeaker, relation, type Tree } from "../../language/index.ts";
import { hasCase, isRelative } from "./source.ts";
import { namesTime } from "./when.ts";

/**
 * The subject of a verb: its own, the agent of a passive, or the one it shares with the verb that it is coordinated
 * with, controlled by, or a participle of. -1 if there is none.
 */
export function subjectOf(tree: Tree, verb: number): number {
  const passive = tree.dependents(verb, "nsubj:pass").length > 0;
  const agent =
    tree.dependents(verb, "obl:agent")[0] ??
    tree.dependents(verb, "obl").find((index) => passive && hasCase(tree, index, "by"));
  if (agent !== undefined) return agent;
  if (passive) return -1;
  const inverted = behindWhatIsSaid(tree, verb);
  if (inverted >= 0) return inverted;
  // With two subjects before it, the parser has cut the clause off that the nearer one is said to say.
  const subjects = tree.dependents(verb, "nsubj").filter((index) => index < verb || !isDay(tree, index));
  const nominal = subjects.filter((index) => tree.tokens[index]!.upos !== "VERB");
  const own = (nominal.length > 0 ? nominal : subjects).findLast((index, at) => at === 0 || index < verb);
  if (own !== undefined) return antecedent(tree, verb, beforePreposition(tree, behindDateline(tree, own)));
  const token = tree.tokens[verb]!;
  const quoted = quotedAs(tree, verb);
  if (quoted >= 0) return quoted;
  const before = nominalBefore(tree, verb);
  const near = before < 0 ? nominalBehind(tree, verb) : before;
  if (token.head < 0) return near;
  const kind = relation(token);
  if (token.deprel === "acl:relcl" || (kind === "acl" && token.xpos === "VBG"))
    return issuerOf(tree, verb, token.head) ?? token.head;
  if (kind === "conj") return subjectOf(tree, goesOnFrom(tree, verb) ?? token.head);
  if (kind === "xcomp" || (kind === "advcl" && token.xpos === "VBG")) return subjectOf(tree, token.head);
  return near;
}

/** "released a statement saying …": whoever releases it says so, not the paper. */
function issuerOf(tree: Tree, verb: number, paper: number): number | undefined {
  const { head } = tree.tokens[paper]!;
  if (tree.tokens[verb]!.xpos !== "VBG" || relation(tree.tokens[paper]!) !== "obj" || head < 0)
    return undefined;
  if (!/^(?:issue|release|publish|post|send|circulate|read|make)$/.test(tree.tokens[head]!.lemma))
    return undefined;
  const issuer = subjectOf(tree, head);
  return issuer < 0 ? undefined : issuer;
}

/** "quoted a commander as saying", "was quoted as saying": whoever is quoted says it; -1 if nobody is. */
function quotedAs(tree: Tree, verb: number): number {
  const { head, xpos } = tree.tokens[verb]!;
  if (head < 0 || xpos !== "VBG" || !/^(?:quote|cite)$/.test(tree.tokens[head]!.lemma.toLowerCase()))
    return -1;
  if (!hasCase(tree, verb, "as")) return -1;
  return tree.dependents(head, "obj", "iobj", "nsubj:pass")[0] ?? -1;
}

/** "officials in Goma said", with "Goma" read as the subject: a phrase with a preposition is none, the noun before is. */
function beforePreposition(tree: Tree, subject: number): number {
  const preposition = tree
    .dependents(subject, "case")
    .find((one) => one < subject && tree.tokens[one]!.xpos === "IN");
  if (preposition === undefined || !isNominal(tree, preposition - 1)) return subject;
  return preposition - 1;
}

/** "GENEVA - The envoy said": the parser takes the place line for the subject and the envoy for its apposition. */
function behindDateline(tree: Tree, subject: number): number {
  if (!/^\p{Lu}{3,}$/u.test(tree.tokens[subject]!.text)) return subject;
  if (!/^[-–—―]+$/.test(tree.tokens[subject + 1]?.text ?? "")) return subject;
  return (
    tree.dependents(subject, "appos", "list", "parataxis").find((index) => isNominal(tree, index)) ?? subject
  );
}

/**
 * "said it was late and called for talks": a verb that the tree coordinates with what is said, but that has the form
 * of the saying, is one more thing that the speaker does.
 */
function goesOnFrom(tree: Tree, verb: number): number | undefined {
  const token = tree.tokens[verb]!;
  const said = tree.tokens[token.head]!;
  const saying = tree.tokens[said.head];
  if (!["ccomp", "parataxis"].includes(relation(said)) || saying?.upos !== "VERB") return undefined;
  if (tree.dependents(token.head, "mark").length > 0 && said.xpos === token.xpos) return undefined;
  return formOf(tree, said.head) === formOf(tree, verb) ? said.head : undefined;
}

/** Past or present, with the auxiliary of a progressive or perfect counted in. */
function formOf(tree: Tree, verb: number): string {
  const auxiliary = tree.dependents(verb, "aux")[0];
  const { xpos } = tree.tokens[auxiliary ?? verb]!;
  return xpos === "VBP" ? "VBZ" : xpos;
}

/** The parser sometimes hangs a long subject elsewhere: then it is the phrase that ends right before a finite verb. */
function nominalBefore(tree: Tree, verb: number): number {
  if (!/^VB[DZP]$/.test(tree.tokens[verb]!.xpos)) return -1;
  const own = new Set(tree.children(verb));
  let at = verb - 1;
  while (own.has(at) && ["advmod", "aux"].includes(relation(tree.tokens[at]!))) at -= 1;
  while (tree.tokens[at]?.text === ")") at -= 1;
  // "the minister, Paul Ode, said": the noun before the name is the speaker's too, what stands before its comma is not.
  const named = tree.tokens[at]?.text === "," ? commaBefore(tree, at) : -1;
  const limit = named < 0 ? -1 : commaBefore(tree, named);
  if (named >= 0) at = isRelative(tree, named + 1) || isWhose(tree, named + 1) ? named - 1 : at - 1;
  if (!isNominal(tree, at) || tree.tokens[at]!.sentence !== tree.tokens[verb]!.sentence) return -1;
  for (
    let head = tree.tokens[at]!.head;
    head > limit && head < verb && (isNominal(tree, head) || tree.tokens[head]!.upos === "NUM");
    head = tree.tokens[at]!.head
  ) {
    if (isStraySpeaker(tree, at)) break;
    // "…, the activists said": what a comma parts from the speaker is what he says, unless he explains it.
    if (relation(tree.tokens[at]!) !== "appos" && commaBefore(tree, at) > head) break;
    at = head;
  }
  return at;
}

/** "The ministry, whose head is ill, said". */
function isWhose(tree: Tree, index: number): boolean {
  return /^whose$/i.test(tree.tokens[index]?.text ?? "");
}

/** The nearest comma before a word in its sentence; -1 if there is none. */
function commaBefore(tree: Tree, word: number): number {
  const { sentence } = tree.tokens[word]!;
  let at = word - 1;
  while (tree.tokens[at]?.sentence === sentence && tree.tokens[at]!.text !== ",") at -= 1;
  return tree.tokens[at]?.sentence === sentence ? at : -1;
}

/** "…, said one envoy", where the envoy became the hearer, or the subject of a clause before the verb. */
function nominalBehind(tree: Tree, verb: number): number {
  if (tree.tokens[verb]!.xpos !== "VBD" || !/^[,”"]$/.test(tree.tokens[verb - 1]?.text ?? "")) return -1;
  const hearer = tree.dependents(verb, "iobj", "obj").find((index) => index > verb && isNominal(tree, index));
  if (hearer !== undefined && tree.subtree(hearer)[0] === verb + 1) return hearer;
  const sentence = tree.tokens[verb]!.sentence;
  for (let at = verb + 1; tree.tokens[at]?.sentence === sentence && at < verb + 8; at += 1)
    if (isNominal(tree, at) && relation(tree.tokens[at]!) === "nsubj" && tree.tokens[at]!.head < verb)
      return at;
  return -1;
}

/**
 * "“We stay,” said Moss", "the mill is closing, said its owner": the noun behind a verb of saying that a closed
 * quotation or a comma precedes, unless it begins a clause of its own. -1 if there is none.
 */
function behindWhatIsSaid(tree: Tree, verb: number): number {
  const before = tree.tokens[verb - 1]?.text ?? "";
  if (!/^VB[DZP]$/.test(tree.tokens[verb]!.xpos) || !/^[",]$/.test(before)) return -1;
  const { sentence } = tree.tokens[verb]!;
  for (let at = verb + 1; tree.tokens[at]?.sentence === sentence && at < verb + 8; at += 1) {
    const { head, upos } = tree.tokens[at]!;
    // "…, said on Friday": what a preposition leads to is no speaker.
    if (/^(?:PUNCT|VERB|AUX|PRON|SCONJ|ADP)$/.test(upos)) return -1;
    if (!isNominal(tree, at) || isDay(tree, at)) continue;
    if (head === verb && relation(tree.tokens[at]!) === "nsubj") return at;
    if (head >= 0 && head < verb && before === '"') return at;
    if (head >= 0 && head < verb && tree.dependents(verb, "nsubj").length === 0) return at;
  }
  return -1;
}

function isNominal(tree: Tree, index: number): boolean {
  return ["NOUN", "PROPN", "PRON"].includes(tree.tokens[index]?.upos ?? "");
}

/** "an envoy said Thursday": a bare day behind the verb says when, whatever the parser takes it for. */
function isDay(tree: Tree, index: number): boolean {
  const isBare = tree.children(index).every((at) => at > index || tree.tokens[at]!.upos === "PUNCT");
  return isBare && namesTime(tree.tokens[index]!.text);
}

/** "which", "who": the noun that the relative clause hangs on. */
function antecedent(tree: Tree, verb: number, subject: number): number {
  const clause = tree.tokens[verb]!;
  return isRelative(tree, subject) && relation(clause) === "acl" ? clause.head : subject;
}
