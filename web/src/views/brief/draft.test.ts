import { describe, expect, it } from "vitest";
import { type Draft, draftStep, EMPTY_DRAFT, readDraft, referencesOf, withoutAnchor } from "./draft.ts";

const sentence = (key: string, events: readonly string[], text = key) => ({ key, text, events });
const draft: Draft = {
  title: "t",
  sentences: [sentence("a", ["1"]), sentence("b", []), sentence("c", ["2", "1"])],
};

describe("a brief", () => {
  it("knows which of its sentences rest on nothing", () => {
    expect(withoutAnchor(draft).map(({ key }) => key)).toEqual(["b"]);
  });
  it("asks no anchor of a heading or an empty line", () => {
    const lines = [{ ...sentence("h", []), heading: true }, sentence("e", [], "  ")];
    expect(withoutAnchor({ title: "", sentences: lines })).toEqual([]);
  });
  it("numbers its references in the order in which they are used", () => {
    expect(referencesOf(draft)).toEqual(["1", "2"]);
  });
  it("takes an event once as an anchor, and lets go of it", () => {
    const twice = [1, 2].reduce((one) => draftStep(one, { kind: "anchored", key: "b", event: "9" }), draft);
    expect(twice.sentences[1]!.events).toEqual(["9"]);
    expect(draftStep(twice, { kind: "loosened", key: "b", event: "9" }).sentences[1]!.events).toEqual([]);
  });
  it.each([
    ["b", -1, "bac"],
    ["b", 1, "acb"],
    ["a", -1, "abc"],
    ["c", 1, "abc"],
  ] as const)("moves %s by %i: %s", (key, by, expected) => {
    const after = draftStep(draft, { kind: "moved", key, by });
    expect(after.sentences.map((one) => one.key).join("")).toBe(expected);
  });
  it.each([[null], ["no JSON"], ["{}"]])("starts empty from %s", (kept) => {
    expect(readDraft(kept)).toEqual(EMPTY_DRAFT);
  });
  it("comes back as it was kept", () => {
    expect(readDraft(JSON.stringify(draft))).toEqual(draft);
  });
});
