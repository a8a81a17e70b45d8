import type { Tree } from "../../../language/index.ts";
import type { EventType } from "../../../ontology/index.ts";
import { prepositionsOf } from "./attachment.ts";

/** Acts that happen on the ground. Words (an accusation, a demand) have a place only where the text puts them. */
export const ON_THE_GROUND: ReadonlySet<EventType> = new Set<EventType>([
  "AID",
  "ASSAULT",
  "COERCE",
  "CONSULT",
  "MOBILIZE",
  "PROTEST",
  "RETREAT",
]);

export const AT =
  /^(?:in|at|near|inside|outside|around|across|throughout|along|off|within|on|between|beyond|amid|above|over|under|beside|behind|north|south|east|west|via|through)$/;
export const TOWARDS = /^(?:to|into|towards?|onto|from)$/;
export const MOTIONS: ReadonlySet<EventType> = new Set<EventType>(["AID", "MOBILIZE", "RETREAT"]);

/** A place that narrows another noun: "a base in Idlib", "a Durban court". */
export function inside(tree: Tree, head: number): boolean {
  return (
    standsAt(tree, head) ||
    namesItsNoun(tree, head) ||
    /^(?:compound|amod|appos|flat|nmod:poss)/.test(tree.tokens[head]!.deprel)
  );
}

/** "in Goma", and "Oaxaca" of "in Juchitán, Oaxaca", "Goma" of "in the city of Goma". */
export function standsAt(tree: Tree, head: number): boolean {
  if (prepositionsOf(tree, head).some((mark) => AT.test(mark))) return true;
  const token = tree.tokens[head]!;
  if (token.head < 0) return false;
  if (namesItsNoun(tree, head)) return standsAt(tree, token.head);
  return /^(?:appos|compound|flat|conj)/.test(token.deprel) && standsAt(tree, token.head);
}

/** "the city of Goma", "the outskirts of Goma": the noun is the place or a part of it. */
function namesItsNoun(tree: Tree, head: number): boolean {
  const noun = tree.tokens[tree.tokens[head]!.head];
  return noun !== undefined && prepositionsOf(tree, head).includes("of") && GEOGRAPHIC.test(noun.lemma);
}

const GEOGRAPHIC =
  /^(?:airport|area|base|border|camp|capital|centre|center|city|coast|commune|community|country|county|department|district|downtown|east|edge|enclave|governorate|heart|island|kingdom|municipality|neighbou?rhood|north|outskirts?|part|port|prefecture|province|region|republic|south|state|streets?|suburb|territory|town|village|west)$/;
