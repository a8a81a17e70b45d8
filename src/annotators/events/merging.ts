import { relation, type Token, type Tree } from "../../language/index.ts";
import type { ActorMention } from "../actors/layer.ts";
import type { EventFactuality } from "../factuality/layer.ts";
import { narrowerPlace, narrowerTime, placesAgree, timesAgree } from "./circumstances/agreement.ts";
import type { Draft } from "./draft.ts";
import type { World } from "./world.ts";

/** Drafts that tell one happening, the first and fullest first. */
export interface Happening {
  readonly lead: Draft;
  readonly others: readonly Draft[];
}

/** One happening, one event: joins tellings whose type, people, place, time and standing do not speak against it. */
export function mergeTellings(drafts: readonly Draft[], world: World): readonly Happening[] {
  const groups: Draft[][] = [];
  for (const draft of drafts) {
    const group =
      groups.find((members) => members.some((member) => sameClause(member, draft, world))) ??
      groups.findLast(
        (members) =>
          members.every((member) => compatible(member, draft, world)) && tiedToGroup(members, draft, world),
      );
    if (group === undefined) groups.push([draft]);
    else group.push(draft);
  }
  return groups.map((members) => {
    const lead = leadOf(members, world);
    return { lead: filled(lead, members, world), others: members.filter((member) => member !== lead) };
  });
}

/** "killed in an airstrike", "attacked a village, killing five and burning homes": one clause, one event of one type. */
function sameClause(a: Draft, b: Draft, { tree }: World): boolean {
  if (a.type !== b.type) return false;
  const [upper, lower] = tree.tokens[a.token]!.head === b.token ? [b.token, a.token] : [a.token, b.token];
  const low = tree.tokens[lower]!;
  const high = tree.tokens[upper]!;
  if (low.head !== upper) return false;
  if (low.deprel.startsWith("conj"))
    return isHarm(low.lemma) && isHarm(high.lemma) ? true : bothFollow(low, high);
  return (
    /^(?:obl|nmod|nsubj|obj|advcl|acl|compound|xcomp)/.test(low.deprel) &&
    (a.type === "ASSAULT" || low.deprel === "compound" || low.deprel.startsWith("xcomp"))
  );
}

function isHarm(lemma: string): boolean {
  return /^(?:kill|wound|injure|hurt|die|maim)$/.test(lemma);
}

/** "…, killing five and burning homes": both say what came of the act before them. */
function bothFollow(low: Token, high: Token): boolean {
  return low.xpos === "VBG" && high.xpos === "VBG" && relation(high) === "advcl";
}

function compatible(a: Draft, b: Draft, world: World): boolean {
  if (a.type !== b.type) return false;
  if (!agree(a.actors, b.actors, world) || !agree(a.recipients, b.recipients, world)) return false;
  if (!timesAgree(world.times[a.time], world.times[b.time])) return false;
  if (!placesAgree(world.places[a.place], world.places[b.place])) return false;
  const one = world.factuality.get(a.token);
  const other = world.factuality.get(b.token);
  if (one === undefined || other === undefined) return true;
  if (one.attempt !== other.attempt && sameWord(a, b, world)) return false;
  const future = (view: EventFactuality): boolean => view.phase === "future" || view.phase === "hypothetical";
  return future(one) === future(other) && one.value.endsWith("-") === other.value.endsWith("-");
}

