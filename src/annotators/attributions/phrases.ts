import type { Reporting } from "../../knowledge/reporting.ts";
import { relation, type Tree } from "../../language/index.ts";
import type { Document } from "../../text/document.ts";
import type { Draft } from "./draft.ts";
import { piecesOf } from "./pieces.ts";
import { sourcesOf } from "./source.ts";

/** "according to X", "in the words of X", "in X's view": the rest of the clause is the content. */
export function phraseAttributions(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  return tree.tokens.flatMap((token, index) => {
    if (!/^(?:according|per)$/i.test(token.text)) return [];
    const source = token.deprel === "case" ? token.head : (tree.dependents(index, "obl", "nmod")[0] ?? -1);
    if (source < 0) return [];
    const under = token.deprel === "case" ? tree.tokens[source]!.head : token.head;
    if (under < 0) return [];
    const phrases = sourcesOf(document, tree, source, reporting);
    const isRelayed = phrases.some((phrase) => phrase.kind === "other-outlet");
    // "per Reuters", not "per capita", "per person".
    if (/^per$/i.test(token.text) && !isRelayed) return [];
    const clause = isRelayed ? relayedClause(tree, under, reporting) : under;
    const own = new Set(tree.subtree(token.deprel === "case" ? source : index));
    const rest = tree
      .subtree(mainClause(tree, clause))
      .filter((one) => !own.has(one) && tree.tokens[one]!.deprel !== "root:punct");
    const content = piecesOf(tree, rest);
    if (content.length === 0) return [];
    const cueEnd = tree.tokens[index + 1]?.lemma === "to" ? tree.tokens[index + 1]!.end : token.end;
    return phrases.map((phrase) => ({
      source: [phrase.span],
      sourceHead: phrase.head,
      cue: [{ start: token.start, end: cueEnd }],
      cueToken: index,
      content,
      kind: phrase.kind,
      stance: "asserts" as const,
      rule: "according to",
    }));
  });
}

/** "The army said rebels had attacked, according to Reuters": an outlet relays the whole sentence, with who said so in it. */
function relayedClause(tree: Tree, clause: number, reporting: Reporting): number {
  let main = mainClause(tree, clause);
  // "hit a hall filled with people, killing ten, according to": what parsers hang on a participle inside.
  while (tree.tokens[main]!.deprel === "acl" && tree.tokens[main]!.xpos === "VBN")
    main = mainClause(tree, tree.tokens[main]!.head);
  const { head } = tree.tokens[main]!;
  const isSaid = relation(tree.tokens[main]!) === "ccomp" && head >= 0 && head < main;
  return isSaid && reporting.verbs.has(tree.tokens[head]!.lemma.toLowerCase()) ? head : clause;
}

/** An adjunct is heard over the whole sentence, not only over the word it hangs on. */
function mainClause(tree: Tree, index: number): number {
  let at = index;
  while (
    tree.tokens[at]!.head >= 0 &&
    !["VERB", "AUX"].includes(tree.tokens[at]!.upos) &&
    relation(tree.tokens[at]!) !== "root"
  )
    at = tree.tokens[at]!.head;
  while (sharesClause(tree, at)) at = tree.tokens[at]!.head;
  return at;
}

/** "fired and killed, according to", "fired, killing two, according to": a verb without a subject of its own. */
function sharesClause(tree: Tree, verb: number): boolean {
  const token = tree.tokens[verb]!;
  const kind = relation(token);
  if (kind !== "conj" && !(kind === "advcl" && token.xpos === "VBG")) return false;
  return tree.dependents(verb, "nsubj", "nsubj:pass", "mark").length === 0;
}
