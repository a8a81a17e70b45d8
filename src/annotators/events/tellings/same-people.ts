import type { Tree } from "../../../language/index.ts";
import type { ActorMention } from "../../actors/layer.ts";
import { isCue } from "../cues.ts";
import type { World } from "../world.ts";

/** Two lists of people do not contradict: one is empty, or they share an entity. */
export function agree(a: readonly number[], b: readonly number[], world: World): boolean {
  if (a.length === 0 || b.length === 0) return true;
  const { mentions, tree } = world;
  return a.some((one) =>
    b.some(
      (other) =>
        sameActor(mentions[one]!, mentions[other]!, tree) ||
        sameVictims(mentions[one]!, mentions[other]!, world),
    ),
  );
}

/** "8 people … eight residents … a village": unnamed civilians of one country, as long as no two counts differ. */
function sameVictims(one: ActorMention, other: ActorMention, { countOf, tree }: World): boolean {
  if (!isCrowd(one) || !isCrowd(other)) return false;
  // "the village head … over 20 people": one person is no crowd; "a village … its residents" are two words for one.
  if (one.plural !== other.plural && [one, other].some((mention) => isOnePerson(mention, tree))) return false;
  if (one.country !== undefined && other.country !== undefined && one.country !== other.country) return false;
  const [a, b] = [countOf.get(one.head), countOf.get(other.head)];
  return a === undefined || b === undefined || (a.min === b.min && a.max === b.max);
}

function isOnePerson({ kind, plural, head }: ActorMention, tree: Tree): boolean {
  return kind === "role" && !plural && !isCue(tree.tokens[head]!.lemma, "gathered-noun");
}

function isCrowd({ sector, form }: ActorMention): boolean {
  return sector === "CVL" && form === "nominal";
}

/** One entity, or two descriptions that fit one: same country and sector, and not two different names. */
function sameActor(one: ActorMention, other: ActorMention, tree: Tree): boolean {
  if (one.entity === other.entity) return true;
  if (standsFor(one, other) || standsFor(other, one)) return true;
  if (one.form === "name" && other.form === "name") return false;
  // "an unnamed Western state … a Western state": the same words for somebody whom nothing else identifies.
  if (one.country === undefined && other.country === undefined)
    return one.form === "nominal" && other.form === "nominal" && sameHead(one, other, tree);
  return (
    one.country === other.country &&
    one.sector === other.sector &&
    one.sector !== "CVL" &&
    (one.plural === other.plural || isBand(one, tree) || isBand(other, tree))
  );
}

/** "a small group of officers": one word for several people, who may be named as several elsewhere. */
function isBand({ head }: ActorMention, tree: Tree): boolean {
  return isCue(tree.tokens[head]!.lemma, "band-noun");
}

function sameHead(one: ActorMention, other: ActorMention, tree: Tree): boolean {
  const [a, b] = [tree.tokens[one.head]!, tree.tokens[other.head]!];
  return a.lemma === b.lemma && one.plural === other.plural && one.sector === other.sector;
}

/** A country for its government, its army, its people or a town of it: "Manila condemned", "the Philippine army did". */
function standsFor(state: ActorMention, other: ActorMention): boolean {
  if (state.kind !== "state" || state.country === undefined || state.country !== other.country) return false;
  return other.kind === "population" || other.sector === "GOV" || other.sector === "MIL";
}
