import type { Reporting } from "../../knowledge/reporting.ts";
import { nounPhrase, type Token, type Tree } from "../../language/index.ts";
import { ENTITIES, type Entity } from "../../language/layers.ts";
import type { SourceKind } from "../../record/attribution.ts";
import { type Document, read } from "../../text/document.ts";
import { nearbyTokens } from "../../text/nearby.ts";

/**
 * Named, unnamed, a document or another outlet. A person without a name is unnamed unless the report points to one
 * office-holder ("the defence minister"); a body such as a ministry is named by what it is.
 */
export function kindOf(document: Document, tree: Tree, head: number, reporting: Reporting): SourceKind {
  const token = tree.tokens[head]!;
  const noun = reporting.sourceNouns.get(token.lemma.toLowerCase());
  if (noun === "document") return "document";
  if (noun === "outlet") return isPublicBody(tree, head) ? "named" : "other-outlet";
  const phrase = nounPhrase(tree, head);
  const name = nameIn(read(document, ENTITIES), phrase.first, phrase.last, head);
  if (isOutletName(document, tree, { ...phrase, head }, reporting)) return "other-outlet";
  if (name !== undefined || token.upos === "PROPN") return "named";
  if (token.upos === "PRON") return "named";
  if (tree.dependents(head, "appos", "flat").some((index) => tree.tokens[index]!.upos === "PROPN"))
    return "named";
  if (noun === "body") return "named";
  const definite = tree.dependents(head, "det").some((index) => tree.tokens[index]!.lemma === "the");
  const owned = tree.dependents(head, "nmod:poss").length > 0;
  const plural = token.xpos === "NNS";
  return (definite || owned) && !plural ? "named" : "unnamed";
}

/** "the UN health agency", "the refugee agency": what stands before it says that it has other business than news. */
function isPublicBody(tree: Tree, head: number): boolean {
  const own = tree.dependents(head, "compound", "amod", "nmod:poss");
  return (
    tree.tokens[head]!.lemma.toLowerCase() === "agency" &&
    own.some((at) => PUBLIC_BUSINESS.test(tree.tokens[at]!.text))
  );
}

const PUBLIC_BUSINESS =
  /^(?:health|refugees?|aid|relief|food|children|labou?r|migration|development|space|intelligence|spy|security|nuclear|atomic|energy|border|tax|disaster|emergency|meteorological|weather|water|environment(?:al)?|rights|drugs?|anti-doping|election|statistics|UN|U\.N\.)$/i;

function isAt({ first, last }: Entity, index: number): boolean {
  return first <= index && index < last;
}

/** A name that is the head of the phrase or hangs flat on it, not one that only modifies it ("a Reuters witness"). */
function nameIn(entities: readonly Entity[], first: number, last: number, head: number): Entity | undefined {
  return nearbyTokens(entities, first, last).find(
    (entity) => entity.first >= first && entity.last <= last && isAt(entity, head),
  );
}

/** Words from the head to a word of its own name. */
const NEAR = 2;

/** "TASS", "The Guardian", "a Reuters witness": a medium known by its name, or named by what it is ("Khabar TV"). */
function isOutletName(
  document: Document,
  tree: Tree,
  { first, last, head }: { readonly first: number; readonly last: number; readonly head: number },
  { outlets, sourceNouns }: Reporting,
): boolean {
  const nameOf = ({ first: from, last: to }: Entity): string =>
    document.text.slice(tree.tokens[from]!.start, tree.tokens[to - 1]!.end).replace(/^the /i, "");
  const named = nearbyTokens(read(document, ENTITIES), first, last).some(
    (one) => ((one.type !== "LOC" && one.type !== "PER") || isAt(one, head)) && outlets.has(nameOf(one)),
  );
  // "Khabar Media said", not "groups such as the Khabar Media Centre said": the word belongs to the head's own name.
  const isOutletWord = ({ upos, text }: Token, at: number): boolean =>
    upos === "PROPN" &&
    sourceNouns.get(text.toLowerCase()) === "outlet" &&
    Math.abs(first + at - head) <= NEAR;
  return named || tree.tokens.slice(first, last).some(isOutletWord);
}
