import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";

let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
}, 60_000);
afterAll(() => coder.close());

/** Where the event with that trigger was, "-" if the record does not know. */
async function where(text: string, trigger: string): Promise<string> {
  const { events } = await coder.code(readText(text, { published: "2026-05-06" }));
  const event = events.find((one) => one.trigger.text.includes(trigger));
  if (event === undefined) return `no event "${trigger}"`;
  return event.place.status === "known" ? event.place.name : "-";
}

describe("where an event was", () => {
  it.each([
    [
      "who acts is there",
      "A court in Minsk sentenced an opposition activist to 11 years in prison.",
      "sentenced",
      "Minsk",
    ],
    [
      "a court sits where it is named after",
      "A Kampala court sentenced an opposition leader to two years in prison.",
      "sentenced",
      "Kampala",
    ],
    [
      "the clause before is of the same scene",
      "Police fired tear gas at protesters in Oruro and arrested 18 people.",
      "arrested",
      "Oruro",
    ],
    [
      "those who are hit are there",
      "Police fired tear gas at lawyers who marched through Lahore on Monday.",
      "fired",
      "Lahore",
    ],
    [
      "a meeting's topic lies elsewhere",
      "African foreign ministers gathered in Nairobi on Monday to discuss the fighting in Goma, calling for a truce.",
      "gathered",
      "Nairobi",
    ],
    [
      "and so is what is asked there",
      "African foreign ministers gathered in Nairobi on Monday to discuss the fighting in Goma, calling for a truce.",
      "calling",
      "Nairobi",
    ],
    [
      "a stay for talks",
      "The minister was in Cairo for talks with his Egyptian counterpart.",
      "talks",
      "Cairo",
    ],
    [
      "what was said on an occasion",
      "Norway condemns the killing of the monks, its foreign minister said in Oslo on Monday.",
      "condemns",
      "Oslo",
    ],
    [
      "an unknown village that is called one",
      "Gunmen killed six farmers in the village of Mbarakanda.",
      "killed",
      "Mbarakanda",
    ],
    ["a capital that is attacked", "Russia attacked Kyiv with drones.", "attacked", "Kyiv"],
    [
      "a site without a name",
      "Supporters of the general clashed with police outside the courthouse.",
      "clashed",
      "courthouse",
    ],
    [
      "sites of a state that nobody tells apart",
      "At least ten journalists were tortured in Azerbaijani jails.",
      "tortured",
      "Azerbaijan",
    ],
  ])("%s", async (_, text, trigger, place) => expect(await where(text, trigger)).toBe(place));

  it("is the scene that the sentence before has set", async () => {
    const text = "In Yangon, shops stayed closed on Thursday. Police arrested a dozen shopkeepers.";
    expect(await where(text, "arrested")).toBe("Yangon");
  });

  it("is not taken from another paragraph", async () => {
    const text = "In Yangon, shops stayed closed on Thursday.\n\nPolice arrested a dozen shopkeepers.";
    expect(await where(text, "arrested")).not.toBe("Yangon");
  });

  it("is not where somebody was who spoke of it", async () => {
    const text = "Prime Minister Nawaf Salam, who was in Cairo, condemned the attack on the patrol.";
    expect(await where(text, "attack")).toBe("-");
  });
});

describe("a place that no gazetteer knows", () => {
  it("lies in the state of the only places around it, without a point", async () => {
    const text = "Gunmen ambushed a bus near Xyzandala in Mozambique. The road leads to Beira and Chimoio.";
    const { events } = await coder.code(readText(text, { published: "2026-05-06" }));
    expect(events[0]?.place).toMatchObject({ status: "known", name: "Xyzandala", country: "MOZ" });
    expect(events[0]?.place).not.toHaveProperty("lat");
  });
});

describe("which place of a name", () => {
  it("is left open when none is more likely than the rest, with what it may be", async () => {
    const { events } = await coder.code(readText("Gunmen killed two people in Springfield."));
    expect(events[0]?.place).toMatchObject({ status: "unknown", reason: "ambiguous" });
    expect(events[0]?.place).toHaveProperty(
      "candidates",
      expect.arrayContaining([expect.stringMatching(/^Springfield, USA$/)]),
    );
  });

  it("is explained with the candidates and what spoke for each", async () => {
    const { events } = await coder.code(readText("Rebels killed two people in Gao, Mali."));
    const because = events[0]?.because.find((one) => one.field === "place");
    expect(because?.text).toMatch(/^stated with the event; Gao, MLI \(town\) [\d.]+ = size .*; then Gao, /);
    expect(because?.quotes.map((quote) => quote.text)).toEqual(["Gao"]);
  });
});
