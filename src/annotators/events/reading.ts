import type { PredicateSense } from "../../knowledge/predicates.ts";
import type { Tree } from "../../language/index.ts";
import type { ActorMention } from "../actors/layer.ts";
import { argumentsOf } from "./arguments/index.ts";
import type { Candidate } from "./candidates.ts";
import { hasCueEnding, isCue } from "./cues.ts";
import type { Draft } from "./draft.ts";
import type { World } from "./world.ts";

interface Reading extends Pick<Draft, "sense" | "actors" | "recipients"> {
  /** Somebody whom the sense asks for is not there. */
  readonly isMissing: boolean;
  /** Who does it is a bare number of people. */
  readonly isCrowd: boolean;
  /** Who does it are parties that the text does not name: "both sides". */
  readonly isSides: boolean;
  /** What does it is no party and no weapon: "protests that hit the country". */
  readonly isThing: boolean;
  /** Who does it is the one whose words they are: "we", or whoever calls a charge baseless. */
  readonly isSpeakers: boolean;
}

/** The first sense whose needs are met: "the troops left" is a retreat, "the guests left" is not. */
export function readingOf(candidate: Candidate, world: World): Reading {
  const readings = candidate.senses
    .filter(({ with: company }) => company.length === candidate.senses[0]!.with.length)
    .map((sense): Reading => {
      const { actors, recipients, isCrowd, isSides, isCounted, isThing, isSpeakers } = partiesOf(
        candidate,
        sense,
        world,
      );
      const isWrongDoer =
        sense.needsActor.length > 0 &&
        !actors.some((one) => sense.needsActor.includes(world.mentions[one]!.sector));
      const isMissing =
        isWrongDoer ||
        (sense.actor.includes("speaker") && actors.length === 0) ||
        (sense.needsRecipient && recipients.length === 0) ||
        (sense.needsPeople && !isCounted && !recipients.some((one) => isPeople(world.mentions[one]!)));
      return { sense, actors, recipients, isMissing, isCrowd, isSides, isThing, isSpeakers };
    });
  return readings.find((reading) => !reading.isMissing) ?? readings[0]!;
}

/** Participants as indices in ACTORS; nobody acts on himself. */
function partiesOf(
  { token, extra }: Candidate,
  sense: PredicateSense,
  world: World,
): Pick<Reading, "actors" | "recipients" | "isCrowd" | "isSides" | "isThing" | "isSpeakers"> & {
  readonly isCounted: boolean;
} {
  const { tree, mentions, participants } = world;
  const stated = argumentsOf(tree, token, sense, extra);
  const isSpeakers =
    sense.actor.includes("speaker") ||
    stated.actors.some((head) => isFirstPerson(tree, head) && participants.at(head) < 0);
  const heads = isSpeakers ? { ...stated, actors: speakerAt(token, world) } : stated;
  const indices = (list: readonly number[]): readonly number[] => [
    ...new Set(list.flatMap((head) => participants.allAt(head))),
  ];
  const actors = indices(heads.actors);
  const others = (list: readonly number[]): readonly number[] =>
    indices(list).filter(
      (index) => !actors.some((actor) => mentions[actor]!.entity === mentions[index]!.entity),
    );
  return {
    actors,
    isSpeakers: isSpeakers || stated.actors.some((head) => isFirstPerson(tree, head)),
    // "captured 34", "took 20 others prisoner": a bare number of people.
    isCounted: heads.recipients.flat().some((head) => isNumber(tree, head)),
    recipients: heads.recipients.map(others).find((list) => list.length > 0) ?? [],
    isSides: heads.actors.some((head) => isCue(tree.tokens[head]!.lemma, "side-noun")),
    isCrowd:
      [heads.actors, ...heads.recipients]
        .flat()
        .some((head) => isCue(tree.tokens[head]!.lemma.toLowerCase(), "crowd-noun")) ||
      (/^(?:arrest|detention|abduction|kidnapping)$/.test(sense.lemma) &&
        tree.dependents(token, "nummod").length > 0),
    isThing:
      (tree.tokens[token]!.upos === "VERB" &&
        sense.type === "ASSAULT" &&
        heads.actors.some((head) => isCue(tree.tokens[head]!.lemma, "critic-noun"))) ||
      (tree.tokens[token]!.upos === "VERB" &&
        actors.length === 0 &&
        heads.actors.some(
          (head) =>
            tree.tokens[head]!.upos === "NOUN" &&
            !hasCueEnding(tree.tokens[head]!.lemma, "arms-ending") &&
            !isCue(tree.tokens[head]!.lemma, "side-noun"),
        ) &&
        !heads.actors.some((head) => isCue(tree.tokens[head]!.lemma.toLowerCase(), "crowd-noun"))),
  };
}

/** "“We are appalled,” the minister said": the speaker, unless coreference knows who "we" are. */
function isFirstPerson(tree: Tree, head: number): boolean {
  return /^(?:i|we)$/i.test(tree.tokens[head]!.text);
}

/** Head of the source whose words these are. */
function speakerAt(token: number, { factuality, attributions }: World): readonly number[] {
  const source = attributions[factuality.get(token)?.attributions[0] ?? -1]?.sourceHead ?? -1;
  return source < 0 ? [] : [source];
}

function isNumber(tree: Tree, head: number): boolean {
  const isOthers = /^others?$/.test(tree.tokens[head]!.text);
  return tree.tokens[head]!.upos === "NUM" || (isOthers && tree.dependents(head, "nummod").length > 0);
}

function isPeople({ kind, form }: ActorMention): boolean {
  if (kind === "organisation") return form !== "name";
  return kind !== "state" && kind !== "organ";
}
