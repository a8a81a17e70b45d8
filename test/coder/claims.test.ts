import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import type { Attribution } from "../../src/record/attribution.ts";

/** What is told as fact and what is somebody's word where several parties tell one happening: through the whole program. */
let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

function sourceOf({ source, chain }: Attribution): string {
  return [...chain.map((outer) => outer.source), source].map(({ quote }) => quote.text).join(" > ");
}

/** Each event as `TYPE trigger + other tellings, factuality phase ~ sources`. */
async function told(text: string, published = "2026-05-05"): Promise<readonly string[]> {
  const { events } = await coder.code(readText(text, { published }));
  return events.map(({ type, trigger, mentions, factuality, phase, attributions }) => {
    const words = [trigger, ...mentions].map((one) => one.text).join(" + ");
    const sources = attributions.map((one) => ` ~ ${sourceOf(one)}`).join("");
    return `${type} ${words}, ${factuality.value} ${phase}${sources}`;
  });
}

describe("who says so", () => {
  it.each([
    [
      "an act that somebody blames is his claim",
      "Mali blamed a Nigerian air raid for the fire at the depot.",
      ["ACCUSE blamed, CT+ past", "ASSAULT air raid, Uu past ~ Mali"],
    ],
    [
      "so is one to which he puts something down",
      "State radio attributed the fire to a Nigerian air raid.",
      ["ACCUSE attributed, CT+ past", "ASSAULT air raid, Uu past ~ State radio"],
    ],
    [
      "an outlet relays the sentence with its speaker",
      "The army said a rebel drone had hit a hall filled with guests, killing twelve, according to Reuters.",
      ["ASSAULT drone had hit + killing, Uu past ~ Reuters > army"],
    ],
    [
      "“per” an outlet too",
      "More than 30 people were killed in a raid, per the BBC.",
      ["ASSAULT killed + raid, Uu past ~ BBC"],
    ],
    [
      "two speakers in a row are no chain",
      "The mayor said five people were killed and a nurse said nine were killed.",
      ["ASSAULT killed + killed, Uu past ~ mayor ~ nurse"],
    ],
    [
      "nor is the other side's word behind “while”",
      "The Health Ministry, which is run by the rebels, said at least 50 people had been killed at the clinic, while a nurse said that 30 people were killed. The ministry said 50 people were killed.",
      ["ASSAULT killed + killed + killed, Uu past ~ Health Ministry ~ nurse"],
    ],
    [
      "whoever speaks last stands behind a comma",
      "Rebels in Mali have signed a truce with the army, Awa Diallo, a leader of one village, said on Friday.",
      ["RETREAT truce, Uu past ~ Awa Diallo"],
    ],
    [
      "nobody of whom he speaks in it is the one who says it",
      "“We will tell the public. I cannot say whether it was a Nigerian air strike,” he said.",
      ["ASSAULT air strike, Uu past ~ he"],
    ],
    [
      "a medium in the plural goes on as it",
      "Malian state media said jets had struck a depot near Gao. It said three villagers were killed.",
      ["ASSAULT jets had struck + killed, Uu past ~ Malian state media"],
    ],
    [
      "a noun that says nothing is no source",
      "The trick is to say that the army has attacked the village.",
      ["ASSAULT attacked, CT+ past"],
    ],
  ])("%s", async (_, text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});

describe("how sure", () => {
  it.each([
    [
      "that one was responsible is denied, not that it happened",
      "Mali denied responsibility for an explosion at a clinic in Zinder that killed dozens of people.",
      ["REJECT denied, CT+ past", "ASSAULT explosion + killed, CT+ past"],
    ],
    [
      "what is only passed on is all that its clause tells",
      "Dozens of people were reportedly killed when a Nigerian airstrike hit a clinic in Zinder.",
      ["ASSAULT killed + hit + airstrike, Uu past"],
    ],
    [
      "what an answer answers has happened as far as it is said to have",
      "The envoy left to protest the alleged Nigerian airstrike on a clinic.",
      ["ASSAULT airstrike, Uu past"],
    ],
    [
      "a fear is no fact",
      "There are fears that the rebels have killed hostages.",
      ["ASSAULT killed, Uu past ~ fears"],
    ],
    [
      "what others prepare for has not come",
      "Rebels fled ahead of an offensive by the Malian army.",
      ["ASSAULT offensive, PR+ future"],
    ],
    [
      "nor what it is the eve of",
      "Police sealed off the square on the eve of a visit by President Macron to Niamey.",
      ["CONSULT visit, PR+ future"],
    ],
    [
      "what is told of a reported act is as open as it is",
      "The talks were scrapped after the reported Nigerian airstrike on a Zinder clinic, which killed dozens of villagers.",
      ["ASSAULT airstrike + killed, Uu past"],
    ],
    [
      "whoever gives the figures is their source, however known the act",
      "According to the Health Ministry, the airstrike on a clinic in Zinder has left at least 50 people dead.",
      ["ASSAULT airstrike, Uu past ~ Health Ministry"],
    ],
    [
      "what a meeting is asked for has happened",
      "Mali has requested to hold talks over the deadly bombing of a clinic in Zinder.",
      ["REQUEST requested, CT+ past", "ASSAULT bombing, CT+ past"],
    ],
    [
      "a measure of an attack is no other attack",
      "It would be the deadliest Nigerian airstrike in years.",
      [],
    ],
  ])("%s", async (_, text, expected) => {
    expect((await told(text)).filter((row) => !row.startsWith("COERCE"))).toEqual(expected);
  });
});

describe("one telling never lends another what its own words do not say", () => {
  it.each([
    [
      "a crime that is claimed is no fact because a war goes on",
      "The army has pressed on with its military operation in the delta since May. Exiles said that the army had used chemical weapons there.",
      "ASSAULT used chemical, Uu past ~ Exiles",
    ],
    [
      "nor is one blow because there were many",
      "After days of Nigerian strikes on clinics, a strike on a clinic in Zinder left ten dead. Officials said a Nigerian air strike hit that clinic.",
      "ASSAULT air strike + hit, Uu past ~ Officials",
    ],
  ])("%s", async (_, text, expected) => {
    expect(await told(text)).toContain(expected);
  });

  it("“the blast” is of the explosion, and not of the raid that one side blames", async () => {
    const rows = await told(
      "An explosion killed ten people at a depot in Zinder. Mali blamed a Nigerian air raid, while Nigeria said the blast was caused by a leak.",
    );
    expect(rows).toContain("ASSAULT air raid, Uu past ~ Mali");
  });
});

describe("figures", () => {
  it("of one attack stay together, each with its owner", async () => {
    const { events } = await coder.code(
      readText(
        "A blast rocked a market in Zinder on Monday, the mayor said. At least 50 people were killed, the ministry said. A nurse said 30 people were killed.",
        { published: "2026-05-05" },
      ),
    );
    const figures = events.flatMap(({ quantities, attributions }) =>
      quantities.map(
        ({ min, attribution }) => `${min} ${attributions[attribution ?? -1]?.source.quote.text}`,
      ),
    );
    expect(events).toHaveLength(1);
    expect(figures).toEqual(["50 ministry", "30 nurse"]);
  });

  it("of another place are another attack's", async () => {
    const rows = await told(
      "Gunmen killed five villagers in Gao. In Kidal, at least ten people were killed, the mayor said.",
    );
    expect(rows).toHaveLength(2);
  });
});

describe("when", () => {
  it.each([
    [
      "what was last is over",
      "The army will answer last weekend's rebel raid on the port.",
      "2023-10-18",
      "2023-10-14",
    ],
    [
      "so is what something happens in the wake of",
      "Toure had been scheduled to join the talks in the wake of the Oct. 7 raid on the port by rebels.",
      "2023-10-17",
      "2023-10-07",
    ],
    [
      "a day of what is prepared for lies ahead",
      "Crowds grew ahead of a visit by President Macron to Niamey on Wednesday.",
      "2026-05-05",
      "2026-05-06",
    ],
  ])("%s", async (_, text, published, from) => {
    const { events } = await coder.code(readText(text, { published }));
    expect(events.map(({ time }) => time)).toContainEqual(expect.objectContaining({ from }));
  });
});

describe("where, and whose", () => {
  it("an article is no town, an embassy is not at home", async () => {
    const { events } = await coder.code(
      readText(
        "Rebels shelled Al-Amal Arab Hospital on Monday. Hundreds protested outside the US embassy near Nairobi.",
        {
          published: "2026-05-05",
        },
      ),
    );
    expect(events.map(({ place }) => (place.status === "known" ? place.country : undefined))).toEqual([
      undefined,
      "KEN",
    ]);
  });

  it.each([
    [
      "security forces are those of the place",
      "Police fired on crowds in Lebanon. In Nairobi, security forces fired tear gas at protesters.",
      "security forces",
      "KEN MIL",
    ],
    [
      "a group is of the country that our table gives, whatever state it fights",
      "Israel shelled the strip. Israel has no plans, Israel said. Hamas condemned the shelling.",
      "Hamas",
      "PSE REB",
    ],
    [
      "victims are where most is set, not of whom is named most",
      "Nigeria denies it. Nigeria rejected the charge. A depot in Zinder burnt. A nurse in Zinder said 30 people were killed.",
      "30 people",
      "NER CVL",
    ],
    [
      "supporters of a senator are no lawmakers",
      "Supporters of the senator marched in Manila.",
      "Supporters of the senator",
      "PHL CVL",
    ],
  ])("%s", async (_, text, quote, expected) => {
    const { events } = await coder.code(readText(text, { published: "2026-05-05" }));
    const found = events
      .flatMap(({ actors, recipients }) => [...actors, ...recipients])
      .find((one) => one.quote.text === quote);
    const value = (cell: { readonly status: string; readonly value?: string } | undefined): string =>
      cell?.value ?? "unknown";
    expect(`${value(found?.country)} ${value(found?.sector)}`).toBe(expected);
  });

  it("an assembly of students is no parliament, and calling a strike a crime no strike", async () => {
    expect(await told("Rebels called Monday's clinic strike “a massacre”.")).toEqual([]);
    const { events } = await coder.code(readText("Police in Lusaka dispersed an assembly of students."));
    const sectors = events.flatMap(({ recipients }) => recipients.map(({ sector }) => sector));
    expect(sectors).not.toContainEqual(expect.objectContaining({ value: "LEG" }));
  });
});
