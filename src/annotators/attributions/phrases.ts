import type { Reporting } from "../../knowledge/reporting.ts";
import { relation, type Tree } from "../../language/index.ts";
import type { Document } from "../../text/document.ts";
import type { Draft } from "./draft.ts";
import { piecesOf } from "./pieces.ts";
import { sourcesOf } from "./source.ts";

/** Nouns that carry a claim as their complement: "the claim that …", "reports of …". */
const CLAIMS =
  /^(?:claim|report|allegation|accusation|assertion|statement|suggestion|denial|rumour|rumor|belief|warning|announcement|confirmation|admission|testimony|speculation)$/;

/** "according to X", "in the words of X", "in X's view": the rest of the clause is the content. */
export function phraseAttributions(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  return tree.tokens.flatMap((token, index) => {
    if (token.text.toLowerCase() !== "according") return [];
    const source = token.deprel === "case" ? token.head : (tree.dependents(index, "obl", "nmod")[0] ?? -1);
    if (source < 0) return [];
    const clause = token.deprel === "case" ? tree.tokens[source]!.head : token.head;
    if (clause < 0) return [];
    const own = new Set(tree.subtree(token.deprel === "case" ? source : index));
    const rest = tree
      .subtree(mainClause(tree, clause))
      .filter((one) => !own.has(one) && tree.tokens[one]!.deprel !== "root:punct");
    const content = piecesOf(tree, rest);
    if (content.length === 0) return [];
    const cueEnd = tree.tokens[index + 1]?.lemma === "to" ? tree.tokens[index + 1]!.end : token.end;
    return sourcesOf(document, tree, source, reporting).map((phrase) => ({
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

/** "the claim that troops had left": said by the noun's possessor, if it has one. */
export function nounAttributions(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  return tree.tokens.flatMap((token, index) => {
    if (token.upos !== "NOUN" || !CLAIMS.test(token.lemma)) return [];
    const clause = tree
      .dependents(index, "acl", "ccomp")
      .find((child) => tree.dependents(child, "mark").some((mark) => tree.tokens[mark]!.lemma === "that"));
    const complement =
      clause ??
      (/^(?:report|allegation|claim|rumour|accusation)$/.test(token.lemma)
        ? tree
            .dependents(index, "nmod")
            .find((child) => tree.dependents(child, "case").some((mark) => tree.tokens[mark]!.lemma === "of"))
        : undefined);
    if (complement === undefined) return [];
    const content = piecesOf(tree, tree.subtree(complement));
    const owner =
      tree.dependents(index, "nmod:poss")[0] ??
      tree
        .dependents(index, "nmod")
        .find((child) =>
          tree.dependents(child, "case").some((mark) => /^(?:by|from)$/.test(tree.tokens[mark]!.lemma)),
        );
    const common = {
      cue: [{ start: token.start, end: token.end }],
      cueToken: index,
      content,
      stance: token.lemma === "denial" ? ("denies" as const) : ("asserts" as const),
      rule: `noun ${token.lemma}`,
    };
    if (owner === undefined) return [{ source: [], sourceHead: -1, kind: "unnamed" as const, ...common }];
    return sourcesOf(document, tree, owner, reporting).map((phrase) => ({
      source: [phrase.span],
      sourceHead: phrase.head,
      kind: phrase.kind,
      ...common,
    }));
  });
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
  return at;
}
