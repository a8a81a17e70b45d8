import { relation, type Tree } from "../../../language/index.ts";
import type { EventType } from "../../../ontology/index.ts";
import type { PlaceKind } from "../../../record/place.ts";
import type { PlaceMention } from "../../places/layer.ts";
import { isCue } from "../cues.ts";
import { SPOKEN } from "../speech-acts.ts";
import {
  type Circumstance,
  clauseAbove,
  type Holders,
  loneInSentence,
  prepositionsOf,
} from "./attachment.ts";
import { isOnlyMentioned } from "./mentioned.ts";
import { pointedBackTo, thereOfSubject } from "./place-anaphora.ts";
import { crossesClause, ofClauseBefore, ofJourney, ofPartyClause, ofSubject } from "./place-beside.ts";
import { AT, inside, MOTIONS, ON_THE_GROUND, standsAt, TOWARDS } from "./place-standing.ts";
import { type Bound, bound, UNBOUND } from "./way.ts";

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

/** Where an event happened, as an index in PLACES, from the structure of the text; none if it does not say. */
export function placeOf(
  tree: Tree,
  places: readonly PlaceMention[],
  located: readonly Circumstance[],
  holders: Holders,
  event: Placed,
): Bound {
  const named = located.filter((one) => places[one.index]!.unnamed !== true);
  const found = byName(tree, places, named, holders, event);
  if (found.index >= 0) return bound(withName(places, found.index), found.by);
  // A site that the report does not name is better than a guess.
  const own = ownTokens(event);
  const sites = located.filter(
    (one) =>
      places[one.index]!.unnamed === true &&
      own.has(one.holder) &&
      locates(tree, one, places[one.index]!, own, event.type),
  );
  if (sites.length > 0) return bound(mostExact(places, sites), "unnamed-site");
  if (!ON_THE_GROUND.has(event.type) || isOnlyMentioned(tree, event.token)) return UNBOUND;
  const alone = loneInSentence(tree, event.token, named, holders);
  return alone !== undefined && standsAt(tree, alone.head)
    ? bound(withName(places, alone.index), "alone")
    : UNBOUND;
}

function ownTokens({ token, extra }: Placed): ReadonlySet<number> {
  return new Set([token, ...extra.filter((at) => at >= 0)]);
}

/** "the town" is quoted by the name that it stands for. */
function withName(places: readonly PlaceMention[], index: number): number {
  const place = places[index]!;
  if (place.nominal !== true) return index;
  const antecedent = places.findLastIndex(
    (one, at) => at < index && one.nominal !== true && one.name === place.name && one.kind === place.kind,
  );
  return antecedent < 0 ? index : antecedent;
}

