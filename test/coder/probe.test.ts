import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import type { Event } from "../../src/record/event.ts";
import type { Participant } from "../../src/record/participant.ts";

/**
 * The twelve things that a coder must not confuse - done, not done, possible, threatened, said, denied, conditional,
 * foiled, said by nobody in particular, said by one of another, counted by two, and played - each said in three ways of
 * our own. A row expects `TYPE/mode actors → recipients factuality phase ~ sources`, and nothing else that happened.
 */
let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

async function events(sentence: string): Promise<readonly Event[]> {
  return (await coder.code(readText(sentence, { published: "2026-05-06" }))).events;
}

function summary(event: Event): string {
  const mode = event.modes[0] === undefined ? "" : `/${event.modes[0].value}`;
  const flags = event.attempt ? " attempt" : "";
  return `${event.type}${mode} ${countries(event.actors)} → ${countries(event.recipients)} ${event.factuality.value} ${event.phase}${flags}`;
}

/** Who says so: outer sources first, without articles, then the stance of the nearest. */
function sources(event: Event): readonly string[] {
  return event.attributions.map((one) => {
    const chain = [...one.chain.map((outer) => outer.source), one.source];
    const names = chain.map((source) => source.quote.text.replace(/^the /i, ""));
    return `${names.join(" > ")} ${one.stance}`;
  });
}

function countries(list: readonly Participant[]): string {
  return list.map((one) => (one.country.status === "known" ? one.country.value : "?")).join(" + ") || "–";
}

describe("twelve things that are not to be confused, each said in three ways", () => {
  it.each([
    [
      "done, on a day",
      "COERCE/arrest DEU → FRA CT+ past",
      [
        "On Monday a French spy was arrested by Germany.",
        "A French spy was taken into custody by Germany on Monday.",
        "German police detained a French intelligence officer on Monday.",
      ],
    ],
    [
      "not done",
      "COERCE/arrest DEU → FRA CT- past",
      [
        "No French spy was arrested by Germany.",
        "Germany never arrested a French spy.",
        "Germany stopped short of arresting a French spy.",
      ],
    ],
    [
      "possible",
      "ASSAULT DEU → FRA PS+ future",
      [
        "Germany could attack France.",
        "It is possible that Germany will attack France.",
        "A German attack on France is possible.",
      ],
    ],
    [
      "threatened",
      "THREATEN/violence DEU → FRA CT+ past",
      [
        "Germany's chancellor announced that his country would attack France next week.",
        "“Germany will attack France next week,” its chancellor said.",
        "Germany announced on Tuesday that it will launch an attack on France next week.",
      ],
    ],
    [
      "conditional",
      "ASSAULT DEU → FRA Uu hypothetical",
      [
        "Should Germany attack France, Russia would respond.",
        "Russia will respond if France is attacked by Germany.",
        "Russia would step in only in the event of a German attack on France.",
      ],
    ],
  ])("%s: %s", async (_, expected, sentences) => {
    const found = await Promise.all(sentences.map(events));
    expect(found.map((all) => all.map(summary))).toEqual(sentences.map(() => [expected]));
  });

  it.each([
    ["According to Russia, Germany attacked France.", "Russia"],
    ["Germany has attacked France, the Russian government said.", "Russian government"],
    ["Russia reported that France had been attacked by Germany.", "Russia"],
  ])("said: %s", async (sentence, source) => {
    const found = await events(sentence);
    expect(found.map(summary)).toEqual(["ASSAULT DEU → FRA Uu past"]);
    expect(found.flatMap(sources)).toEqual([`${source} asserts`]);
  });

  it.each([
    ["Russia denied reports that Germany had attacked France.", "Russia"],
    ["Russia rejected claims that Germany had attacked France.", "Russia"],
    ["The Russian government dismissed a report that Germany had attacked France.", "Russian government"],
  ])("denied: %s", async (sentence, source) => {
    const assault = (await events(sentence)).find((event) => event.type === "ASSAULT")!;
    expect(summary(assault)).toBe("ASSAULT DEU → FRA Uu past");
    expect(sources(assault)).toContain(`${source} denies`);
  });

  it.each([
    "A plot by French separatists to bomb a court in Berlin was foiled by German police on Tuesday.",
    "German police thwarted a plan by French separatists to blow up a Berlin court on Tuesday.",
    "French separatists planned to bomb a court in Berlin but were stopped by German police on Tuesday.",
  ])("foiled: %s", async (sentence) => {
    const assault = (await events(sentence)).find((event) => event.type === "ASSAULT")!;
    expect([assault.modes[0]?.value, countries(assault.actors), assault.attempt]).toEqual([
      "explosives",
      "FRA",
      true,
    ]);
    expect(assault.factuality.value).toBe("CT-");
    expect(assault.place).toMatchObject({ status: "known", name: "Berlin" });
  });

  it.each([
    "Unidentified gunmen attacked France, said a witness who did not want to be named.",
    "A witness, speaking on condition of anonymity, said unidentified gunmen had attacked France.",
    "“Unidentified gunmen attacked France,” an eyewitness told reporters.",
  ])("said by nobody in particular: %s", async (sentence) => {
    const [assault, ...more] = await events(sentence);
    expect(more.map(summary)).toEqual([]);
    expect(summary(assault!)).toBe("ASSAULT ? → FRA Uu past");
    expect(assault!.attributions.map((one) => one.kind)).toEqual(["unnamed"]);
  });

  it.each([
    "According to the minister, the governor claimed that rebels had shelled Goma.",
    "The governor claimed that rebels shelled Goma, the minister said.",
    "The minister told reporters that, according to the governor, rebels had shelled Goma.",
  ])("said by one of another: %s", async (sentence) => {
    const assault = (await events(sentence)).find((event) => event.type === "ASSAULT")!;
    expect(sources(assault)).toEqual(["minister > governor asserts"]);
    expect([assault.modes[0]?.value, assault.factuality.value]).toEqual(["heavy-weapons", "Uu"]);
  });

  it.each([
    "Troops opened fire in Conakry, killing between 8 and 23 protesters, according to officials and opposition parties.",
    "Officials and opposition parties said between 8 and 23 protesters died when troops opened fire in Conakry.",
    "Soldiers opened fire on protesters in Conakry, killing between 8 and 23 of them, officials and opposition parties said.",
  ])("counted by two: %s", async (sentence) => {
    const [assault, ...more] = await events(sentence);
    expect(more.map(summary)).toEqual([]);
    expect([assault!.type, assault!.modes[0]?.value, assault!.factuality.value]).toEqual([
      "ASSAULT",
      "firearms",
      "Uu",
    ]);
    expect(sources(assault!).map((one) => one.toLowerCase())).toEqual([
      "officials asserts",
      "opposition parties asserts",
    ]);
    expect(assault!.quantities).toMatchObject([{ kind: "dead", min: 8, max: 23 }]);
  });

  it.each([
    "The visitors attacked down both wings and beat the league leaders 3-1 in Lyon.",
    "The home side shot from distance, and the goalkeeper was helpless in the 2-0 defeat.",
    "Bayern destroyed Marseille 5-0 in the cup after attacking all evening.",
  ])("played: %s", async (sentence) => {
    expect((await events(sentence)).map(summary)).toEqual([]);
  });
});
