import type { PredicateSense } from "../../knowledge/predicates.ts";
import { relation, type Tree } from "../../language/index.ts";
import type { EventType } from "../../ontology/index.ts";
import type { EventFactuality } from "../factuality/layer.ts";
import { isThatOne, recodedSense, speaksOfSelf } from "./announcing.ts";
import type { Candidate } from "./candidates.ts";
import type { Circumstances } from "./circumstances/index.ts";
import { isCue } from "./cues.ts";
import { ordinaryCrime } from "./domain.ts";
import type { Draft } from "./draft.ts";
import { DUTY_LINE } from "./duties.ts";
import type { EventMention } from "./layer.ts";
import { politicalWeight } from "./political.ts";
import { readingOf } from "./reading.ts";
import { doneBySaying } from "./speech-acts.ts";
import type { World } from "./world.ts";

/** A telling as far as its own words and parties go: where, when and how many come with `placed`. */
export type Sketch = Omit<Draft, "place" | "placeBy" | "time" | "timeBy" | "quantities" | "part"> & {
  /** Words whose time is the event's too: those that announce it. */
  readonly announcedBy: readonly number[];
};

/**
 * The tellings that a word makes: one, or one for each of its dates where a plural is dated twice ("coups in 2020
 * and 2021").
 */
export function placed(sketch: Sketch, { tree }: World, circumstances: Circumstances): readonly Draft[] {
  const { announcedBy, ...draft } = sketch;
  const { token, extra, type, modes } = draft;
  const time = circumstances.time({ token, extra: [...extra, ...announcedBy], type, modes });
  const place = circumstances.place({ token, extra, type, modes });
  const first: Draft = {
    ...draft,
    place: place.index,
    placeBy: place.by,
    time: time.index,
    timeBy: time.by,
    quantities: circumstances.quantities(token, type),
  };
  const others = tree.tokens[token]!.xpos === "NNS" ? circumstances.coordinatedTimes(time.index) : [];
  return [first, ...others.map((other, index) => ({ ...first, time: other, part: index + 1 }))];
}

export function sketchOf(candidate: Candidate, world: World): Sketch {
  const { tree, mentions } = world;
  const { token, extra } = candidate;
  const { sense, actors, recipients, isMissing, isCrowd, isSides, isThing, isSpeakers } = readingOf(
    candidate,
    world,
  );
  const told = world.factuality.get(token);
  const speaker = world.attributions[told?.attributions[0] ?? -1];
  const isOwnWord = speaksOfSelf(actors, speaker, world);
  const isHimself = isThatOne(actors, speaker, world);
  const { type, mode, recoded } = recodedSense(token, sense, isOwnWord, world);
  const sides = isTwoSided(tree, token, sense.type)
    ? {
        actors: [...actors, ...recipients.filter((one) => !isVictimOf(tree, token, mentions[one]!.head))],
        recipients: [],
      }
    : { actors, recipients };
  const spoken = doneBySaying(tree, token, type, told, speaker, { isOwnWord, isHimself });
  const political = Math.max(
    politicalWeight(
      type,
      sides.actors.map((one) => mentions[one]!),
      sides.recipients.map((one) => mentions[one]!),
      isCrowd,
    ),
    isSides ? 0.7 : 0,
    isCoup(tree, token) ? 1 : 0,
    isWholly(sense) && tree.tokens[token]!.upos === "NOUN" && actors.length + recipients.length === 0
      ? 0.5
      : 0,
  );
  // A decision is made when it is announced: the time of saying is then the event's.
  const isAnnouncement =
    speaker !== undefined &&
    (told?.outlet === "CT+" || spoken || (isOwnWord && (recoded?.performed === true || isNews(tree, token))));
  return {
    token,
    extra,
    sense,
    type,
    modes: mode === "" ? [] : [mode],
    alternatives: alternativesOf(candidate, type),
    ...sides,
    announcedBy: isAnnouncement ? [speaker.cueToken] : [],
    confidence: isMissing
      ? 0
      : sense.weight *
        political *
        world.seriousness *
        standing(told, recoded !== undefined || sense.line === DUTY_LINE) *
        (isThing ? 0.4 : 1) *
        (isPolice(type, mode) && sides.actors.some((one) => mentions[one]!.sector === "COP")
          ? 1 - 0.6 * ordinaryCrime(tree, token)
          : 1) *
        attribute(tree, token),
    performed: recoded?.performed ?? (spoken || sense.actor.includes("speaker")),
    ...((isSpeakers || isHimself) && (spoken || sense.actor.includes("speaker")) ? { bySpeaker: true } : {}),
    because: `${reasonOf(sense)}${recoded === undefined ? "" : `; ${recoded.note}`}`,
  };
}

