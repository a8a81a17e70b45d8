import { relation } from "../../language/tree.ts";
import type { Described } from "./described.ts";
import { isPlural } from "./plural.ts";
import type { Reading } from "./reading.ts";

/** Words for several whom the report has named before: "the two countries", "both sides", "the pair". */
export interface Collective {
  /** How many; undefined for "all parties", "the rivals". */
  readonly count?: number;
  /** What they are: states, persons, anybody who has a side, or whatever was named. */
  readonly of: "states" | "persons" | "parties" | "any";
}

const STATES =
  /^(?:country|nation|state|neighbou?r|power|ally|capital|government|republic|superpower|kingdom|rival|foe)$/;
const PERSONS =
  /^(?:leader|president|minister|premier|official|diplomat|man|woman|politician|candidate|general|envoy|chief|head|monarch|king|counterpart|brother|negotiator|statesman|lawmaker)$/;
const PARTIES =
  /^(?:side|party|camp|faction|group|army|military|force|enemy|belligerent|movement|militia|delegation|organi[sz]ation|bloc|union|company|institution)$/;
const NUMBERS: Readonly<Record<string, number>> = { two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7 };
const SETS: Readonly<Record<string, number>> = { pair: 2, duo: 2, trio: 3 };
/** Plural nouns that need no number: "the warring parties", "the neighbours". */
const MUTUAL = /^(?:side|neighbou?r|rival|foe|belligerent)$/;
const QUARREL = /^(?:warring|rival|conflicting|opposing|negotiating|feuding|two|neighbou?ring)$/i;

/** What kind of collective a word heads, if it heads one. */
export function collectiveAt(head: number, reading: Reading): Collective | undefined {
  const { tokens, tree } = reading;
  const token = tokens[head]!;
  const word = token.text.toLowerCase();
  if (
    /^(?:nsubj|obj|iobj|obl|nmod)/.test(token.deprel) &&
    tree.children(head).every((child) => child < head)
  ) {
    if (/^(?:both|each|neither)$/.test(word) && token.upos !== "CCONJ") return { count: 2, of: "any" };
    const number = NUMBERS[word];
    if (number !== undefined && isDefinite(head, reading)) return { count: number, of: "any" };
  }
  const isNoun =
    token.upos === "NOUN" || token.xpos === "NNPS" || (token.upos === "PROPN" && isPlural(head, reading));
  if (!isNoun || relation(token) === "compound" || reading.names.at(head) !== undefined) return undefined;
  const set = SETS[word];
  if (set !== undefined) {
    const isWhole = isDefinite(head, reading) && tree.dependents(head, "nmod", "acl").length === 0;
    return isWhole ? { count: set, of: "any" } : undefined;
  }
  return ofNoun(head, reading);
}

function ofNoun(head: number, reading: Reading): Collective | undefined {
  const { tokens, tree } = reading;
  const noun = tokens[head]!.lemma.toLowerCase();
  const of = STATES.test(noun)
    ? "states"
    : PERSONS.test(noun)
      ? "persons"
      : PARTIES.test(noun)
        ? "parties"
        : undefined;
  if (of === undefined || isNarrowed(head, reading)) return undefined;
  const words = tree
    .dependents(head, "det", "nummod", "amod", "cc:preconj", "advmod")
    .filter((child) => child < head)
    .map((child) => tokens[child]!.text.toLowerCase());
  const count = words.map((word) => NUMBERS[word]).find((number) => number !== undefined);
  if (words.some((word) => /^(?:both|neither)$/.test(word))) return { count: 2, of };
  // "each side" has two; "each country" as many as were named.
  if (words.includes("each") || words.includes("either"))
    return { ...(of === "states" ? {} : { count: 2 }), of };
  const isDefinite = words.some((word) => /^(?:the|these|those|all)$/.test(word));
  if (!isDefinite || !isPlural(head, reading)) return undefined;
  if (count !== undefined) return { count, of };
  const isMutual = MUTUAL.test(noun) || words.some((word) => QUARREL.test(word));
  return isMutual || (words.includes("all") && of === "parties") ? { of } : undefined;
}

const QUARRELS =
  /^(?:conflict|war|dispute|talk|negotiation|deal|crisis|agreement|clash|fighting|accord|truce)$/;

/** "the two countries that border it", "both sides of the road" say themselves who; "both sides in the war" does not. */
function isNarrowed(head: number, { tokens, tree }: Reading): boolean {
  return tree
    .dependents(head, "nmod", "acl", "compound", "appos", "conj")
    .some(
      (child) => !(child > head ? QUARRELS.test(tokens[child]!.lemma) : QUARREL.test(tokens[child]!.text)),
    );
}

function isDefinite(head: number, { tokens, tree }: Reading): boolean {
  return tree.dependents(head, "det").some((child) => /^(?:the|these|those|all)$/i.test(tokens[child]!.text));
}

/** "each other's", "the other's": those of whom the clause is about. */
export function isReciprocal(index: number, { tokens }: Reading): boolean {
  const wordAt = (at: number): string => tokens[at]?.text.toLowerCase() ?? "";
  const isPair = (first: number): boolean =>
    /^(?:each other|the other|one another)$/.test(`${wordAt(first)} ${wordAt(first + 1)}`);
  return isPair(index - 1) || isPair(index);
}

/** A collective without a noun of its own: nothing is known but what it stands for. */
export function describeCollective(collective: Collective): Described {
  return {
    collective,
    sector: "UNK",
    sectorBasis: "inferred",
    kind: "unnamed",
    isPrivate: false,
    mayInfer: false,
    aliases: [],
  };
}
