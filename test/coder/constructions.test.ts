import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import type { Event } from "../../src/record/event.ts";
import type { Participant } from "../../src/record/participant.ts";

/**
 * One sentence a construction, through the whole program. Events are written as
 * `TYPE/mode actors → recipients factuality phase`, participants as country and sector; `~ source` says who says so.
 */
let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

async function coded(sentence: string): Promise<readonly string[]> {
  const { events } = await coder.code(readText(sentence, { published: "2026-05-06" }));
  return events.map(summary);
}

function summary(event: Event): string {
  const mode = event.modes[0] === undefined ? "" : `/${event.modes[0].value}`;
  const sides = `${parties(event.actors)} → ${parties(event.recipients)}`;
  const flags = event.attempt ? " attempt" : "";
  const sources = event.attributions.map((one) => ` ~ ${one.source.quote.text} ${one.stance}`).join("");
  return `${event.type}${mode} ${sides} ${event.factuality.value} ${event.phase}${flags}${sources}`;
}

function parties(list: readonly Participant[]): string {
  const code = (one: Participant): string =>
    [
      one.country.status === "known" ? one.country.value : "?",
      one.sector.status === "known" ? one.sector.value : "?",
    ].join(" ");
  return list.map(code).join(" + ") || "–";
}

describe("constructions", () => {
  it.each([
    [
      "an active clause",
      "Kenyan police arrested an opposition lawmaker.",
      ["COERCE/arrest KEN COP → KEN OPP CT+ past"],
    ],
    [
      "a deed that a protest asks for",
      "Nicaraguan opposition parties marched for the release of the prisoners.",
      ["PROTEST/demo NIC OPP → – CT+ past"],
    ],
    [
      "a gerund with an article",
      "Ghana imposed sanctions on Togo after the jailing of two Malian lawmakers.",
      ["SANCTION GHA GOV → TGO GOV CT+ past", "COERCE/arrest – → MLI LEG CT+ past"],
    ],
    [
      "whom a deed killed",
      "A bombing in Lahore killed four Chadian soldiers.",
      ["ASSAULT/explosives – → TCD MIL CT+ past"],
    ],
    [
      "who died in it",
      "Four Chadian soldiers died in a bombing.",
      ["ASSAULT/explosives – → TCD MIL CT+ past"],
    ],
    [
      "a measure and those it is there for",
      "Kenyan police tightened controls in Mombasa in a bid to catch Somali militants.",
      ["COERCE/restrict KEN COP → SOM REB CT+ past"],
    ],
    [
      "a refusal made by announcing it",
      "Chad's government said in April it would need two more years in power.",
      ["REJECT/yield TCD GOV → – CT+ past ~ Chad's government asserts"],
    ],
    [
      "who is said to stand behind a deed",
      "Kenya was involved in the bombing of the mosque, Ethiopia's president said.",
      ["ACCUSE/allege ETH GOV → KEN GOV CT+ past"],
    ],
    [
      "an act whose adjective says who",
      "Regional sanctions on Chad and Western sanctions on Myanmar took effect.",
      ["SANCTION ? IGO → TCD GOV CT+ past", "SANCTION ? GOV → MMR GOV CT+ past"],
    ],
    [
      "a promise whose infinitive the parser hangs elsewhere",
      "While the Chadian military initially pledged to return power to civilians, it failed to organise elections.",
      ["AGREE TCD MIL → TCD CVL CT+ past"],
    ],
    ["a passive with its agent", "The base was attacked by Malian rebels.", ["ASSAULT MLI REB → – CT+ past"]],
    [
      "a passive with its agent far behind",
      "Four Chadian soldiers have been killed in the south of Chad by Malian rebels.",
      ["ASSAULT MLI REB → TCD MIL CT+ past"],
    ],
    [
      "a summons",
      "The Swedish ambassador was summoned to the Iranian foreign ministry.",
      ["ACCUSE/disapprove IRN GOV → SWE GOV CT+ past"],
    ],
    [
      "blame that is laid",
      "Malian officials issued a statement laying blame for it on Chad.",
      ["ACCUSE/allege MLI GOV → TCD GOV CT+ past"],
    ],
    [
      "a protest that a state makes",
      "Iran conveyed a strong protest against Sweden's measure.",
      ["ACCUSE/disapprove IRN GOV → SWE GOV CT+ past"],
    ],
    [
      "fighters captured, not a place",
      "The Malian army captured 34 rebels.",
      ["ASSAULT/abduct MLI MIL → MLI REB CT+ past"],
    ],
    [
      "weapons named after what they are for",
      "Russia supplied Mali with attack helicopters.",
      ["AID RUS GOV → MLI GOV CT+ past"],
    ],
    [
      "a demand that somebody do something",
      "The United States demanded that Iran withdraw its troops.",
      ["REQUEST/yield USA GOV → IRN GOV CT+ past"],
    ],
    [
      "parties that are not named",
      "The warring parties struck a deal on prisoner exchanges.",
      ["AGREE ? ? → – CT+ past"],
    ],
    ["a town that falls", "The town fell to Malian rebels on Sunday.", ["COERCE/seize MLI REB → – CT+ past"]],
    [
      "people seized, not a place",
      "Nigerian rebels seized two aid workers.",
      ["ASSAULT/abduct NGA REB → ? NGO CT+ past"],
    ],
    ["words of critics", "Critics attacked the novel as dull.", []],
    [
      "words against a policy",
      "The Kenyan opposition attacked the plan.",
      ["ACCUSE/disapprove KEN OPP → – CT+ past"],
    ],
    [
      "sanctions announced",
      "The United States announced new sanctions against Syria.",
      ["SANCTION USA GOV → SYR GOV CT+ past"],
    ],
    ["a negation", "Kenyan soldiers did not attack the rebels.", ["ASSAULT KEN MIL → KEN REB CT- past"]],
    ["a possibility", "Chad may attack Sudan.", ["ASSAULT TCD GOV → SDN GOV PS+ future"]],
    [
      "a condition",
      "If Chad attacks Sudan, Egypt will respond.",
      ["ASSAULT TCD GOV → SDN GOV Uu hypothetical"],
    ],
    [
      "a claim",
      "Sudan said Chad had attacked its soldiers.",
      ["ASSAULT TCD GOV → SDN MIL Uu past ~ Sudan asserts"],
    ],
    [
      "a denial",
      "Chad denied that its soldiers had attacked the rebels.",
      ["REJECT TCD GOV → – CT+ past", "ASSAULT TCD MIL → TCD REB Uu past ~ Chad denies"],
    ],
    [
      "according to",
      "Norway expelled two Russian diplomats, according to a minister who asked not to be named.",
      ["SANCTION/expel NOR GOV → RUS GOV Uu past ~ minister asserts"],
    ],
    [
      "two verbs with one subject",
      "Serbian police stormed the building and arrested three students.",
      ["ASSAULT SRB COP → – CT+ past", "COERCE/arrest SRB COP → SRB EDU CT+ past"],
    ],
    ["a threat", "Iran vowed to attack Israel.", ["THREATEN/violence IRN GOV → ISR GOV CT+ past"]],
    [
      "a threat in one's own indirect words",
      "Iran said it would attack Israel.",
      ["THREATEN/violence IRN GOV → ISR GOV CT+ past ~ Iran asserts"],
    ],
    [
      "what others foresee",
      "Analysts said Iran would attack Israel.",
      ["ASSAULT IRN GOV → ISR GOV Uu future ~ Analysts asserts"],
    ],
    ["a promise", "Japan pledged to send aid to Vietnam.", ["AGREE JPN GOV → VNM GOV CT+ past"]],
    [
      "a fight with two sides",
      "Sudanese soldiers clashed with Chadian rebels.",
      ["ASSAULT SDN MIL + TCD REB → – CT+ past"],
    ],
    [
      "a noun with its agent",
      "Turkey condemned the Syrian army's attack on a village.",
      ["ACCUSE/disapprove TUR GOV → SYR MIL CT+ past", "ASSAULT SYR MIL → – CT+ past"],
    ],
    [
      "a meeting",
      "The French president met his Egyptian counterpart on Monday.",
      ["CONSULT FRA GOV → ? GOV CT+ past"],
    ],
    [
      "an accusation and its content",
      "Ethiopia accused Eritrea of shelling a border town.",
      [
        "ACCUSE/allege ETH GOV → ERI GOV CT+ past",
        "ASSAULT/heavy-weapons ERI GOV → ? CVL Uu past ~ Ethiopia asserts",
      ],
    ],
    [
      "an arrest, whose it is",
      "The Ghanaian senator's arrest came a day after the vote.",
      ["COERCE/arrest – → GHA LEG CT+ past"],
    ],
    [
      "a killing, whose it is and of whom",
      "The Togolese army's killing of a Ghanaian senator shocked the region.",
      ["ASSAULT TGO MIL → GHA LEG CT+ past"],
    ],
    [
      "a state of emergency, declared once",
      "The Peruvian president declared a state of emergency on Monday.",
      ["COERCE/martial-law PER GOV → – CT+ past"],
    ],
    [
      "people before a body, of a plural pronoun",
      "A Kenyan court freed four Ugandan lawmakers after they were arrested at a border.",
      ["RETREAT/release KEN JUD → UGA LEG CT+ past", "COERCE/arrest – → UGA LEG CT+ past"],
    ],
    [
      "a deed denied in a gerund",
      "The Ghanaian minister denied killing a Togolese senator.",
      ["REJECT GHA GOV → – CT+ past", "ASSAULT GHA GOV → TGO LEG Uu past ~ Ghanaian minister denies"],
    ],
    [
      "a relative clause that agrees with the name inside",
      "Supporters of the Ugandan senator, who was arrested on Friday, went home.",
      ["COERCE/arrest – → UGA LEG CT+ past"],
    ],
    [
      "who would not be named has refused nothing",
      "A Kenyan officer, who declined to be named, said rebels had shelled the town.",
      ["ASSAULT/heavy-weapons KEN REB → ? CVL Uu past ~ Kenyan officer asserts"],
    ],
    [
      "an officer at a protest",
      "A Kenyan police officer was killed during the protest.",
      ["ASSAULT – → KEN COP CT+ past", "PROTEST/demo – → – CT+ past"],
    ],
    ["a set phrase before a verb", "The police, on the other hand, called the meeting a success.", []],
    ["sport", "United attacked from the start and beat Rovers 3-1.", []],
    ["bare speech", "The minister said the weather was fine.", []],
  ])("%s: %s", async (_, sentence, expected) => {
    expect(await coded(sentence)).toEqual(expected);
  });
});
