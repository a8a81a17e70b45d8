import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Coder, createCoder } from "../../src/coder/coder.ts";
import { readText } from "../../src/ingest/index.ts";
import type { Span } from "../../src/text/span.ts";

/** What one party does to another where both are given: `<a>actor</a>`, `<r>recipient</r>`. */
let coder: Coder;
beforeAll(async () => {
  coder = await createCoder();
});
afterAll(() => coder.close());

function marked(sentence: string): { readonly text: string; readonly actor: Span; readonly recipient: Span } {
  const at = new Map<string, number>();
  let text = "";
  for (const part of sentence.split(/(<\/?[ar]>)/)) {
    if (/^<\/?[ar]>$/.test(part)) at.set(part, text.length);
    else text += part;
  }
  const span = (letter: string): Span => ({ start: at.get(`<${letter}>`)!, end: at.get(`</${letter}>`)! });
  return { text, actor: span("a"), recipient: span("r") };
}

async function read(sentence: string): Promise<string> {
  const { text, actor, recipient } = marked(sentence);
  const document = await coder.annotate(readText(text, { published: "2026-05-06" }));
  const { type, modes } = await coder.readPair(document, actor, recipient);
  return [type ?? "nothing", ...modes].join("/");
}

describe("pairs", () => {
  it.each([
    ["<a>Peru</a> expelled <r>two Chilean diplomats</r>.", "SANCTION/expel"],
    ["<r>Two Chilean diplomats</r> were expelled by <a>Peru</a>.", "SANCTION/expel"],
    ["<a>Chad</a> said it would attack <r>Sudan</r>.", "THREATEN/violence"],
    ["<a>Ghana</a> praised <r>Togo</r> a day after Benin had accused it of smuggling.", "SUPPORT"],
    ["<r>Peru</r> expelled <a>two Chilean diplomats</a>.", "nothing"],
    ["<a>The minister</a> bought bread near <r>the embassy</r>.", "nothing"],
  ])("%s", async (sentence, expected) => {
    expect(await read(sentence)).toBe(expected);
  });

  it("says how sure it is and what else it might be", async () => {
    const { text, actor, recipient } = marked("<a>Ghana</a> condemned and then sanctioned <r>Togo</r>.");
    const document = await coder.annotate(readText(text));
    const reading = await coder.readPair(document, actor, recipient);
    const all = [reading.type, ...reading.alternatives.map((one) => one.type)];
    expect(all).toEqual(expect.arrayContaining(["ACCUSE", "SANCTION"]));
    const total = reading.probability + reading.alternatives.reduce((sum, one) => sum + one.probability, 0);
    expect(total).toBeCloseTo(1, 1);
  });
});
