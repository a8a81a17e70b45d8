import { describe, expect, it } from "vitest";
import { parsed } from "../../../../test/helpers/parsed.ts";
import { loadPredicates } from "../../../knowledge/predicates.ts";
import { type EventReading, type EventReadings, TOKENS, treeOf } from "../../../language/index.ts";
import { read } from "../../../text/document.ts";
import type { Sketch } from "../drafting.ts";
import { judged, proposed } from "./index.ts";
import { agreed } from "./trust.ts";

const trust = {
  bias: 0,
  lexicon: 0.5,
  model: 0.5,
  retype: 0.7,
  mode: 0.6,
  add: 0.8,
  fill: { actor: 0.6, recipient: 0.6 },
  bind: 0.6,
};

function reading(token: number, probability: number, type: string, share = 0.9): EventReading {
  return {
    token,
    probability,
    types: [{ label: type, probability: share }],
    modes: [],
    factuality: [],
    phases: [],
    roles: [],
  };
}

function readings(...all: readonly EventReading[]): EventReadings {
  return { isTaught: true, byToken: new Map(all.map((one) => [one.token, one])) };
}

const sense = loadPredicates().senses("condemn", "VERB")[0]!;
const sketch: Sketch = {
  token: 1,
  extra: [],
  sense,
  type: "ACCUSE",
  modes: ["disapprove"],
  alternatives: [],
  actors: [],
  recipients: [],
  confidence: 0.6,
  performed: false,
  because: "the lexicon says so",
  announcedBy: [],
};

describe("lexicon and model", () => {
  it("are each believed as far as they are sure, in both directions", () => {
    expect(agreed(0.6, 0.95, trust)).toBeGreaterThan(agreed(0.6, 0.5, trust));
    expect(agreed(0.9, 0.5, trust)).toBeGreaterThan(agreed(0.6, 0.5, trust));
    expect(agreed(0.5, 0.5, trust)).toBeCloseTo(0.5);
  });

  it("raise each other where they agree, and the reason says what both read", () => {
    const both = judged(sketch, readings(reading(1, 0.95, "ACCUSE")), trust);
    expect(both.confidence).toBeGreaterThan(0.6);
    expect(both).toMatchObject({ type: "ACCUSE", modes: ["disapprove"] });
    expect(both.because).toBe("the lexicon says so; the model reads an event (0.95), ACCUSE (0.9)");
  });

  it("lower an event that the model does not see", () => {
    const alone = judged(sketch, readings(), trust);
    expect(alone.confidence).toBeLessThan(0.5);
    expect(alone.because).toContain("the model reads no event");
  });

  it("give the model's type where it is sure of another, and keep the lexicon's as the alternative", () => {
    const other = judged(sketch, readings(reading(1, 0.98, "REJECT", 0.95)), trust);
    expect(other).toMatchObject({ type: "REJECT", modes: [], alternatives: [{ type: "ACCUSE" }] });
    expect(judged(sketch, readings(reading(1, 0.6, "REJECT", 0.95)), trust).type).toBe("ACCUSE");
  });

  it("give the model's mode where the lexicon has none and the type has it", () => {
    const moded = (mode: string): Sketch =>
      judged(
        { ...sketch, modes: [] },
        readings({ ...reading(1, 0.95, "ACCUSE"), modes: [{ label: mode, probability: 0.8 }] }),
        trust,
      );
    expect(moded("allege").modes).toEqual(["allege"]);
    expect(moded("firearms").modes).toEqual([]);
  });

  it("leave everything as it is where a model has no heads for events", () => {
    expect(judged(sketch, { isTaught: false, byToken: new Map() }, trust)).toBe(sketch);
  });
});

describe("words that only the model knows as events", () => {
  const tree = treeOf(
    read(
      parsed(`
        Ministers NOUN 2 nsubj
        snubbed VERB 0 root snub VBD
        the DET 4 det
        envoy NOUN 2 obj
        Monday PROPN 2 obl:unmarked
      `),
      TOKENS,
    ),
  );
  const ask = (...all: readonly EventReading[]): readonly string[] =>
    proposed([], readings(...all), tree, loadPredicates(), trust.add).map(
      ({ token, senses }) => `${tree.tokens[token]!.text} ${senses[0]!.type} ${senses[0]!.actor}`,
    );

  it("become candidates with the places that most words of their type have", () => {
    expect(ask(reading(1, 0.9, "REJECT"))).toEqual(["snubbed REJECT subject"]);
  });

  it("need more than a guess, and are verbs or nouns", () => {
    expect(ask(reading(1, 0.7, "REJECT"), reading(4, 0.95, "REJECT"))).toEqual([]);
  });

  it("are not proposed where the lexicon knows the word", () => {
    const known = [{ token: 1, senses: [sense], extra: [] }];
    expect(proposed(known, readings(reading(1, 0.9, "REJECT")), tree, loadPredicates(), 0.8)).toEqual([]);
  });
});
