import { isCue } from "../cues.ts";
import type { Draft } from "../draft.ts";
import type { World } from "../world.ts";
import { agree } from "./same-people.ts";
import { isAnother, pointsBack, sameWord } from "./wording.ts";

/** Once the text has told what a headline announced, only the text decides what else belongs to it. */
export function tiedToGroup(members: readonly Draft[], draft: Draft, world: World): boolean {
  const told = members.filter((member) => !world.inHeadline(member.token));
  return (told.length > 0 ? told : members).some((member) => tied(member, draft, world));
}

/** A positive reason to join: shared people and a like word, or a noun that points back ("the attack"). */
function tied(a: Draft, b: Draft, world: World): boolean {
  const share = (one: readonly number[], other: readonly number[]): boolean =>
    one.length > 0 && other.length > 0 && agree(one, other, world);
  if (sameDatedAct(a, b, world)) return true;
  if (isWarfare(a, world) !== isWarfare(b, world) && a.type === "ASSAULT" && b.modes[0] === undefined) {
    // "nine years of fighting … this attack": one blow is not the war.
    if (isPlainAttack(a, world) || isPlainAttack(b, world)) return false;
  }
  if (isAnother(b, world)) return false;
  const people = Number(share(a.actors, b.actors)) + Number(share(a.recipients, b.recipients));
  const like = sameWord(a, b, world);
  if (world.inHeadline(a.token) && !world.inHeadline(b.token)) {
    if (people > 0 || like || a.actors.length + a.recipients.length === 0) return true;
  }
  const isNoun = world.tree.tokens[b.token]!.upos === "NOUN";
  // A clause with its own parties tells of the same act only if all that both name agree.
  const sides = Math.max(
    Number(a.actors.length > 0) + Number(a.recipients.length > 0),
    Number(b.actors.length > 0) + Number(b.recipients.length > 0),
  );
  if (like && people > 0 && (isNoun || people === sides)) return true;
  if (like && isNoun && sides <= 1 && a.type === b.type && world.tree.tokens[a.token]!.upos === "NOUN")
    return true;
  if (pointsBack(b, world) && (like || b.actors.length + b.recipients.length === 0 || people > 0))
    return like || a.type === "ASSAULT" || (people > 0 && a.modes[0] === b.modes[0]);
  return people === 2 && Math.abs(sentenceOf(a, world) - sentenceOf(b, world)) <= 3;
}

function isWarfare({ token }: Draft, { tree }: World): boolean {
  return isCue(tree.tokens[token]!.lemma, "warfare-noun");
}

function isPlainAttack({ token }: Draft, { tree }: World): boolean {
  return tree.tokens[token]!.upos === "NOUN" && /^(?:attack|assault)$/.test(tree.tokens[token]!.lemma);
}

/** "coups in 2020", "the August 2020 overthrow": acts of one mode whose dates lie in one another. */
function sameDatedAct(a: Draft, b: Draft, { times }: World): boolean {
  const [one, other] = [times[a.time], times[b.time]];
  if (one?.from === undefined || other?.from === undefined) return false;
  return a.modes[0] !== undefined && a.modes[0] === b.modes[0] && a.time !== b.time;
}

function sentenceOf(draft: Draft, { tree }: World): number {
  return tree.tokens[draft.token]!.sentence;
}
