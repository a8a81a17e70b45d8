import type { Reporting } from "../../knowledge/reporting.ts";
import type { Tree } from "../../language/index.ts";
import { ENTITIES, SENTENCES } from "../../language/layers.ts";
import { type Document, read } from "../../text/document.ts";
import type { Draft } from "./draft.ts";
import { piecesOf } from "./pieces.ts";
import { sourcesOf } from "./source.ts";

/** Words before the colon of a headline that name who says it, and the least that follows. */
const MOST_NAMING = 5;
const LEAST_SAID = 3;

/** "Minister: Talks To Resume In May": a sentence that a name and a colon open. */
export function headlineAttributions(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  const entities = read(document, ENTITIES);
  return read(document, SENTENCES).flatMap(({ first, last }) => {
    const colon = tree.tokens.findIndex(
      (token, at) => at > first && at <= first + MOST_NAMING && at < last && token.text === ":",
    );
    if (colon < 0 || !startsParagraph(document.text, tree.tokens[first]!.start)) return [];
    const naming = tree.tokens.slice(first, colon);
    if (
      !naming.every(
        (token) =>
          ["NOUN", "PROPN", "ADJ", "DET", "ADP"].includes(token.upos) || /^(?:'s|-|&)$/.test(token.text),
      )
    )
      return [];
    const head = tree.headOf(first, colon);
    const names = entities.some((one) => one.type !== "LOC" && one.first < colon && one.last > first);
    if (!names && reporting.sourceNouns.get(tree.tokens[head]!.lemma.toLowerCase()) === undefined) return [];
    const said = [...tree.tokens.keys()].slice(colon + 1, last);
    const content = piecesOf(tree, said);
    if (said.length < LEAST_SAID || content.length === 0) return [];
    const phrase = sourcesOf(document, tree, head, reporting)[0]!;
    const cue = tree.tokens[colon]!;
    return [
      {
        source: [{ start: tree.tokens[first]!.start, end: tree.tokens[colon - 1]!.end }],
        sourceHead: head,
        cue: [{ start: cue.start, end: cue.end }],
        cueToken: colon,
        content,
        kind: phrase.kind,
        stance: "asserts" as const,
        rule: "headline",
      },
    ];
  });
}

function startsParagraph(text: string, at: number): boolean {
  return /(?:^|\n)\s*$/.test(text.slice(Math.max(0, at - 40), at));
}
