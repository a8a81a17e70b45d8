import { numberValue } from "../../knowledge/calendar.ts";
import { relation, TOKENS, type Tree, treeOf } from "../../language/index.ts";
import type { QuantityKind } from "../../record/event.ts";
import { type Annotator, provide } from "../../text/annotator.ts";
import { type Document, read } from "../../text/document.ts";
import { overlaps } from "../../text/span.ts";
import { TIMES } from "../times/layer.ts";
import { boundsOf } from "./bounds.ts";
import { KIND_BY_NOUN, KIND_BY_VERB, PEOPLE } from "./kinds.ts";
import { QUANTITIES, type QuantityMention } from "./layer.ts";

/** Counts of people that belong to events: who died, was hurt, was arrested, took part. */
export function createQuantities(): Annotator {
  return {
    name: "quantities",
    requires: [TOKENS, TIMES],
    provides: [QUANTITIES],
    annotate: (document) => ({ layers: [provide(QUANTITIES, quantitiesOf(document))] }),
  };
}

function quantitiesOf(document: Document): readonly QuantityMention[] {
  const tree = treeOf(read(document, TOKENS));
  const times = read(document, TIMES);
  return tree.tokens.flatMap((token, index) => {
    const isNumber =
      token.upos === "NUM" ||
      /^(?:dozen|hundred|thousand|score|several|no|nobody|none|many|few)s?$/.test(token.lemma.toLowerCase());
    const isSecond =
      ["conj", "nmod"].includes(relation(token)) &&
      tree.tokens[token.head]?.upos === "NUM" &&
      token.upos === "NUM";
    if (!isNumber || isSecond) return [];
    // "protests on April 29" were not twenty-nine.
    return times.some((time) => overlaps(time, token)) ? [] : quantitiesAt(document, tree, index);
  });
}

/** What a number counts: the noun it hangs on, or itself ("killing 14"). */
function quantitiesAt(document: Document, tree: Tree, index: number): readonly QuantityMention[] {
  const token = tree.tokens[index]!;
  const kindOfRelation = relation(token);
  const verb = verbAfter(tree, index);
  const isOnNoun = ["nummod", "det", "amod", "compound"].includes(kindOfRelation);
  const noun = isOnNoun && verb === undefined ? token.head : index;
  const inner = tree
    .dependents(index, "nmod")
    .find((child) => tree.dependents(child, "case").some((mark) => tree.tokens[mark]!.lemma === "of"));
  const counted = noun === index && inner !== undefined ? inner : noun;
  if (
    /^(?:percent|%|year|month|day|week|hour|minute|mile|km|kilometre|kilometer|dollar|euro|metre|meter|ton|tonne|time|round)$/.test(
      tree.tokens[counted]!.lemma.toLowerCase(),
    )
  )
    return [];
  const first = phraseStart(tree, index);
  // "four and nine", "8 to 23": the second number belongs to the phrase of the first.
  const second = tree.dependents(index, "conj", "nmod").find((child) => tree.tokens[child]!.upos === "NUM");
  const words = document.text.slice(tree.tokens[first]!.start, (tree.tokens[second ?? index] ?? token).end);
  const bounds = boundsOf(words, (text) => numberValue(text));
  if (bounds === undefined) return [];
  const last = Math.max(index, counted, second ?? 0);
  const found = verb === undefined ? kindsOf(tree, counted, noun) : [verb];
  return found.map(({ kind, governor }) => ({
    start: tree.tokens[first]!.start,
    end: tree.tokens[last]!.end,
    kind,
    min: bounds.min,
    max: bounds.max,
    approximate: bounds.approximate,
    noun: counted,
    governor,
  }));
}

