import { ENTITIES, SENTENCES, TOKENS } from "../../language/layers.ts";
import { treeOf } from "../../language/tree.ts";
import { publishedDay, REPORT } from "../../record/report.ts";
import { type Annotator, provide } from "../../text/annotator.ts";
import { type Document, read } from "../../text/document.ts";
import { PLACES, type PlaceMention } from "../places/layer.ts";
import { findDrafts } from "./candidates.ts";
import { link } from "./coreference.ts";
import { ACTORS } from "./layer.ts";
import { mentionsOf } from "./merge.ts";
import { findNames } from "./names.ts";
import type { ActorKnowledge, Reading } from "./reading.ts";

export type { ActorKnowledge } from "./reading.ts";

/** Finds who can act or be acted on, says who they are, and which mentions mean the same actor. */
export function createActors(knowledge: ActorKnowledge): Annotator {
  return {
    name: "actors",
    requires: [TOKENS, SENTENCES, ENTITIES, PLACES, REPORT],
    provides: [ACTORS],
    annotate: (document) => {
      const reading = readingOf(document, knowledge);
      return { layers: [provide(ACTORS, mentionsOf(link(findDrafts(reading), reading)))] };
    },
  };
}

function readingOf(document: Document, knowledge: ActorKnowledge): Reading {
  const tokens = read(document, TOKENS);
  const entities = read(document, ENTITIES);
  const places = read(document, PLACES).filter((place) => place.unnamed !== true);
  const day = publishedDay(read(document, REPORT));
  return {
    text: document.text,
    tokens,
    sentences: read(document, SENTENCES),
    entities,
    places,
    placeOf: new Map(places.flatMap((place) => tokensOf(place).map((index) => [index, place] as const))),
    tree: treeOf(tokens),
    names: findNames(document.text, tokens, entities, knowledge, day),
    ...(day === undefined ? {} : { day }),
    knowledge,
  };
}

function tokensOf({ first, last }: PlaceMention): readonly number[] {
  return Array.from({ length: last - first }, (_, offset) => first + offset);
}
