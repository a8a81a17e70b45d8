import type { Predicates } from "../../knowledge/predicates.ts";
import { EVENT_READINGS, TOKENS } from "../../language/index.ts";
import type { ContextEntry } from "../../ontology/index.ts";
import { REPORT } from "../../record/report.ts";
import { type Annotator, provide } from "../../text/annotator.ts";
import type { Document } from "../../text/document.ts";
import { ACTORS } from "../actors/layer.ts";
import { ATTRIBUTIONS } from "../attributions/layer.ts";
import { FACTUALITY } from "../factuality/layer.ts";
import { PLACES } from "../places/layer.ts";
import { QUANTITIES } from "../quantities/layer.ts";
import { TIMES } from "../times/layer.ts";
import { candidatesOf } from "./candidates.ts";
import { circumstancesOf } from "./circumstances/index.ts";
import { withActedOn } from "./circumstances/of-act.ts";
import { withoutContents } from "./contents.ts";
import { type ContextFinder, contextFinder } from "./contexts.ts";
import { placed, sketchOf } from "./drafting.ts";
import { withDuties } from "./duties.ts";
import { judged, proposed, TRUST, type Trust, withParties } from "./ensemble/index.ts";
import { completed } from "./inferences.ts";
import { EVENTS, type EventMention } from "./layer.ts";
import { mentionOf } from "./mention.ts";
import { mergeTellings } from "./tellings/index.ts";
import { worldOf } from "./world.ts";

/** Below this an event is left out. Chosen on the development reports (benchmarks/gold). */
const THRESHOLD = 0.42;

/** Finds the political events of a report, once each, with their participants and circumstances. */
export function createEvents(knowledge: {
  readonly predicates: Predicates;
  readonly contexts: readonly ContextEntry[];
  readonly trust?: Trust;
}): Annotator {
  const contexts = contextFinder(knowledge.contexts);
  return {
    name: "events",
    requires: [REPORT, TOKENS, EVENT_READINGS, TIMES, PLACES, ACTORS, ATTRIBUTIONS, FACTUALITY, QUANTITIES],
    provides: [EVENTS],
    annotate: (document) => ({
      layers: [provide(EVENTS, eventsOf(document, knowledge.predicates, contexts, knowledge.trust ?? TRUST))],
    }),
  };
}

function eventsOf(
  document: Document,
  predicates: Predicates,
  contexts: ContextFinder,
  trust: Trust,
): readonly EventMention[] {
  const world = worldOf(document);
  const { readings } = world;
  const known = withDuties(candidatesOf(document, world.tree, predicates), world, predicates);
  const candidates = [...known, ...proposed(known, readings, world.tree, predicates, trust.add)];
  const likely = candidates
    .sort((a, b) => a.token - b.token)
    .map((candidate) => judged(sketchOf(candidate, world), readings, trust))
    .filter((sketch) => sketch.confidence >= THRESHOLD);
  const sketches = withoutContents(likely, world);
  // Only what is an event can have a place and a time of its own.
  const circumstances = circumstancesOf(
    world,
    new Map(sketches.map(({ token, type }) => [token, type])),
    trust,
  );
  const drafts = sketches.flatMap((sketch) => placed(sketch, world, circumstances));
  const events = mergeTellings(drafts, world)
    .map(({ lead, others }) => ({ lead: { ...lead, ...withParties(lead, drafts, world, trust) }, others }))
    .map((happening) =>
      mentionOf(happening, completed(happening, { drafts, world, circumstances }), contexts, world),
    );
  return withActedOn(events, world);
}
