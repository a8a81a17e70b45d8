import type { Reporting } from "../../knowledge/reporting.ts";
import type { Tree } from "../../language/index.ts";
import type { Document } from "../../text/document.ts";
import { cueOf } from "./cue.ts";
import type { Draft } from "./draft.ts";
import { canSpeak, sourcesOf } from "./source.ts";
import { subjectOf } from "./subject.ts";

/** Verbs of holding a speech or answering: they say nothing of what was said, but who speaks in what follows. */
const SPEAKING =
  /^(?:address|speak|talk|preach|lecture|respond|reply|answer|react|disagree|agree|testify|interrupt)$/;

/** Who addresses an audience or answers: no attributions, since they have no content, but possible speakers. */
export function speeches(document: Document, tree: Tree, reporting: Reporting): readonly Draft[] {
  return tree.tokens.flatMap((token, index) => {
    if (token.upos !== "VERB" || !SPEAKING.test(token.lemma.toLowerCase())) return [];
    const subject = subjectOf(tree, index);
    if (subject < 0 || !canSpeak(tree, subject)) return [];
    return sourcesOf(document, tree, subject, reporting, index)
      .slice(0, 1)
      .map((source) => ({
        source: [source.span],
        sourceHead: source.head,
        cue: [cueOf(document.text, tree, index)],
        cueToken: index,
        content: [],
        kind: source.kind,
        stance: "asserts" as const,
        rule: `speech ${token.lemma}`,
      }));
  });
}
