import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reportOf } from "../../../test/helpers/parsed.ts";
import { loadModality } from "../../knowledge/modality.ts";
import { loadReporting } from "../../knowledge/reporting.ts";
import { createLanguage, type Language, TOKENS } from "../../language/index.ts";
import { REPORT } from "../../record/report.ts";
import { apply } from "../../text/annotator.ts";
import { createDocument, read, withLayer } from "../../text/document.ts";
import { ACTORS } from "../actors/layer.ts";
import { createAttributions } from "../attributions/index.ts";
import { createFactuality } from "./index.ts";
import { type EventFactuality, FACTUALITY } from "./layer.ts";

let language: Language;
beforeAll(async () => {
  language = await createLanguage();
});
afterAll(() => language.close());

async function factuality(text: string): Promise<ReadonlyMap<string, EventFactuality>> {
  const document = withLayer(createDocument(text), REPORT, reportOf(text));
  const [parsed] = await language.annotate([document]);
  const attributed = apply(
    withLayer(parsed!, ACTORS, []),
    createAttributions({ reporting: loadReporting() }),
  );
  const done = apply(attributed, createFactuality({ modality: loadModality() }));
  const tokens = read(done, TOKENS);
  return new Map([...read(done, FACTUALITY).values()].map((one) => [tokens[one.token]!.text, one]));
}

/** The marked word, how sure its nearest source is of it, and when. */
describe("a word that may tell a happening", () => {
  it.each([
    ["a plain statement", "The army *shelled* the town.", "CT+ past"],
    ["a noun", "The *shelling* stopped at noon.", "CT+ past"],
    ["a negation", "The army did not *shell* the town.", "CT- past"],
    ["nobody", "No soldier *died* in the fighting.", "CT- past"],
    ["a progressive", "The army is *shelling* the town.", "CT+ ongoing"],
    ["may", "The army may *shell* the town.", "PS+ future"],
    ["may have", "The army may have *shelled* the town.", "PS+ past"],
    ["will", "The army will *leave* the town.", "PR+ future"],
    ["a condition", "If the army *leaves* the town, talks will start.", "Uu hypothetical"],
    ["an attempt", "The rebels tried to *storm* the palace.", "CT+ past"],
    ["a failure", "The rebels failed to *storm* the palace.", "CT- past"],
    ["a clause beside a failure", "While rebels *fled*, the army failed to advance.", "CT+ past"],
    ["a cause", "The attack prompted the army to *leave*.", "CT+ past"],
    ["a refusal", "The minister refused to *resign*.", "CT- past"],
    ["a plan", "The minister plans to *resign*.", "PS+ future"],
    ["a wish", "The minister wants to *resign*.", "Uu future"],
    ["a decision", "The minister decided to *resign*.", "PR+ future"],
    ["a success", "The rebels managed to *storm* the palace.", "CT+ past"],
    ["a cancellation", "The minister cancelled the *visit*.", "CT- past"],
    ["a schedule", "A *visit* is planned for May.", "PR+ future"],
    ["a demand", "The union called for a *strike*.", "Uu future"],
    ["a fear", "Investors fear a *recession*.", "Uu future"],
    ["a belief", "Analysts believe that the rebels *left*.", "PR+ past"],
    ["a doubt", "Analysts doubt that the rebels *left*.", "PR- past"],
    ["a purpose", "The envoy travelled to Muscat to *meet* the rebels.", "PS+ future"],
    ["almost", "The minister nearly *resigned*.", "CT- past"],
    ["without", "The soldiers left without *firing*.", "CT- past"],
    ["a question", "Did the rebels *storm* the palace?", "Uu past"],
    ["a question that takes it for granted", "Why did the rebels *leave*?", "CT+ past"],
    ["a headline to come", "Rivals to *resume* talks in Muscat", "PR+ future"],
    ["a shared modal", "Police may arrest and *deport* him.", "PS+ future"],
    ["a claim, for the one who makes it", "The army said rebels had *attacked* the base.", "CT+ past"],
    ["a denial, for the one who makes it", "The army denied that it *shelled* the town.", "CT- past"],
    ["a condition by inversion", "Should the army *leave*, talks would start.", "Uu hypothetical"],
    ["a condition by a noun", "Talks would stop in the event of an *attack*.", "Uu hypothetical"],
    ["stopping short of", "The army stopped short of *leaving*.", "CT- past"],
    ["a plan that was foiled", "A plot to *bomb* the court was foiled by police.", "CT- past"],
    ["a plan whose makers were stopped", "They planned to *bomb* it but were stopped by police.", "CT- past"],
    ["an adjective of chance", "An *attack* on the town is possible.", "PS+ future"],
    ["a copula's adjective", "The bridge was not *open*.", "CT- past"],
  ])("%s: %s", async (_, marked, expected) => {
    const word = /\*(.+)\*/.exec(marked)![1]!;
    const found = (await factuality(marked.replaceAll("*", ""))).get(word);
    expect(`${found?.value} ${found?.phase}`).toBe(expected);
  });
});

describe("in the report's own voice", () => {
  it.each([
    ["what somebody claims is open", "The army said rebels had *attacked* the base.", "Uu"],
    [
      "what their words take for granted is so",
      "The army said the soldiers who *fired* were suspended.",
      "CT+",
    ],
    [
      "what a relative clause tells along is so",
      "The army said it would answer states that expelled envoys over the *shelling*.",
      "CT+",
    ],
    ["a participle that says who is meant", "The agency said the *expelled* envoys left.", "CT+"],
    [
      "a participle behind its noun",
      "The envoy said it seemed pointless to share photos of children *killed* in raids.",
      "CT+",
    ],
    ["a participle that blames", "The envoy said civilians *besieged* by rebels had left.", "Uu"],
    ["what somebody is said to have died from", "Activists said six people died from the *bombing*.", "Uu"],
    [
      "what is known of a charge that is denied",
      "The agency denied claims that the army was behind the *attack*.",
      "CT+",
    ],
    ["what is reportedly so is open", "The rebels reportedly *seized* the bridge.", "Uu"],
    ["what somebody praises is so", "The president praised the *agreement*.", "CT+"],
  ])("%s: %s", async (_, marked, outlet) => {
    const word = /\*(.+)\*/.exec(marked)![1]!;
    expect((await factuality(marked.replaceAll("*", ""))).get(word)?.outlet).toBe(outlet);
  });

  it("whoever blames somebody for what is known is its source", async () => {
    const found = await factuality(
      "Chad accused Niger of responsibility for the *raid*.".replaceAll("*", ""),
    );
    expect(found.get("raid")).toMatchObject({ outlet: "CT+", attributions: [0] });
  });

  it("every verb, noun, adjective and copula has a value", async () => {
    const found = await factuality("The old bridge is closed because heavy rain damaged it, officials said.");
    expect([...found.keys()]).toEqual(
      expect.arrayContaining(["bridge", "is", "closed", "rain", "damaged", "officials", "said", "heavy"]),
    );
  });
});
