import type { Reporting } from "../../knowledge/reporting.ts";
import { nounPhrase, type Tree } from "../../language/index.ts";
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
  if (noun === "outlet") return "other-outlet";
  const phrase = nounPhrase(tree, head);
  const name = nameIn(read(document, ENTITIES), phrase.first, phrase.last, head);
  if (isOutletName(tree, phrase.first, phrase.last, reporting)) return "other-outlet";
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

/** A name that is the head of the phrase or hangs flat on it, not one that only modifies it ("a Reuters witness"). */
function nameIn(entities: readonly Entity[], first: number, last: number, head: number): Entity | undefined {
  return nearbyTokens(entities, first, last).find(
    (entity) => entity.first >= first && entity.last <= last && entity.first <= head && head < entity.last,
  );
}

function isOutletName(tree: Tree, first: number, last: number, reporting: Reporting): boolean {
  for (let index = first; index < last; index += 1) {
    const token = tree.tokens[index]!;
    if (token.upos === "PROPN" && reporting.sourceNouns.get(token.text.toLowerCase()) === "outlet")
      return true;
    if (
      /^(?:Reuters|AFP|AP|BBC|CNN|Xinhua|Interfax|TASS|RIA|SANA|IRNA|KCNA|Bloomberg|Jazeera|Arabiya|Anadolu|Yonhap)$/.test(
        token.text,
      )
    )
      return true;
  }
  return false;
}
