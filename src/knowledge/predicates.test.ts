import { describe, expect, it } from "vitest";
import { eventTypes, SECTORS } from "../ontology/index.ts";
import { loadPredicates } from "./predicates.ts";

const predicates = loadPredicates();
const types = new Map(
  eventTypes().map((entry) => [entry.name, new Set(entry.modes.map((mode) => mode.name))]),
);

describe("the lexicon of predicates", () => {
  it("codes with types and modes of the codebook only", () => {
    const wrong = predicates.all.filter(
      ({ type, mode }) => !types.has(type) || (mode !== "" && !types.get(type)!.has(mode)),
    );
    expect(wrong.map(({ line, lemma, type, mode }) => `${line}: ${lemma} ${type}/${mode}`)).toEqual([]);
  });

  it("asks for actors of the codebook's sectors only", () => {
    const wrong = predicates.all
      .flatMap(({ needsActor }) => needsActor)
      .filter((one) => !SECTORS.includes(one));
    expect(wrong).toEqual([]);
  });

  it("gives every sense a weight above 0 and at most 1", () => {
    expect(predicates.all.filter(({ weight }) => !(weight > 0 && weight <= 1))).toEqual([]);
  });

  it("says each sense once", () => {
    const seen = new Set<string>();
    const twice = predicates.all.filter((sense) => {
      const company = [...sense.with].sort().join(" ");
      const { lemma, pos, type, mode, needsActor, needsInfinitive } = sense;
      const key = [lemma, pos, company, type, mode, needsInfinitive, ...needsActor].join("|");
      return seen.size === seen.add(key).size;
    });
    expect(twice.map(({ line, lemma, with: company }) => `${line}: ${lemma} ${company.join(" ")}`)).toEqual(
      [],
    );
  });

  it("has wordings for every type", () => {
    const covered = new Set(predicates.all.map((sense) => sense.type));
    expect([...types.keys()].filter((type) => !covered.has(type as never))).toEqual([]);
  });

  it.each([
    ["accuse", "VERB", "ACCUSE"],
    ["airstrike", "NOUN", "ASSAULT"],
  ] as const)("%s (%s) is %s", (lemma, pos, type) => {
    expect(predicates.senses(lemma, pos).map((sense) => sense.type)).toContain(type);
  });

  it("knows a verb by its forms", () => {
    expect(predicates.verbOf("condemns")).toBe("condemn");
    expect(predicates.verbOf("denied")).toBe("deny");
  });
});
