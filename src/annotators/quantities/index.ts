import { numberValue } from "../../knowledge/calendar.ts";
import { relation, TOKENS, type Tree, treeOf } from "../../language/index.ts";
import { type Annotator, provide } from "../../text/annotator.ts";
import { type Document, read } from "../../text/document.ts";
import { nearbySpans } from "../../text/nearby.ts";
import { overlaps } from "../../text/span.ts";
import { TIMES } from "../times/layer.ts";
import { boundsOf } from "./bounds.ts";
import { type Kind, kindsOf } from "./governors.ts";
import { KIND_BY_VERB } from "./kinds.ts";
import { QUANTITIES, type QuantityMention } from "./layer.ts";
import { phraseStart } from "./phrase.ts";

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
    return nearbySpans(times, token).some((time) => overlaps(time, token))
      ? []
      : quantitiesAt(document, tree, index);
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