/** "7 killed, 34 captured", "14 were also wounded": the number stands alone before the verb that says of what. */
function verbAfter(tree: Tree, index: number): Kind | undefined {
  const token = tree.tokens[index]!;
  if (token.upos !== "NUM" || (relation(token) === "nummod" && token.head > index)) return undefined;
  let at = index + 1;
  while (/^(?:AUX|ADV)$/.test(tree.tokens[at]?.upos ?? "") && at < index + 5) at += 1;
  const verb = tree.tokens[at];
  // Headlines leave the auxiliary out, and the tagger then takes the participle for a past tense.
  if (verb?.sentence !== token.sentence || !/^VB[ND]$/.test(verb.xpos)) return undefined;
  if (tree.dependents(at, "obj").length > 0) return undefined;
  const kind = KIND_BY_VERB[verb.lemma.toLowerCase()];
  return kind === undefined ? undefined : { kind, governor: at };
}

/** The words before a number that bound it: "at least", "more than", "between 8 and". */
function phraseStart(tree: Tree, index: number): number {
  let first = index;
  const sentence = tree.tokens[index]!.sentence;
  const fits =
    /^(?:at|least|most|more|than|fewer|less|over|under|up|to|about|around|some|nearly|almost|roughly|approximately|between|and|as|many|only|another|a|an|the|estimated|well|exceed|exceeding|-|hundred|thousand|dozen|score|of|several|two|three|four|five|six|seven|eight|nine|ten)$/i;
  while (
    first > 0 &&
    index - first < 6 &&
    tree.tokens[first - 1]!.sentence === sentence &&
    (fits.test(tree.tokens[first - 1]!.text) || tree.tokens[first - 1]!.upos === "NUM")
  )
    first -= 1;
  while (
    first < index &&
    /^(?:the|and|of|to|-|as|a|an)$/i.test(tree.tokens[first]!.text) &&
    !/^an?$/i.test(tree.tokens[first]!.text)
  )
    first += 1;
  return first;
}

interface Kind {
  readonly kind: QuantityKind;
  readonly governor: number;
}

/** The kind that the counted noun names itself, or that its verb gives it: "ten arrests", "ten people were arrested". */
function kindsOf(tree: Tree, counted: number, noun: number): readonly Kind[] {
  const token = tree.tokens[counted]!;
  const own = KIND_BY_NOUN[token.lemma.toLowerCase()];
  if (own !== undefined && !(PEOPLE.has(token.lemma.toLowerCase()) && governorKind(tree, noun) !== undefined))
    return [{ kind: own, governor: -1 }];
  const governed = governorKind(tree, noun);
  return governed === undefined ? [] : [governed];
}

/** The verb or noun above says it first ("killed 20 who had fled"), else the clause that describes them. */
function governorKind(tree: Tree, noun: number): Kind | undefined {
  return kindAbove(tree, noun) ?? kindBelow(tree, noun);
}

function kindBelow(tree: Tree, noun: number): Kind | undefined {
  const clauses = tree.dependents(noun, "acl", "amod", "acl:relcl");
  const found = clauses.find((child) => KIND_BY_VERB[tree.tokens[child]!.lemma.toLowerCase()] !== undefined);
  return found === undefined
    ? undefined
    : { kind: KIND_BY_VERB[tree.tokens[found]!.lemma.toLowerCase()]!, governor: found };
}

/** Verbs whose doer is counted: who marches, dies or flees is the one. */
const OF_THE_SUBJECT =
  /^(?:die|perish|flee|march|rally|gather|protest|demonstrate|strike|drown|attend|join|participate)$/;

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
  if (link !== "nmod" && link !== "obl")
    return KIND_BY_VERB[lemma] ?? (link === "obj" ? KIND_BY_NOUN[lemma] : undefined);
  // "between 8 and 23 were killed": the preposition bounds the number, it does not place it.
  const isNumber = tree.tokens[below]!.upos === "NUM";
  const marks = isNumber
    ? []
    : tree.dependents(below, "case").map((mark) => tree.tokens[mark]!.lemma.toLowerCase());
  if (marks.length > 0 && !marks.some((mark) => /^(?:of|to|for|by|among|at)$/.test(mark))) return undefined;
  return KIND_BY_VERB[lemma] ?? KIND_BY_NOUN[lemma];
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
