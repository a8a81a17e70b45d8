import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";

/** Counts of people through the whole program: `trigger: kind min–max`, one line an event that has any. */
let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

async function counts(text: string): Promise<readonly string[]> {
  const { events } = await coder.code(readText(text, { published: "2026-05-06" }));
  return events.flatMap(({ trigger, quantities }) =>
    quantities.map(({ kind, min, max }) => `${trigger.text}: ${kind} ${min}–${max ?? "…"}`),
  );
}

describe("counts of people", () => {
  it.each([
    ["of the verb they stand with", "Soldiers killed nine villagers.", ["killed: dead 9–9"]],
    [
      "of each verb of a list its own",
      "The army killed nine rebels and captured 21 others.",
      ["killed: dead 9–9", "captured: arrested 21–21"],
    ],
    [
      "without a noun, in a headline",
      "9 rebels killed, 21 arrested after Tillia battle",
      ["killed: dead 9–9", "arrested: arrested 21–21"],
    ],
    [
      "without a noun, after another clause",
      "The guards were ambushed near the town of Tillia and 21 were also wounded, said Moussa Adamou Barke, spokesman for the governor.",
      ["ambushed: injured 21–21"],
    ],
    [
      "of the arrests, not of what came before them",
      "Police arrested 19 people after clashes over the detention of a judge.",
      ["arrested: arrested 19–19"],
    ],
    [
      "of people taken prisoner",
      "The army killed nine rebels and took 21 others prisoner.",
      ["killed: dead 9–9", "took 21 others prisoner: arrested 21–21"],
    ],
    [
      "of each verb of a list, the last taken for a participle",
      "The army killed more than 1,600 civilians and wounded thousands.",
      ["killed: dead 1601–…", "killed: injured 2000–…"],
    ],
    [
      "of a state in which people are left",
      "Rebels attacked a convoy near Gao, leaving 12 people dead.",
      ["attacked: dead 12–12"],
    ],
    [
      "told apart, in the sentence after",
      "Turkey shelled a town in northern Syria on Tuesday. There were no reported casualties.",
      ["shelled: dead 0–0", "shelled: injured 0–0"],
    ],
    [
      "of those who leave",
      "The United States began the withdrawal of 2,000 troops from Syria.",
      ["withdrawal: participants 2000–2000"],
    ],
    [
      "never of what a clause is about",
      "Eleven people were killed in Goma on Tuesday. The minister gave no details on how they died.",
      ["killed: dead 11–11"],
    ],
    ["as bounds", "More than 40 protesters were arrested.", ["arrested: arrested 41–…"]],
  ])("%s", async (_, text, expected) => {
    expect(
      (await counts(text)).filter((one) => expected.some((line) => one.startsWith(line.split(":")[0]!))),
    ).toEqual(expected);
  });
});
