import type { EventType } from "../../ontology/index.ts";
import { grouped, once } from "../../text/grouped.ts";
import type { ActorMention } from "../actors/layer.ts";
import type { PlaceMention } from "../places/layer.ts";
import { timesAgree } from "./circumstances/agreement.ts";
import type { Circumstances } from "./circumstances/index.ts";
import { ON_THE_GROUND } from "./circumstances/place-standing.ts";
import { type Bound, bound, UNBOUND } from "./circumstances/way.ts";
import type { Draft } from "./draft.ts";
import { isTurn } from "./occasion.ts";
import { type Saying, SPOKEN } from "./speech-acts.ts";
import type { World } from "./world.ts";

interface Context {
  readonly drafts: readonly Draft[];
  readonly world: World;
  readonly circumstances: Circumstances;
}

/**
 * Where an act was whose own clauses do not say it, from the telling of what belongs to it. Not from the dateline, and not from who the parties are (see `homeOf`).
 */
export function sceneOf(lead: Draft, context: Context): Bound {
  if (SPOKEN.has(lead.type)) return bound(occasionPlace(lead, context), "occasion");
  if (!ON_THE_GROUND.has(lead.type) || !hasHappened(lead, context.world)) return UNBOUND;
  const told = toldBefore(lead, context);
  return bound(told >= 0 ? told : ofSentenceBefore(lead, context), "scene");
}

/** "…, the envoy said in Rabat": what an occasion's words do was done there. */
function occasionPlace(lead: Draft, { world, circumstances }: Context): number {
  const { tree, mentions, attributions } = world;
  const actors = lead.actors.map((one) => mentions[one]!);
  const cue = attributions[world.factuality.get(lead.token)?.attributions[0] ?? -1]?.cueToken ?? -1;
  const isIts = ({ token, speaker }: Saying): boolean =>
    actors.some(
      (actor) =>
        actor.entity === speaker.entity ||
        (token === cue && actor.kind === "state" && actor.country === speaker.country),
    );
  // "France welcomes the deal, the minister said in Rome": the words are the act.
  const own = tree.tokens[lead.token]!;
  const saying =
    own.deprel === "ccomp" && /^VB[PZ]$/.test(own.xpos) ? circumstances.standsUnder(own.head) : -1;
  if (saying >= 0) return saying;
  if (isTurn(tree, lead.token)) {
    const places = world.sayings
      .filter(({ token }) => token < lead.token)
      .map(({ token }) => circumstances.standsUnder(token));
    return places.findLast((place) => place >= 0) ?? -1;
  }
  const said = world.sayings
    .filter(isIts)
    .map(({ token }) => circumstances.standsUnder(token))
    .filter((place) => place >= 0);
  return new Set(said.map((place) => world.places[place]!.name)).size === 1 ? said[0]! : -1;
}

/** Drafts that have a place, by the types that they may be told again as: a capture also as an attack. */
const placedByType = once((drafts: readonly Draft[]) =>
  grouped(
    drafts.filter(({ place }) => place >= 0),
    ({ type, modes }): readonly EventType[] =>
      type !== "ASSAULT" && modes.includes("seize") ? [type, "ASSAULT"] : [type],
  ),
);

/** The same parties' act of that kind, or "the attack" after an attack: where that was. */
function toldBefore(lead: Draft, { drafts, world }: Context): number {
  const entities = (parties: readonly number[]): ReadonlySet<number> =>
    new Set(parties.map((one) => world.mentions[one]!.entity));
  const [actors, recipients] = [entities(lead.actors), entities(lead.recipients)];
  const overlap = (mine: ReadonlySet<number>, theirs: readonly number[]): boolean =>
    theirs.some((one) => mine.has(world.mentions[one]!.entity));
  const same = (placedByType(drafts).get(lead.type) ?? []).filter((draft) => {
    if (draft.token === lead.token) return false;
    const points = pointsTo(lead, draft, world);
    if (!points && draft.type !== lead.type) return false;
    if (!timesAgree(world.times[draft.time], world.times[lead.time])) return false;
    if (points) return true;
    const isOneSided = lead.actors.length === 0 || lead.recipients.length === 0;
    const shares = [overlap(actors, draft.actors), overlap(recipients, draft.recipients)].filter(Boolean);
    return shares.length === 2 || (isOneSided && shares.length === 1);
  });
  const places = new Set(same.map((draft) => world.places[draft.place]!.name));
  return places.size === 1 ? same[0]!.place : -1;
}

/** "the offensive", "the raid" and nobody named: the act of that kind, or the capture, that was told before. */
function pointsTo(lead: Draft, before: Draft, { tree }: World): boolean {
  const isKind = before.type === lead.type || (lead.type === "ASSAULT" && before.modes.includes("seize"));
  if (!isKind || before.token > lead.token || lead.actors.length + lead.recipients.length > 0) return false;
  const isNoun = tree.tokens[lead.token]!.upos === "NOUN";
  return (
    isNoun &&
    tree.dependents(lead.token, "det").some((at) => /^(?:the|this|that)$/i.test(tree.tokens[at]!.text))
  );
}

/** "In Yangon, shops stayed closed. Police arrested …": the scene that the sentence before has set. */
function ofSentenceBefore(lead: Draft, { world, circumstances }: Context): number {
  if (!SCENIC.has(lead.type) || isForeign(lead, world)) return -1;
  const { tree, places } = world;
  const { sentence } = tree.tokens[lead.token]!;
  const isHere = (place: PlaceMention): boolean => tree.tokens[place.first]!.sentence === sentence;
  if (places.some((place) => isHere(place) && !place.metonym)) return -1;
  const { first: start } = tree.sentence(lead.token);
  const before = tree.tokens[start - 1];
  // A paragraph of its own sets its own scene.
  if (before === undefined || tree.tokens[start]!.start - before.end > 1) return -1;
  const scene = circumstances.standingIn(sentence - 1);
  return scene.length === 1 ? scene[0]! : -1;
}

const SCENIC: ReadonlySet<EventType> = new Set<EventType>(["ASSAULT", "COERCE", "PROTEST"]);

/** Two states, or a state and what is not its own, act in any place. */
function isForeign(lead: Draft, { mentions }: World): boolean {
  const parties = [...lead.actors, ...lead.recipients].map((one): ActorMention => mentions[one]!);
  return new Set(parties.flatMap((one) => one.country ?? [])).size > 1;
}

function hasHappened(lead: Draft, { factuality }: World): boolean {
  const told = factuality.get(lead.token);
  return (
    told === undefined || ((told.phase === "past" || told.phase === "ongoing") && !told.value.endsWith("-"))
  );
}
