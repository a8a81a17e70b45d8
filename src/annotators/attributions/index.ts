import type { Reporting } from "../../knowledge/reporting.ts";
import { TOKENS, treeOf } from "../../language/index.ts";
import { ENTITIES, SENTENCES } from "../../language/layers.ts";
import { type Annotator, provide } from "../../text/annotator.ts";
import { type Document, read } from "../../text/document.ts";
import { contains, type Span } from "../../text/span.ts";
import type { Draft } from "./draft.ts";
import { ATTRIBUTIONS, type AttributionMention } from "./layer.ts";
import { nounAttributions, phraseAttributions } from "./phrases.ts";
import { withQuotations } from "./quotations.ts";
import { verbAttributions } from "./verbs.ts";

/** Finds who says what inside the report: source, cue, content, and who reports whom. */
export function createAttributions(knowledge: { readonly reporting: Reporting }): Annotator {
  return {
    name: "attributions",
    requires: [TOKENS, SENTENCES, ENTITIES],
    provides: [ATTRIBUTIONS],
    annotate: (document) => ({
      layers: [provide(ATTRIBUTIONS, attributionsOf(document, knowledge.reporting))],
    }),
  };
}

function attributionsOf(document: Document, reporting: Reporting): readonly AttributionMention[] {
  const tree = treeOf(read(document, TOKENS));
  const drafts = [
    ...verbAttributions(document, tree, reporting),
    ...phraseAttributions(document, tree, reporting),
    ...nounAttributions(document, tree, reporting),
  ].sort((a, b) => (a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0));
  const all = withQuotations(document, drafts);
  return all.map((draft, index) => ({ ...draft, outer: outerOf(all, draft, index) }));
}

/** The smallest attribution whose content holds this one's cue (or its content, if it has no cue). */
function outerOf(all: readonly Draft[], draft: Draft, index: number): number {
  const inner = draft.cue[0] ?? draft.content[0];
  if (inner === undefined) return -1;
  let best = -1;
  all.forEach((other, at) => {
    if (at === index || other.cueToken === draft.cueToken) return;
    if (!other.content.some((content) => contains(content, inner))) return;
    if (best < 0 || size(other.content) < size(all[best]!.content)) best = at;
  });
  return best;
}

function size(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}
