import { placesAgree, timesAgree } from "../circumstances/agreement.ts";
import type { Draft } from "../draft.ts";
import type { World } from "../world.ts";
import { isSeries } from "./standing.ts";
import { isAnother } from "./wording.ts";

/** How many sentences behind an attack somebody's figures are still its own. */
const REACH = 2;

/** The attack whose toll a telling is: of those told right before it the one that was spoken of last. */
export function attackOf(
  groups: readonly (readonly Draft[])[],
  draft: Draft,
  world: World,
): readonly Draft[] | undefined {
  if (!isFigure(draft, world) || isAnother(draft, world)) return undefined;
  const lastTold = (members: readonly Draft[]): number => Math.max(...members.map(({ token }) => token));
  const near = groups.filter((members) => isTollOf(members, draft, world));
  return near.toSorted((a, b) => lastTold(a) - lastTold(b)).at(-1);
}

/**
 * "At least 50 were killed, the ministry said": somebody's figure and no more, told right behind an attack, is what
 * that attack cost in his view, also where another gives another figure.
 */
function isTollOf(members: readonly Draft[], draft: Draft, world: World): boolean {
  const { tree, times, places } = world;
  const sentence = tree.tokens[draft.token]!.sentence;
  const isNear = members.some(({ token }) => sentence - tree.tokens[token]!.sentence <= REACH);
  return (
    isNear &&
    members.every(
      (member) =>
        isBlow(member, world) &&
        timesAgree(times[member.time], times[draft.time]) &&
        placesAgree(places[member.place], places[draft.place]) &&
        areOfOneCountry(member, draft, world) &&
        !isOwnLoss(member, draft, world),
    )
  );
}

/** Harm in the passive, nobody who did it, a number, and somebody whose number it is. */
function isFigure({ token, type, actors, quantities }: Draft, world: World): boolean {
  const told = world.factuality.get(token);
  const { lemma, xpos } = world.tree.tokens[token]!;
  return (
    type === "ASSAULT" &&
    xpos === "VBN" &&
    /^(?:kill|wound|injure|hurt)$/.test(lemma) &&
    actors.length === 0 &&
    quantities.length > 0 &&
    told?.outlet === "Uu" &&
    told.attributions.length > 0
  );
}

function isBlow({ token, type }: Draft, world: World): boolean {
  const told = world.factuality.get(token);
  if (type !== "ASSAULT" || told === undefined) return false;
  return told.phase === "past" && !told.value.endsWith("-") && !isSeries(token, told, world);
}

/** "Police fired tear gas. 14 officers were hurt, the ministry said": not what the officers did to themselves. */
function isOwnLoss({ actors }: Draft, { recipients }: Draft, { mentions }: World): boolean {
  return recipients.some((one) => actors.some((other) => mentions[one]!.sector === mentions[other]!.sector));
}

function areOfOneCountry(a: Draft, b: Draft, { mentions }: World): boolean {
  const stated = (parties: readonly number[]): readonly string[] =>
    parties.flatMap((one) =>
      mentions[one]!.countryBasis === "inferred" ? [] : (mentions[one]!.country ?? []),
    );
  const [one, other] = [stated(a.recipients), stated(b.recipients)];
  return one.length === 0 || other.length === 0 || one.some((country) => other.includes(country));
}