function byName(
  tree: Tree,
  places: readonly PlaceMention[],
  located: readonly Circumstance[],
  holders: Holders,
  event: Placed,
): Bound {
  const own = ownTokens(event);
  const isAct = ON_THE_GROUND.has(event.type);
  const direct = located.filter(
    (one) => own.has(one.holder) && locates(tree, one, places[one.index]!, own, event.type),
  );
  // "gathered in Luxembourg to discuss the war in Gaza": what stands in the event's own clause comes first.
  const ownClause = direct.filter(
    (one) => !crossesClause(tree, one, one.chain.find((at) => own.has(at)) ?? one.head),
  );
  if (ownClause.length > 0) return bound(mostExact(places, ownClause), "own");
  if (direct.length > 0) return bound(mostExact(places, direct), "beside");
  if (isOnlyMentioned(tree, event.token)) return UNBOUND;
  // "expelled from Norway": that is where they were.
  const left = event.modes.includes("expel")
    ? located.find((one) => own.has(one.holder) && prepositionsOf(tree, one.head).includes("from"))
    : undefined;
  if (left !== undefined) return bound(left.index, "own");
  // "The ministry in Paris accused a firm": where a speaker sits is not where anything happened. A court acts where it sits.
  const actor = ofSubject(tree, located, event.token, SPOKEN.has(event.type));
  if (actor !== undefined) return bound(actor.index, "own");
  const before = ofClauseBefore(tree, located, event.token);
  if (!isAct) {
    // "discussed the war in Gaza, calling for a truce": the topic's place is not the speaker's.
    const isTopic = before !== undefined && tree.tokens[before.head]!.head !== tree.tokens[event.token]!.head;
    return before !== undefined && !isTopic
      ? bound(before.index, "beside")
      : bound(thereOfSubject(tree, places, event.token), "pointed");
  }
  const antecedent = located.filter((one) => ofAntecedent(tree, one, event.token));
  if (antecedent.length > 0) return bound(mostExact(places, antecedent), "beside");
  const above = clauseAbove(tree, event.token, holders);
  const shared = located.find(
    (one) =>
      (above.includes(one.head) ||
        one.carriers.some((at) => above.includes(at) && !crossesClause(tree, one, at))) &&
      standsAt(tree, one.head),
  );
  if (shared !== undefined) return bound(shared.index, "shared");
  const beside =
    before ??
    ofPartyClause(tree, located, event.token) ??
    (event.type === "CONSULT" ? ofJourney(tree, located, event.token) : undefined);
  if (beside !== undefined) return bound(beside.index, "beside");
  return bound(pointedBackTo(tree, places, event.token), "pointed");
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
  if (type === "CONSULT" && isTopic(tree, branch, branch === one.head)) return false;
  switch (kind) {
    case "obl":
    case "nmod":
      // "killed during an operation in Logar".
      if (isAct && marks.includes("during")) return branch !== one.head && standsAt(tree, one.head);
      if (marks.some((mark) => AT.test(mark)))
        return (
          branch === one.head || (inside(tree, one.head) && !isCue(tree.tokens[branch]!.lemma, "reason-noun"))
        );
      if (marks.some((mark) => TOWARDS.test(mark))) return MOTIONS.has(type) || type === "ASSAULT";
      if (tree.tokens[branch]!.deprel === "nmod:poss") return isAct;
      return (
        isAct &&
        (marks.length === 0
          ? inside(tree, one.head)
          : marks.some((mark) => /^(?:of|on|against)$/.test(mark))) &&
        isTarget(place, one, branch, type)
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

/** "talks on the war in Gaza", "discussed the war in Gaza", "met to end the war in Gaza": what they talk about. */
function isTopic(tree: Tree, branch: number, isPlace: boolean): boolean {
  const kind = relation(tree.tokens[branch]!);
  if (kind === "nmod" || kind === "obl")
    return prepositionsOf(tree, branch).some((mark) => /^(?:on|over|about|regarding|concerning)$/.test(mark));
  if (kind === "advcl" || kind === "acl")
    return tree.dependents(branch, "mark").some((mark) => tree.tokens[mark]!.lemma === "to");
  return kind === "obj" && !isPlace && tree.tokens[tree.tokens[branch]!.head]!.lemma === "discuss";
}

/** What is hit lies where it is hit; a country that is squeezed or helped is a party, not a spot. */
function isTarget(place: PlaceMention, one: Circumstance, branch: number, type: EventType): boolean {
  return type === "ASSAULT" || place.kind !== "country" || branch !== one.head;
}

/** "a base in Mali, which was handed over": nothing but a comma between the place and the relative clause. */
function standsBefore(tree: Tree, head: number, token: number): boolean {
  const first = tree.subtree(token)[0]!;
  if (head >= first || first - head > 2) return false;
  const between = tree.tokens.slice(head + 1, first + 1);
  return between.every((one) => /^(?:,|which|where)$/i.test(one.text));
}

/** "a base near Kidal, which was handed over", "Mali, where they fight": the place of the noun that a relative clause tells of. */
function ofAntecedent(tree: Tree, one: Circumstance, token: number): boolean {
  if (relation(tree.tokens[token]!) !== "acl") return false;
  const noun = tree.tokens[token]!.head;
  if (noun === one.head || standsBefore(tree, one.head, token)) return standsAt(tree, one.head);
  const depth = one.chain.indexOf(noun);
  return depth >= 0 && depth <= 1 && standsAt(tree, one.head) && !one.chain.slice(0, depth).includes(token);
}
