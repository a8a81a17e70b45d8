import type { Tree } from "../../language/index.ts";
import type { Span } from "../../text/span.ts";
import type { Draft } from "./draft.ts";

/** A paragraph of a transcript opens with who speaks, in capitals or as a letter, and a colon: "MODERATOR: …", "Q: …". */
const LABEL = /^["“]?(?<label>(?:\p{Lu}[\p{Lu}.'’-]+(?: \p{Lu}[\p{Lu}.'’-]+){0,3}|[QA])):\s+(?=\S)/u;

/** Fewer labelled paragraphs make no transcript: "NEW: police have left" is no speaker. */
const LEAST = 2;

/** What is said in the paragraphs of a transcript, without the labels. */
export function turnsOf(text: string): readonly { readonly label: Span; readonly said: Span }[] {
  const turns = [...text.matchAll(/[^\n]+/g)].flatMap((paragraph) => {
    const opening = LABEL.exec(paragraph[0]);
    if (opening === null) return [];
    const label = opening.groups!.label!;
    const start = paragraph.index + opening[0].indexOf(label);
    const said = paragraph[0].trimEnd().replace(/["”]$/, "");
    return [
      {
        label: { start, end: start + label.length },
        said: { start: paragraph.index + opening[0].length, end: paragraph.index + said.length },
      },
    ];
  });
  const speakers = turns.map(({ label }) => text.slice(label.start, label.end));
  const again = speakers.some((one, at) => speakers.indexOf(one) < at);
  return turns.length > LEAST || (again && turns.length >= LEAST) ? turns : [];
}

/** Whoever a paragraph of a transcript names says the rest of it. */
export function transcriptAttributions(text: string, tree: Tree): readonly Draft[] {
  return turnsOf(text).map(({ label, said }) => {
    const [first, last] = tree.range(label);
    const colon = { start: label.end, end: label.end + 1 };
    return {
      source: [label],
      sourceHead: tree.headOf(first, last),
      cue: [colon],
      cueToken: tree.tokenAt(colon.start),
      content: [said],
      kind: "named" as const,
      stance: "asserts" as const,
      rule: "transcript",
    };
  });
}
