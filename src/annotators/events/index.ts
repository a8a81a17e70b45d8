import type { Predicates } from "../../knowledge/predicates.ts";
import { TOKENS, treeOf } from "../../language/index.ts";
import type { ContextEntry } from "../../ontology/index.ts";
import { REPORT } from "../../record/report.ts";
import { type Annotator, provide } from "../../text/annotator.ts";
import { type Document, read } from "../../text/document.ts";
import { contains } from "../../text/span.ts";
import { ACTORS } from "../actors/layer.ts";
import { ATTRIBUTIONS } from "../attributions/layer.ts";
import { FACTUALITY } from "../factuality/layer.ts";
import { PLACES } from "../places/layer.ts";
import { QUANTITIES } from "../quantities/layer.ts";
import { TIMES } from "../times/layer.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import { circumstancesOf } from "./circumstances/index.ts";
import { type ContextFinder, contextFinder } from "./contexts.ts";
import { strangeness } from "./domain.ts";
import { draftsOf } from "./drafting.ts";
import { completed } from "./inferences.ts";
import { EVENTS, type EventMention } from "./layer.ts";
import { mentionOf } from "./mention.ts";
import { mergeTellings } from "./merging.ts";
import { participantFinder } from "./participants.ts";
import type { World } from "./world.ts";

/** Below this an event is left out. Chosen on the development reports (benchmarks/gold). */
const THRESHOLD = 0.42;

/** Finds the political events of a report, once each, with their participants and circumstances. */
export function createEvents(knowledge: {
  readonly predicates: Predicates;
  readonly contexts: readonly ContextEntry[];
}): Annotator {
  const contexts = contextFinder(knowledge.contexts);
  return {
    name: "events",
    requires: [REPORT, TOKENS, TIMES, PLACES, ACTORS, ATTRIBUTIONS, FACTUALITY, QUANTITIES],
    provides: [EVENTS],
    annotate: (document) => ({
      layers: [provide(EVENTS, eventsOf(document, knowledge.predicates, contexts))],
    }),
  };
}

function eventsOf(
  document: Document,
  predicates: Predicates,
  contexts: ContextFinder,
): readonly EventMention[] {
  const candidates = candidatesOf(document, treeOf(read(document, TOKENS)), predicates);
  const world = worldOf(document, candidates);
  const drafts = candidates
    .flatMap((candidate) => draftsOf(candidate, world))
    .filter((draft) => draft.confidence >= THRESHOLD);
  return mergeTellings(drafts, world).map((happening) =>
    mentionOf(happening, completed(happening, drafts, world), contexts, world),
  );
}

function worldOf(document: Document, candidates: readonly Candidate[]): World {
  const tree = treeOf(read(document, TOKENS));
  const mentions = read(document, ACTORS);
  const layers = {
    times: read(document, TIMES),
    places: read(document, PLACES),
    quantities: read(document, QUANTITIES),
    attributions: read(document, ATTRIBUTIONS),
  };
  const headlines = read(document, REPORT).blocks.filter((block) => block.kind === "headline");
  return {
    tree,
    mentions,
    ...layers,
    factuality: read(document, FACTUALITY),
    participants: participantFinder(tree, mentions),
    circumstances: circumstancesOf(tree, {
      ...layers,
      triggers: new Set(candidates.map((one) => one.token)),
    }),
    inHeadline: (token) => headlines.some((block) => contains(block, tree.tokens[token]!)),
    seriousness: 1 - 0.8 * strangeness(tree),
  };
}
