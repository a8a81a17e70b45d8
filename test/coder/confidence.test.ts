import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import type { Event } from "../../src/record/event.ts";

/** Cells that are easy to get right are surer than those that are not, through the whole program. */
let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

async function sure(text: string, type: Event["type"]): Promise<Event["confidence"]> {
  const { events } = await coder.code(readText(text, { published: "2026-05-06" }));
  const found = events.find((event) => event.type === type);
  expect(found, text).toBeDefined();
  return found!.confidence;
}

describe("confidence", () => {
  it("of a named actor is higher than of nobody", async () => {
    const named = await sure("Kenya expelled three Sudanese diplomats on Monday.", "SANCTION");
    const nobody = await sure("Three Sudanese diplomats were expelled on Monday.", "SANCTION");
    expect(named.actors).toBeGreaterThan(nobody.actors + 0.3);
    expect(named.recipients).toBeGreaterThan(0.8);
  });

  it("of a party behind a pronoun is lower than of the party itself", async () => {
    const named = await sure("Sara Lund met reporters. Ms Lund accused the army of lying.", "ACCUSE");
    const pronoun = await sure("Sara Lund met reporters. She accused the army of lying.", "ACCUSE");
    expect(pronoun.actors).toBeLessThan(named.actors);
  });

  it("of both sides of a meeting is lower than of who accuses whom", async () => {
    const meeting = await sure("Kenya's president met Uganda's president in Arusha.", "CONSULT");
    const accusation = await sure("Kenya's president accused Uganda's president of lying.", "ACCUSE");
    expect(meeting.actors).toBeLessThan(accusation.actors);
  });

  it("of what others say is lower than of what the report states", async () => {
    const stated = await sure("Gunmen attacked a village near Goma on Monday.", "ASSAULT");
    const reported = await sure(
      "Gunmen attacked a village near Goma on Monday, a resident claimed.",
      "ASSAULT",
    );
    expect(reported.factuality).toBeLessThan(stated.factuality - 0.2);
  });
});
