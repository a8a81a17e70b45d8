import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";

/** What is done by saying it, and what is only spoken of: events as `TYPE/mode trigger factuality`, through the whole program. */
let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

async function told(text: string): Promise<readonly string[]> {
  const { events } = await coder.code(readText(text, { published: "2026-05-06" }));
  return events.map(({ type, modes, trigger, factuality, attributions }) => {
    const sources = attributions.map((one) => ` ~ ${one.source.quote.text}`).join("");
    return `${[type, ...modes.map((one) => one.value)].join("/")} ${trigger.text} ${factuality.value}${sources}`;
  });
}

describe("acts of speech", () => {
  it.each([
    [
      "a friendly act that one will not do is refused",
      "Serbia will not recognise the vote, the government said.",
      ["REJECT recognise the vote CT+ ~ government"],
    ],
    [
      "who says that others should act asks for it, and is no source of that",
      "Rebels should disarm, French President Emmanuel Macron said.",
      ["REQUEST/yield should disarm CT+"],
    ],
    [
      "an adjective can be an act",
      "The government is unwilling to commit to the truce.",
      ["REJECT unwilling CT+"],
    ],
    [
      "whoever calls a charge baseless rejects it",
      "The accusations are baseless, the foreign ministry said.",
      ["REJECT accusations are baseless CT+"],
    ],
    [
      "a name given in anger is disapproval",
      "Kenya called the ruling unjustified.",
      ["ACCUSE/disapprove called the ruling unjustified CT+"],
    ],
    [
      "asking for something is a request",
      "Ethiopia asked the Security Council to lift the embargo.",
      ["REQUEST/change asked CT+"],
    ],
    ["asking not to be named is none", "Three officials asked not to be named.", []],
  ])("%s", async (_, text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});

describe("what is only spoken of", () => {
  it.each([
    [
      "what is demanded has not happened by that",
      "Nauru demanded an apology from China.",
      ["REQUEST/change demanded CT+"],
    ],
    [
      "what one is accused of is an act of its own only if it was done to somebody",
      "Iraq accused the inspector of spying.",
      ["ACCUSE/allege accused CT+"],
    ],
    [
      "what is denied is told all the same",
      "Rebels denied that they had attacked the base.",
      ["REJECT denied CT+", "ASSAULT attacked Uu ~ Rebels"],
    ],
    [
      "nobody is the source of nothing",
      "Nobody claimed responsibility for the bombing in Kabul, which killed ten people.",
      ["ASSAULT/explosives bombing CT+"],
    ],
  ])("%s", async (_, text, expected) => {
    expect(await told(text)).toEqual(expected);
  });
});