/** Two lists of people do not contradict: one is empty, or they share an entity. */
function agree(a: readonly number[], b: readonly number[], world: World): boolean {
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
function sameVictims(one: ActorMention, other: ActorMention, { quantities }: World): boolean {
  const isCrowd = (mention: ActorMention): boolean => mention.sector === "CVL" && mention.form === "nominal";
  if (!isCrowd(one) || !isCrowd(other)) return false;
  if (one.country !== undefined && other.country !== undefined && one.country !== other.country) return false;
  const countOf = (mention: ActorMention) => quantities.find((count) => count.noun === mention.head);
  const [a, b] = [countOf(one), countOf(other)];
  return a === undefined || b === undefined || (a.min === b.min && a.max === b.max);
}

/** One entity, or two descriptions that fit one: same country and sector, and not two different names. */
function sameActor(one: ActorMention, other: ActorMention, tree: Tree): boolean {
  if (one.entity === other.entity) return true;
  if (isPeopleOf(one, other) || isPeopleOf(other, one)) return true;
  if (one.form === "name" && other.form === "name") return false;
  // "an unnamed Western state … a Western state": the same words for somebody whom nothing else identifies.
  if (one.country === undefined && other.country === undefined)
    return one.form === "nominal" && other.form === "nominal" && sameHead(one, other, tree);
  return (
    one.country === other.country &&
    one.sector === other.sector &&
    one.sector !== "CVL" &&
    one.plural === other.plural
  );
}

function sameHead(one: ActorMention, other: ActorMention, tree: Tree): boolean {
  const [a, b] = [tree.tokens[one.head]!, tree.tokens[other.head]!];
  return a.lemma === b.lemma && one.plural === other.plural && one.sector === other.sector;
}

/** A country and people or a town of it: whoever hits Odesa hits Ukraine. */
function isPeopleOf(state: ActorMention, other: ActorMention): boolean {
  return state.kind === "state" && other.kind === "population" && state.country === other.country;
}

/** Once the text has told what a headline announced, only the text decides what else belongs to it. */
function tiedToGroup(members: readonly Draft[], draft: Draft, world: World): boolean {
  const told = members.filter((member) => !world.inHeadline(member.token));
  return (told.length > 0 ? told : members).some((member) => tied(member, draft, world));
}

/** A positive reason to join: shared people and a like word, or a noun that points back ("the attack"). */
function tied(a: Draft, b: Draft, world: World): boolean {
  const share = (one: readonly number[], other: readonly number[]): boolean =>
    one.length > 0 && other.length > 0 && agree(one, other, world);
  if (sameDatedAct(a, b, world)) return true;
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

/** "coups in 2020", "the August 2020 overthrow": acts of one mode whose dates lie in one another. */
function sameDatedAct(a: Draft, b: Draft, { times }: World): boolean {
  const [one, other] = [times[a.time], times[b.time]];
  if (one?.from === undefined || other?.from === undefined) return false;
  return a.modes[0] !== undefined && a.modes[0] === b.modes[0] && a.time !== b.time;
}

function sentenceOf(draft: Draft, { tree }: World): number {
  return tree.tokens[draft.token]!.sentence;
}

function sameWord(a: Draft, b: Draft, { tree }: World): boolean {
  const one = tree.tokens[a.token]!.lemma.toLowerCase();
  const other = tree.tokens[b.token]!.lemma.toLowerCase();
  return one === other || (one.slice(0, 5) === other.slice(0, 5) && Math.min(one.length, other.length) >= 5);
}

/** "another attack", "in a separate incident": the text says itself that it is not the one told before. */
function isAnother(draft: Draft, { tree }: World): boolean {
  const near = [draft.token, ...tree.dependents(draft.token, "obl", "nmod")];
  return near.some((at) =>
    tree
      .dependents(at, "det", "amod")
      .some((child) =>
        /^(?:another|separate|similar|other|second|previous|earlier)$/.test(tree.tokens[child]!.lemma),
      ),
  );
}

function pointsBack(draft: Draft, { tree }: World): boolean {
  const token = tree.tokens[draft.token]!;
  if (token.upos !== "NOUN") return false;
  return tree
    .dependents(draft.token, "det")
    .some((child) => /^(?:the|this|that|these|those)$/i.test(tree.tokens[child]!.text));
}

/** The first telling that names somebody; a headline gives way to the sentence that says it fully. */
function leadOf(members: readonly Draft[], { tree, inHeadline }: World): Draft {
  const score = (draft: Draft): number =>
    (inHeadline(draft.token) ? -3 : 0) +
    draft.actors.length +
    draft.recipients.length +
    Number(draft.time >= 0) +
    Number(draft.place >= 0) +
    Number(tree.tokens[draft.token]!.upos === "VERB");
  const first = members[0]!;
  return members.reduce((best, draft) => (score(draft) > score(best) + 2 ? draft : best), first);
}

/** The lead with what only other tellings say, and the narrowest time and place that any of them gives. */
function filled(lead: Draft, members: readonly Draft[], world: World): Draft {
  const from = <Key extends "actors" | "recipients" | "quantities">(key: Key): Draft[Key] =>
    lead[key].length > 0 ? lead[key] : (members.find((member) => member[key].length > 0)?.[key] ?? lead[key]);
  const places = members.flatMap((member) => world.places[member.place] ?? []);
  const times = members.flatMap((member) => world.times[member.time] ?? []);
  return {
    ...lead,
    actors: from("actors"),
    recipients: from("recipients"),
    quantities: distinctCounts(members, world),
    place: places.length === 0 ? -1 : world.places.indexOf(places.reduce(narrowerPlace)),
    time: times.length === 0 ? -1 : world.times.indexOf(times.reduce(narrowerTime)),
    modes:
      lead.modes.length > 0 ? lead.modes : (members.find((member) => member.modes.length > 0)?.modes ?? []),
    confidence: Math.max(...members.map((member) => member.confidence)),
  };
}

/** "Five killed" in the headline and in the text is one count. */
function distinctCounts(members: readonly Draft[], { quantities }: World): readonly number[] {
  const found = new Map<string, number>();
  for (const index of members.flatMap((member) => member.quantities)) {
    const { kind, min, max } = quantities[index]!;
    const key = `${kind} ${min} ${max}`;
    if (!found.has(key)) found.set(key, index);
  }
  return [...found.values()];
}
