import { relation, type Tree } from "../../../language/index.ts";
import type { EventType } from "../../../ontology/index.ts";
import type { PlaceKind } from "../../../record/place.ts";
import type { PlaceMention } from "../../places/layer.ts";
import {
  type Circumstance,
  clauseAbove,
  type Holders,
  loneInSentence,
  prepositionsOf,
} from "./attachment.ts";
import { pointedBackTo } from "./place-anaphora.ts";

/** Acts that happen on the ground. Words (an accusation, a demand) have a place only where the text puts them. */
const ON_THE_GROUND: ReadonlySet<EventType> = new Set<EventType>([
  "AID",
  "ASSAULT",
  "COERCE",
  "CONSULT",
  "MOBILIZE",
  "PROTEST",
  "RETREAT",
]);

const AT =
  /^(?:in|at|near|inside|outside|around|across|throughout|along|off|within|on|between|beyond|amid|above|over|under|beside|behind|north|south|east|west|via|through)$/;
const TOWARDS = /^(?:to|into|towards?|onto|from)$/;
const MOTIONS: ReadonlySet<EventType> = new Set<EventType>(["AID", "MOBILIZE", "RETREAT"]);

/** From a spot to an area: what is more exact wins. */
const EXACTNESS: readonly PlaceKind[] = [
  "site",
  "town",
  "admin2",
  "admin1",
  "water",
  "region",
  "country",
  "international",
];

export interface Placed {
  readonly token: number;
  readonly extra: readonly number[];
  readonly type: EventType;
  readonly modes: readonly string[];
}

/** Index in PLACES of where an event happened, from the structure of the text; -1 if it does not say. */
export function placeOf(
  tree: Tree,
  places: readonly PlaceMention[],
  located: readonly Circumstance[],
  holders: Holders,
  event: Placed,
): number {
  const own = new Set([event.token, ...event.extra.filter((at) => at >= 0)]);
  const isAct = ON_THE_GROUND.has(event.type);
  const direct = located.filter(
    (one) => own.has(one.holder) && locates(tree, one, places[one.index]!, own, event.type),
  );
  if (direct.length > 0) return mostExact(places, direct);
  // "expelled from Norway": that is where they were.
  const left = event.modes.includes("expel")
    ? located.find((one) => own.has(one.holder) && prepositionsOf(tree, one.head).includes("from"))
    : undefined;
  if (left !== undefined) return left.index;
  if (!isAct) return -1;
  const antecedent = located.filter((one) => ofAntecedent(tree, one, event.token));
  if (antecedent.length > 0) return mostExact(places, antecedent);
  const above = clauseAbove(tree, event.token, holders);
  const shared = located.find(
    (one) => one.carriers.some((at) => above.includes(at)) && standsAt(tree, one.head),
  );
  if (shared !== undefined) return shared.index;
  const back = pointedBackTo(tree, places, event.token);
  if (back >= 0) return back;
  const alone = loneInSentence(tree, event.token, located, holders);
  return alone !== undefined && standsAt(tree, alone.head) ? alone.index : -1;
}

function mostExact(places: readonly PlaceMention[], found: readonly Circumstance[]): number {
  const rank = (one: Circumstance): number => EXACTNESS.indexOf(places[one.index]!.kind);
  return [...found].sort((a, b) => rank(a) - rank(b) || a.head - b.head)[0]!.index;
}

/** Whether a place under an event's word says where the event happened, by the way it hangs on it. */
function locates(
  tree: Tree,
  one: Circumstance,
  place: PlaceMention,
  own: ReadonlySet<number>,
  type: EventType,
): boolean {
  const path = [one.head, ...one.chain];
  // "appeared in a Durban court": the place hangs on a word that the sense asks for, and with it on the verb.
  const branches = path.filter((_, index) => own.has(path[index + 1] ?? -1));
  return branches.some((branch) => hangsAsPlace(tree, one, place, branch, type));
}

function hangsAsPlace(
  tree: Tree,
  one: Circumstance,
  place: PlaceMention,
  branch: number,
  type: EventType,
): boolean {
  const kind = relation(tree.tokens[branch]!);
  const marks = prepositionsOf(tree, branch);
  const isAct = ON_THE_GROUND.has(type);
  switch (kind) {
    case "obl":
    case "nmod":
      if (marks.some((mark) => AT.test(mark))) return branch === one.head || inside(tree, one.head);
      if (marks.some((mark) => TOWARDS.test(mark))) return MOTIONS.has(type) || type === "ASSAULT";
      if (tree.tokens[branch]!.deprel === "nmod:poss") return isAct;
      return (
        isAct && marks.some((mark) => /^(?:of|on|against)$/.test(mark)) && isTarget(place, one, branch, type)
      );
    case "obj":
    case "nsubj":
      return isAct && isTarget(place, one, branch, type) && (branch === one.head || inside(tree, one.head));
    case "compound":
    case "amod":
      return isAct;
    case "advmod":
      return true;
    default:
      return isAct && standsAt(tree, one.head);
  }
}

/** What is hit lies where it is hit; a country that is squeezed or helped is a party, not a spot. */
function isTarget(place: PlaceMention, one: Circumstance, branch: number, type: EventType): boolean {
  return type === "ASSAULT" || place.kind !== "country" || branch !== one.head;
}

/** A place that narrows another noun: "a base in Idlib", "a Durban court". */
function inside(tree: Tree, head: number): boolean {
  return (
    standsAt(tree, head) ||
    namesItsNoun(tree, head) ||
    /^(?:compound|amod|appos|flat|nmod:poss)/.test(tree.tokens[head]!.deprel)
  );
}

/** "a base in Mali, which was handed over": nothing but a comma between the place and the relative clause. */
function standsBefore(tree: Tree, head: number, token: number): boolean {
  const first = tree.subtree(token)[0]!;
  const between = tree.tokens.slice(head + 1, first + 1);
  return head < first && between.length <= 2 && between.every((one) => /^(?:,|which|where)$/i.test(one.text));
}

/** "in Goma", and "Oaxaca" of "in Juchitán, Oaxaca", "Goma" of "in the city of Goma". */
function standsAt(tree: Tree, head: number): boolean {
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

/** "a base near Kidal, which was handed over", "Mali, where they fight": the place of the noun that a relative clause tells of. */
function ofAntecedent(tree: Tree, one: Circumstance, token: number): boolean {
  if (relation(tree.tokens[token]!) !== "acl") return false;
  const noun = tree.tokens[token]!.head;
  if (noun === one.head || standsBefore(tree, one.head, token)) return standsAt(tree, one.head);
  const depth = one.chain.indexOf(noun);
  return depth >= 0 && depth <= 1 && standsAt(tree, one.head) && !one.chain.slice(0, depth).includes(token);
}
