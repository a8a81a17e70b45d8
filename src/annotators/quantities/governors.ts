import { relation, type Tree } from "../../language/index.ts";
import type { QuantityKind } from "../../record/event.ts";
import { KIND_BY_ACT, KIND_BY_NOUN, KIND_BY_VERB, MOVED, OF_PEOPLE_OR_THINGS, PEOPLE } from "./kinds.ts";
import { phraseStart } from "./phrase.ts";

/** What is counted, and the token of the verb or noun that says so; -1 where the counted noun does. */
export interface Kind {
  readonly kind: QuantityKind;
  readonly governor: number;
}

/** The kind that the counted noun names itself, or that its verb gives it: "ten arrests", "ten people were arrested". */
export function kindsOf(tree: Tree, counted: number, noun: number): readonly Kind[] {
  const token = tree.tokens[counted]!;
  const own = KIND_BY_NOUN[token.lemma.toLowerCase()];
  // "No casualties": nobody died and nobody was hurt; of twelve nobody knows how many died.
  if (token.lemma === "casualty" && isNone(tree, counted))
    return [
      { kind: "dead", governor: -1 },
      { kind: "injured", governor: -1 },
    ];
  if (own !== undefined && !(PEOPLE.has(token.lemma.toLowerCase()) && governorKind(tree, noun) !== undefined))
    return [{ kind: own, governor: -1 }];
  const governed = governorKind(tree, noun);
  return governed === undefined ? [] : [governed];
}

function isNone(tree: Tree, noun: number): boolean {
  return tree.dependents(noun, "det").some((child) => tree.tokens[child]!.lemma === "no");
}

/** The verb or noun above says it first ("killed 20 who had fled"), else the clause that describes them. */
function governorKind(tree: Tree, noun: number): Kind | undefined {
  return kindBeside(tree, noun) ?? kindAbove(tree, noun) ?? kindBelow(tree, noun);
}

/** "killed 1,600 and wounded thousands": no number has a participle before it, so that one is a verb of its own. */
function kindBeside(tree: Tree, noun: number): Kind | undefined {
  const verb = phraseStart(tree, noun) - 1;
  const { upos, lemma } = tree.tokens[noun]!;
  if (upos === "ADJ" || !/^(?:dozen|hundred|thousand|score)$/.test(lemma) || verb < 0) return undefined;
  const kind =
    tree.tokens[verb]!.head === noun ? KIND_BY_VERB[tree.tokens[verb]!.lemma.toLowerCase()] : undefined;
  return kind === undefined ? undefined : { kind, governor: verb };
}

function kindBelow(tree: Tree, noun: number): Kind | undefined {
  const clauses = tree.dependents(noun, "acl", "amod", "acl:relcl");
  const found = clauses.find(
    (child) => KIND_BY_VERB[tree.tokens[child]!.lemma.toLowerCase()] !== undefined && !isTopic(tree, child),
  );
  return found === undefined
    ? undefined
    : { kind: KIND_BY_VERB[tree.tokens[found]!.lemma.toLowerCase()]!, governor: found };
}

/** "No details on how they died": the clause says what the noun is about, not who is counted. */
function isTopic(tree: Tree, clause: number): boolean {
  return tree.dependents(clause, "mark", "case", "advmod").some((child) => {
    const { upos, lemma } = tree.tokens[child]!;
    return upos === "ADP" || /^(?:how|why|whether|where)$/.test(lemma.toLowerCase());
  });
}

/** Verbs whose doer is counted: who marches, dies or flees is the one. */
const OF_THE_SUBJECT =
  /^(?:die|perish|flee|march|rally|gather|protest|demonstrate|strike|drown|attend|join|participate|leave|depart|withdraw|turn|assemble)$/;

function kindAbove(tree: Tree, noun: number): Kind | undefined {
  const token = tree.tokens[noun]!;
  let below = noun;
  for (let step = 0; step < 3; step += 1) {
    const link = relation(tree.tokens[below]!);
    const at = tree.tokens[below]!.head;
    const governor = tree.tokens[at];
    if (governor === undefined) return undefined;
    const kind = kindByGovernor(tree, at, below);
    if (kind !== undefined && LINKS.includes(link)) {
      const passive =
        tree.dependents(at, "aux:pass").length > 0 ||
        token.deprel === "nsubj:pass" ||
        governor.xpos === "VBN";
      const isDoer = link === "nsubj" && !passive && !OF_THE_SUBJECT.test(governor.lemma);
      return isDoer ? undefined : { kind, governor: at };
    }
    if (link !== "conj" && link !== "nmod") return undefined;
    below = at;
  }
  return undefined;
}

const LINKS: readonly string[] = ["nsubj", "obj", "conj", "nmod", "obl", "dep"];

/** "killed 12", "the deaths of 12", but not "killed in the two countries". */
function kindByGovernor(tree: Tree, governor: number, below: number): QuantityKind | undefined {
  const lemma = tree.tokens[governor]!.lemma.toLowerCase();
  const link = relation(tree.tokens[below]!);
  if (lemma === "take") return kindOfTaking(tree, governor);
  if (lemma === "leave") return kindOfLeaving(tree, governor, link);
  // "shot dead two men", "two men were shot dead".
  if (/^(?:shoot|gun)$/.test(lemma) && isDead(tree, governor, below)) return "dead";
  if (OF_PEOPLE_OR_THINGS.has(lemma) && !countsPeople(tree, below)) return undefined;
  if (link !== "nmod" && link !== "obl")
    return KIND_BY_VERB[lemma] ?? (link === "obj" ? KIND_BY_NOUN[lemma] : undefined);
  // "between 8 and 23 were killed": the preposition bounds the number, it does not place it.
  const isNumber = tree.tokens[below]!.upos === "NUM";
  const marks = isNumber
    ? []
    : tree.dependents(below, "case").map((mark) => tree.tokens[mark]!.lemma.toLowerCase());
  if (marks.length > 0 && !marks.some((mark) => /^(?:of|to|for|by|among|at)$/.test(mark))) return undefined;
  return (
    KIND_BY_VERB[lemma] ?? KIND_BY_NOUN[lemma] ?? (marks.includes("of") ? KIND_BY_ACT[lemma] : undefined)
  );
}

function isDead(tree: Tree, verb: number, victims: number): boolean {
  return [...tree.children(verb), ...tree.children(victims)].some(
    (at) => tree.tokens[at]!.text.toLowerCase() === "dead",
  );
}

/** "Thousands left", "left twelve people dead", but not "left twelve villages". */
function kindOfLeaving(tree: Tree, verb: number, link: string): QuantityKind | undefined {
  if (link === "nsubj") return "participants";
  const left = tree.children(verb).map((child) => KIND_BY_NOUN[tree.tokens[child]!.lemma.toLowerCase()]);
  return left.find((kind) => kind === "dead" || kind === "injured");
}

function countsPeople(tree: Tree, noun: number): boolean {
  const { upos, lemma } = tree.tokens[noun]!;
  return upos === "NUM" || MOVED.has(lemma.toLowerCase());
}

/** "took 34 others prisoner" and "took four aid workers hostage", but "3,000 people took part". */
function kindOfTaking(tree: Tree, verb: number): QuantityKind | undefined {
  const company = tree
    .children(verb)
    .flatMap((child) => [child, ...tree.children(child)])
    .map((child) => tree.tokens[child]!.lemma.toLowerCase());
  if (company.some((lemma) => /^(?:prisoner|custody)$/.test(lemma))) return "arrested";
  if (company.some((lemma) => /^(?:hostage|captive)$/.test(lemma))) return "abducted";
  return company.includes("part") ? "participants" : undefined;
}
