import { relativeNoun } from "../../language/relative.ts";
import { relation } from "../../language/tree.ts";
import { agentAt } from "./agent-at.ts";
import type { Described } from "./described.ts";
import type { Reading } from "./reading.ts";

/** What a pronoun can mean. */
export type PronounKind = "he" | "it" | "they" | "I" | "we" | "who";

const KINDS: Readonly<Record<string, PronounKind>> = {
  he: "he",
  him: "he",
  his: "he",
  himself: "he",
  she: "he",
  her: "he",
  hers: "he",
  herself: "he",
  it: "it",
  its: "it",
  itself: "it",
  they: "they",
  them: "they",
  their: "they",
  theirs: "they",
  themselves: "they",
  i: "I",
  me: "I",
  my: "I",
  we: "we",
  us: "we",
  our: "we",
  who: "who",
  whom: "who",
  whose: "who",
  which: "who",
  that: "who",
};

export function pronounKind(word: string): PronounKind | undefined {
  return KINDS[word.toLowerCase()];
}

/** Grammatical gender of a singular personal pronoun. */
export function genderOf(word: string): "m" | "f" | undefined {
  if (/^(?:he|him|his|himself)$/i.test(word)) return "m";
  return /^(?:she|her|hers|herself)$/i.test(word) ? "f" : undefined;
}

/** "denied it", "confirmed it": what was said, not who. */
const SAYABLE = new Set(
  "deny confirm say admit claim dispute regret mean know believe make do call find think".split(" "),
);

const EXPLETIVE_VERBS = new Set(["rain", "snow", "seem", "appear", "happen", "matter"]);

/** A pronoun that may stand for an actor; who it is follows from the context. */
export function describePronoun(index: number, reading: Reading): Described | undefined {
  const { tokens, tree } = reading;
  const token = tokens[index]!;
  if (token.upos === "DET" && token.xpos !== "PRP$") return undefined;
  const kind = pronounKind(token.text);
  if (kind === undefined || relation(token) === "expl" || (token.text === "US" && kind === "we"))
    return undefined;
  if (kind === "who" && relativeHead(index, reading) === undefined) return undefined;
  if (kind === "it" && token.head >= 0) {
    const verb = tokens[token.head]!;
    if (token.deprel === "obj" && SAYABLE.has(verb.lemma)) return undefined;
    const clauses = tree.dependents(token.head, "csubj", "ccomp", "xcomp", "advcl");
    const isCopula = tree.dependents(token.head, "cop").length > 0;
    const isThing =
      isCopula && verb.upos === "NOUN" && agentAt(token.head, token.head, reading) === undefined;
    if (isThing || EXPLETIVE_VERBS.has(verb.lemma) || (isCopula && verb.upos === "ADJ" && clauses.length > 0))
      return undefined;
  }
  return {
    sector: "UNK",
    sectorBasis: "inferred",
    kind: "unnamed",
    isPrivate: false,
    mayInfer: false,
    aliases: [],
  };
}

/** The noun that a relative clause with this pronoun as subject, object or possessor hangs on. */
export function relativeHead(index: number, { tokens, tree }: Reading): number | undefined {
  if (!/^(?:nsubj|obj|nmod:poss|obl)/.test(tokens[index]!.deprel)) return undefined;
  for (const above of [index, ...tree.ancestors(index)].slice(0, 4)) {
    if (tokens[above]!.deprel === "acl:relcl") {
      const head = relativeNoun(tree, above);
      return head < index ? head : undefined;
    }
  }
  return undefined;
}
