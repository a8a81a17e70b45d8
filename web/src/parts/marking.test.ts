import { describe, expect, it } from "vitest";
import type { Event } from "../../../src/record/event.ts";
import { invented } from "../../../test/helpers/invented.ts";
import { certaintyAt, certaintyOf, standingOf } from "./certainty.ts";
import { segmentsOf, withLanes } from "./lanes.ts";
import type { Mark } from "./marks.ts";
import { sentenceAround } from "./sentence.ts";

const TEXT = "Rebels raided the post, the army said. The rebels deny that they were there.";
const at = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const mark = (words: string, role: Mark["role"] = "actor"): Mark => ({
  ...at(words),
  role,
  certainty: "stated",
  events: ["e"],
  tag: "A",
});

function event(change: Partial<Event>): Event {
  const record = invented({
    text: TEXT,
    events: [{ id: "e", factuality: "Uu", source: { name: "the army" } }],
  });
  return { ...record.events[0]!, ...change };
}

/** The army asserts the first sentence, the rebels deny the second. */
function twoSpeakers(): Event {
  const [army] = event({}).attributions;
  return event({
    attributions: [
      { ...army!, content: [{ ...at("Rebels raided the post"), text: "" }] },
      { ...army!, content: [{ ...at("they were there"), text: "" }], stance: "denies" },
    ],
  });
}

describe("the line under a word", () => {
  it.each([
    ["CT+", "stated"],
    ["PS+", "possible"],
    ["CT-", "denied"],
    ["Uu", "claimed"],
  ] as const)("an event that is %s in the outlet's voice is %s", (value, certainty) => {
    const told = event({ attributions: [] });
    expect(certaintyOf({ ...told, factuality: { ...told.factuality, value } })).toBe(certainty);
  });

  it("what is still to come is at most possible", () => {
    expect(certaintyOf(event({ phase: "future" }))).toBe("possible");
  });

  it("one event is claimed where one source asserts it and denied where another denies it", () => {
    expect(certaintyAt(twoSpeakers(), at("raided"))).toBe("claimed");
    expect(certaintyAt(twoSpeakers(), at("were there"))).toBe("denied");
    expect(standingOf(twoSpeakers())).toBe("contested");
  });
});

describe("lines under overlapping words", () => {
  it("words inside others lie nearer to the text, and no two share a line", () => {
    const laned = withLanes([mark("raided the post"), mark("the post"), mark("said")]);
    expect(laned.map(({ mark: { start, end }, lane }) => [TEXT.slice(start, end), lane])).toEqual([
      ["said", 0],
      ["the post", 0],
      ["raided the post", 1],
    ]);
  });

  it("the stretches are the text, whole and in order", () => {
    const segments = segmentsOf(0, TEXT.length, withLanes([mark("raided the post"), mark("post, the")]));
    expect(segments.map(({ start, end }) => TEXT.slice(start, end)).join("")).toBe(TEXT);
    expect(
      segments.filter(({ marks }) => marks.length === 2).map(({ start, end }) => TEXT.slice(start, end)),
    ).toEqual(["post"]);
  });
});

describe("the sentence of a cell", () => {
  const report = {
    text: TEXT,
    language: "en",
    blocks: [{ kind: "body" as const, start: 0, end: TEXT.length, text: TEXT }],
  };

  it("is the one in which its words stand", () => {
    const { start, end } = sentenceAround(report, at("raided"));
    expect(TEXT.slice(start, end)).toBe("Rebels raided the post, the army said.");
  });

  it("counts in UTF-16 units, so that a sign outside the basic plane shifts nothing", () => {
    const text = "🟥 مسيرة في المدينة. 🟥 عاد الناس إلى بيوتهم.";
    const start = text.indexOf("عاد");
    const found = sentenceAround(
      { text, language: "ar", blocks: [{ kind: "body", start: 0, end: text.length, text }] },
      { start, end: start + 3 },
    );
    expect(text.slice(found.start, found.end)).toBe("🟥 عاد الناس إلى بيوتهم.");
  });
});
