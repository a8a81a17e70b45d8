import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import type { Participant } from "../../src/record/participant.ts";

/** Where the tree gives nobody the model is asked, but never for those who only tell of an event or suffer it. */
let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

/** `actors TYPE recipients`, each by the words of the report. */
async function told(text: string): Promise<readonly string[]> {
  const { events } = await coder.code(readText(text, { published: "2026-05-06" }));
  return events.map((event) => `${words(event.actors)} ${event.type} ${words(event.recipients)}`);
}

function words(parties: readonly Participant[]): string {
  return parties.map(({ quote }) => quote.text).join(" + ") || "–";
}

describe("parties that the model gives", () => {
  it.each([
    [
      "who condemns a killing did not kill",
      "On Monday Kenya condemned the killing of a soldier.",
      "– ASSAULT soldier",
    ],
    [
      "a victim is not whom the condemnation blames",
      "France and other nations sharply condemned the overthrow of Mali's elected president.",
      "France + other nations ACCUSE –",
    ],
    [
      "the source of a passive without agent is not its actor",
      "The ministry said that controls had been tightened and that three officers had been arrested in Gao.",
      "– COERCE three officers",
    ],
  ])("%s", async (_, text, expected) => expect(await told(text)).toContain(expected));
});