function reasonOf({ lemma, with: company, type, mode, line }: PredicateSense): string {
  const code = `${type}${mode === "" ? "" : `/${mode}`}`;
  if (line === DUTY_LINE) return `who says that others should “${lemma}” asks for it: ${code}`;
  return `“${[lemma, ...company].join(" ")}” is ${code} in the predicate lexicon`;
}

/** What police and courts do every day, to thieves as to dissidents. */
function isPolice(type: EventType, mode: string): boolean {
  return (type === "COERCE" && mode === "arrest") || (type === "ACCUSE" && mode !== "disapprove");
}

/** "Peace talks opened", "a rally against the war": nouns of which the lexicon is surest need nobody to be politics. */
function isWholly(sense: PredicateSense): boolean {
  return sense.with.length > 0 && sense.weight > 0.9;
}

/** "A coup was foiled": it is against a government, whoever is named. */
function isCoup(tree: Tree, token: number): boolean {
  const { lemma, upos } = tree.tokens[token]!;
  return upos === "NOUN" && /^(?:coup|putsch)$/.test(lemma);
}

/** "it has filed", "it is recalling", "it will close": what was done or decided by the time of saying. */
function isNews(tree: Tree, token: number): boolean {
  return tree
    .dependents(token, "aux")
    .some((child) => /^(?:has|have|is|are|will|'s|'ve)$/i.test(tree.tokens[child]!.text));
}

/** "Jailed journalists": a participle before its noun says who they are, not what happened now. */
function attribute(tree: Tree, token: number): number {
  return tree.tokens[token]!.upos === "VERB" && relation(tree.tokens[token]!) === "amod" ? 0.4 : 1;
}

/** What is only an aim, a duty or a plan is seldom reported as an event of its own. */
function standing(told: EventFactuality | undefined, recoded: boolean): number {
  if (told === undefined || recoded) return 1;
  // What did not happen, or would only under a condition, is seldom told for its own sake.
  if (told.outlet.endsWith("-") && told.phase === "past" && !told.attempt) return 0.65;
  if (/condition/.test(told.rule) && told.phase === "hypothetical") return 0.8;
  if (!/^(?:Uu|PS)/.test(told.value)) return 1;
  if (/purpose/.test(told.rule)) return 0.4;
  // "It is likely that they will attack" weighs a chance; nobody wants it.
  const isWish =
    /modal (?:should|would|must|ought)|governed by (?!.*(?:condition|possible|likely|probable))/.test(
      told.rule,
    );
  return isWish && told.phase === "future" ? 0.6 : 1;
}

/** Clashes and exchanges of fire have sides, not a victim. */
function isTwoSided(tree: Tree, token: number, type: EventType): boolean {
  return type === "ASSAULT" && isCue(tree.tokens[token]!.lemma, "fight-noun");
}

/** "Twelve people died in clashes": nobody says that they fought. */
function isVictimOf(tree: Tree, token: number, head: number): boolean {
  const governor = tree.tokens[token]!.head;
  return governor >= 0 && tree.tokens[token]!.upos === "NOUN" && tree.tokens[head]!.head === governor;
}

function alternativesOf({ senses }: Candidate, type: EventType): EventMention["alternatives"] {
  const total = senses.reduce((sum, sense) => sum + sense.weight, 0);
  const byType = new Map<EventType, number>();
  for (const sense of senses)
    if (sense.type !== type) byType.set(sense.type, (byType.get(sense.type) ?? 0) + sense.weight / total);
  return [...byType]
    .map(([other, probability]) => ({
      type: other,
      probability: Math.round(Math.min(0.5, probability) * 1000) / 1000,
    }))
    .sort((a, b) => b.probability - a.probability);
}
