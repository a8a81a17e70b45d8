import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import type { Event } from "../../src/record/event.ts";

/** Words that look like a party, a date or a place of an event and are none: `TYPE actors → recipients @ place | from`. */
let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

async function coded(text: string, published = "2026-05-06"): Promise<string> {
  const { events } = await coder.code(readText(text, { published }));
  return events.map(summary).join("\n");
}

function summary({ type, actors, recipients, place, time }: Event): string {
  const words = (parties: Event["actors"]): string =>
    parties
      .map(({ quote, country }) => `${quote.text} ${country.status === "known" ? country.value : "?"}`)
      .join(" + ") || "–";
  const where = place.status === "known" ? place.name : "?";
  const when = time.status === "known" ? time.from.slice(0, 10) : "?";
  return `${type} ${words(actors)} → ${words(recipients)} @ ${where} | ${when}`;
}

describe("what is no party", () => {
  it.each([
    [
      "a part of a country that has clashes",
      "Eight soldiers were killed in northern Mali's clashes on Monday.",
      "ASSAULT – → Eight soldiers MLI @ northern Mali | 2026-05-04",
    ],
    [
      "whose town a meeting is called by",
      "Chad and Sudan signed an agreement at the Geneva meeting.",
      " Chad TCD + Sudan SDN → –",
    ],
    [
      "on whom sanctions are laid",
      "The EU may expand the sanctions imposed on Belarus.",
      "SANCTION EU ? → Belarus BLR",
    ],
    [
      "who organised the rally at which others were arrested",
      "Forty people were arrested at a rally organised by supporters of the opposition in Kampala.",
      "COERCE – → Forty people UGA",
    ],
  ])("%s", async (_, text, expected) => expect(await coded(text)).toContain(expected));

  it("the end of a state's name that is another state's", async () => {
    expect(await coded("Papua New Guinea Prime Minister Skate urged Chad to release the prisoners.")).toMatch(
      /REQUEST Papua New Guinea Prime Minister Skate PNG → Chad TCD/,
    );
  });
});

describe("what is no place or date of an event", () => {
  it.each([
    ["what is talked about", "Kenya and Uganda discussed the war in Sudan.", "@ ? | ?"],
    [
      "what is to be ended by talking",
      "Kenya held talks with Uganda to end the conflict in Sudan.",
      "→ Uganda UGA @ ? | ?",
    ],
    [
      "why it is done",
      "Kenya imposed sanctions on Chadian officials in response to the situation in Sudan.",
      "SANCTION Kenya KEN → Chadian officials TCD @ ? | ?",
    ],
    [
      "when it is to be done what is asked",
      "Kenya called on Chad and Sudan to resume talks on May 20.",
      "REQUEST Kenya KEN → Chad TCD + Sudan SDN @ ? | ?",
    ],
  ])("%s", async (_, text, expected) => expect(await coded(text)).toContain(expected));

  it("before who says so stands when it was", async () => {
    expect(await coded("Four soldiers were killed by rebels in Chad today, the agency reported.")).toContain(
      "@ Chad | 2026-05-06",
    );
  });
});
