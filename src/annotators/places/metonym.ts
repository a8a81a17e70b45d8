import { relation, type Tree } from "../../language/tree.ts";
import type { Cues } from "./cues.ts";

/** What of a place decides whether it can act. */
export interface Acting {
  readonly first: number;
  readonly last: number;
  /** A country, or the capital of one. */
  readonly isStateLike: boolean;
  /** A part of a country with a government of its own. */
  readonly isProvince?: boolean;
  readonly isTown?: boolean;
}

/**
 * Whether a place name stands for its government or people: the one who speaks, decides, is accused or given to,
 * owns a policy ("Mali's government", "Paris officials"), is party to talks. In, at, from a place it is a place.
 */
export function isMetonym(place: Acting, tree: Tree, cues: Cues): boolean {
  return isDateline(place, tree) ? false : judge(tree.headOf(place.first, place.last), place, tree, cues, 0);
}

/** "the US embassy": whose it is, and where it never stands. */
export const LEGATION = /^(?:embassy|consulate|legation)$/i;

const RECEIVING: ReadonlySet<string> = new Set(["hear", "receive", "buy", "seek", "pressure"]);

/** "BEIRUT (AP)", "GOMA - " at the start of a sentence: where the report was written. */
function isDateline(place: Acting, tree: Tree): boolean {
  const { tokens } = tree;
  const starts = place.first === 0 || tokens[place.first - 1]!.sentence !== tokens[place.first]!.sentence;
  const next = tokens[place.last]?.text ?? "";
  return starts && ["(", "-", "–", "—", "--"].includes(next);
}

function judge(index: number, place: Acting, tree: Tree, cues: Cues, depth: number): boolean {
  const token = tree.tokens[index];
  if (token === undefined || token.head < 0 || depth > 4) return false;
  const governor = tree.tokens[token.head]!;
  const cases = tree.dependents(index, "case").map((child) => tree.tokens[child]!.lemma.toLowerCase());
  const state = place.isStateLike;
  switch (relation(token)) {
    case "conj": {
      const own = cases.filter((word) => word !== "'s" && word !== "’s");
      if (own.length > 0) return byPreposition(own, governor.lemma, token.head, place, tree, cues);
      return judge(token.head, place, tree, cues, depth + 1);
    }
    case "appos":
    case "flat":
      return judge(token.head, place, tree, cues, depth + 1);
    case "nsubj":
      return token.deprel === "nsubj:pass" || token.deprel === "nsubj:outer"
        ? cues.is(governor.lemma, "addressee-verb") && state
        : asSubject(token.head, place, tree, cues);
    case "obj":
    case "iobj":
      // "fought the militia in Iraq", whatever the parser calls it.
      if (cases.length > 0) return byPreposition(cases, governor.lemma, token.head, place, tree, cues);
      return (
        isAddressed(governor.lemma, place, cues) || (state && tree.dependents(token.head, "xcomp").length > 0)
      );
    case "nmod":
    case "obl": {
      if (token.deprel === "nmod:poss" && state && LEGATION.test(governor.lemma)) return true;
      if (token.deprel === "nmod:poss") return ownsAction(governor.lemma, token.head, state, tree, cues);
      if (token.deprel === "obl:agent" && (cases[0] ?? "by") === "by") return true;
      const words = cases.length > 0 ? cases : [token.deprel.split(":")[1] ?? ""];
      return byPreposition(words, governor.lemma, token.head, place, tree, cues);
    }
    case "compound":
    case "amod":
      return (
        (state && LEGATION.test(governor.lemma)) ||
        isActingNoun(governor.lemma, token.head, tree, cues) ||
        (state && isPolicy(governor.lemma, cues)) ||
        isTitled(place.last, token.head, tree, cues)
      );
    default:
      return false;
  }
}

