import { describe, expect, it } from "vitest";
import { codedReport } from "../../test/helpers/coded.ts";
import type { Participant } from "../record/participant.ts";
import { actsIn } from "./acts.ts";
import { loadPairWeights, probabilityOf } from "./events.ts";
import type { LinkMention } from "./mention.ts";
import { pairFeatures } from "./pair-features.ts";
import { speakersOf } from "./speakers.ts";

const plain = codedReport("Soldiers shelled the town. The army said so.").events[0]!.actors[0]!;
const receipt = { status: "known", basis: "quoted", quotes: [], confidence: 1 } as const;
const actor = (more: Partial<Participant>): Participant => ({ ...plain, ...more });
const ministry = actor({
  country: { ...receipt, value: "ISR" },
  sector: { ...receipt, value: "GOV" },
});
const army = actor({ country: { ...receipt, value: "ISR" }, sector: { ...receipt, value: "MIL" } });
const group = actor({ actorId: "PIJ" });
const person = actor({ name: { ...receipt, value: "Ada Moss" } });

describe("who says something", () => {
  it.each([
    ["a ministry denies", speakersOf("REJECT", [ministry]), ["state:ISR"]],
    ["the army of the same state denies", speakersOf("REJECT", [army]), ["state:ISR"]],
    ["a group accuses", speakersOf("ACCUSE", [group]), ["PIJ"]],
    ["a person whom only a name tells", speakersOf("ACCUSE", [person]), undefined],
    ["nobody is named", speakersOf("REJECT", []), undefined],
    ["a deed", speakersOf("ASSAULT", [army]), undefined],
  ])("%s: %j", (_, found, expected) => expect(found).toEqual(expected));

  it("the words of a coded act are its speaker's, other words anybody's", () => {
    const coded = codedReport("The ministry denied it. The ministry spoke.");
    const [event] = coded.events;
    const told = actsIn({
      ...coded,
      events: [{ ...event!, type: "REJECT", mentions: [], actors: [ministry] }],
    });
    expect(told(event!.trigger)).toMatchObject({ speakers: ["state:ISR"], act: { type: "REJECT" } });
    expect(told({ start: 0, end: 3 })).toEqual({});
  });

  const denial = (speakers?: readonly string[]): LinkMention => ({
    report: 0,
    lemma: "deny",
    stem: "den",
    isVerb: true,
    sentence: 0,
    words: new Set(["deny"]),
    context: new Set(["responsibility", "blast", "hospital"]),
    names: new Set(),
    figures: new Set(),
    agent: new Set(),
    patient: new Set(["responsibility", "blast"]),
    where: new Set(),
    when: new Set(),
    dependents: new Set(["responsibility"]),
    governor: "",
    vector: Float32Array.from([1]),
    ...(speakers === undefined ? {} : { speakers }),
  });
  const weights = loadPairWeights();
  const likely = (one: LinkMention, other: LinkMention): number =>
    probabilityOf(
      pairFeatures(
        one,
        { ...other, report: 1 },
        { rarity: () => 4, likeness: weights.likeness, direct: 0.5, mixed: 0.5 },
      ),
      weights,
    );

  it("two denials in the same words are one if one party denies, and two if two do", () => {
    expect(likely(denial(["state:ISR"]), denial(["state:ISR"]))).toBeGreaterThan(0.35);
    expect(likely(denial(["state:ISR"]), denial())).toBeGreaterThan(0.35);
    expect(likely(denial(["state:ISR"]), denial(["PIJ"]))).toBeLessThan(0.2);
  });
});