function asSubject(verb: number, place: Acting, tree: Tree, cues: Cues): boolean {
  const { lemma, upos } = tree.tokens[verb]!;
  if (cues.is(lemma, "speech-verb")) return true;
  if (place.isProvince === true) return cues.is(lemma, "agent-verb");
  if (!place.isStateLike || cues.is(lemma, "state-verb")) return false;
  // "France is ready to help", "Iran is an enemy": a party; "Mali is a country in ...": a place.
  if (tree.dependents(verb, "cop").length > 0) return upos === "ADJ" || cues.is(lemma, "actor-noun");
  return upos === "VERB";
}

/** A capital that is attacked is the town. */
function isAddressed(verb: string, place: Acting, cues: Cues): boolean {
  if (!place.isStateLike || (place.isTown === true && cues.is(verb, "attack-verb"))) return false;
  return cues.is(verb, "addressee-verb", "attack-verb", "give-verb");
}

function ownsAction(noun: string, index: number, state: boolean, tree: Tree, cues: Cues): boolean {
  if (isActingNoun(noun, index, tree, cues) || cues.is(noun, "actor-noun")) return true;
  return state && isPolicy(noun, cues) && !["war", "conflict", "clash", "hostility"].includes(noun);
}

function isPolicy(noun: string, cues: Cues): boolean {
  return cues.is(noun, "action-noun", "relation-noun");
}

/** "Moscow police", also "police" inside "Moscow police headquarters", which is a place. */
function isActingNoun(noun: string, index: number, tree: Tree, cues: Cues): boolean {
  if (cues.is(noun, "site-noun", "building-noun", "geographic-noun")) return false;
  if (!cues.is(noun, "actor-noun")) return false;
  const token = tree.tokens[index]!;
  const head = token.head >= 0 ? tree.tokens[token.head] : undefined;
  const isModifier = relation(token) === "compound" && head !== undefined;
  return !(isModifier && cues.is(head.lemma, "site-noun", "building-noun", "geographic-noun"));
}

/** "US President Jane Roe": the title stands between the place and the name it belongs to. */
function isTitled(next: number, head: number, tree: Tree, cues: Cues): boolean {
  const title = tree.tokens[next];
  return title !== undefined && next <= head && isActingNoun(title.lemma, next, tree, cues);
}

function byPreposition(
  cases: readonly string[],
  governor: string,
  governorIndex: number,
  place: Acting,
  tree: Tree,
  cues: Cues,
): boolean {
  const [preposition = ""] = cases;
  const { upos } = tree.tokens[governorIndex]!;
  if (preposition === "by") {
    return isPassive(governorIndex, tree) || (upos === "NOUN" && place.isStateLike);
  }
  if (!place.isStateLike) return preposition === "of" && cues.is(governor, "actor-noun");
  switch (preposition) {
    case "of":
      return cues.is(governor, "actor-noun") || (cues.is(governor, "action-noun") && isSanction(governor));
    case "between":
    case "among":
    case "with":
      return cues.is(governor, "relation-noun", "agent-verb", "speech-verb", "action-noun");
    case "against":
    case "toward":
    case "towards":
      return cues.is(governor, "action-noun", "agent-verb", "relation-noun");
    case "on":
    case "upon":
      return isSanction(governor);
    case "to":
    case "for":
      return cues.is(governor, "addressed-noun") || (upos === "VERB" && isGiving(governor, cues));
    case "from":
      return cues.is(governor, "addressed-noun") || RECEIVING.has(governor);
    default:
      return false;
  }
}

/** "sold to Iran" has a receiver, "shipped to Iran" a destination. */
function isGiving(verb: string, cues: Cues): boolean {
  return (
    cues.is(verb, "give-verb") && !["send", "ship", "export", "deliver", "extend", "turn"].includes(verb)
  );
}

function isSanction(noun: string): boolean {
  return ["sanction", "tariff", "pressure", "embargo", "ban", "criticism", "call", "impose"].includes(noun);
}

function isPassive(verb: number, tree: Tree): boolean {
  const { xpos, upos } = tree.tokens[verb]!;
  return upos === "VERB" && (xpos === "VBN" || xpos === "" || tree.dependents(verb, "aux:pass").length > 0);
}
