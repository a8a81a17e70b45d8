import { describe, expect, it } from "vitest";
import { loadPredicates } from "../../knowledge/predicates.ts";
import { contexts, crosswalk, eventTypes, fromCameo, modesOf, quadClassOf, scoreOf } from "./codebook.ts";
import { EVENT_TYPES } from "./codes.ts";

describe("PLOVER 2.0 codebook", () => {
  it("has 16 types, 67 modes and 37 contexts, as the manual", () => {
    expect(eventTypes().map((entry) => entry.name)).toEqual([...EVENT_TYPES]);
    expect(eventTypes().flatMap((entry) => entry.modes)).toHaveLength(67);
    expect(contexts()).toHaveLength(37);
  });

  it.each(eventTypes().map((entry) => [entry.name, entry] as const))(
    "%s has a definition, examples for and against, and scores in range",
    (_, entry) => {
      expect(entry.definition.length).toBeGreaterThan(20);
      expect(entry.examples.length).toBeGreaterThan(0);
      expect(entry.notThis.length).toBeGreaterThan(0);
      for (const { score } of [entry, ...entry.modes]) expect(Math.abs(score)).toBeLessThanOrEqual(10);
    },
  );

  it("crosswalk leads to types, modes and contexts that exist", () => {
    const names = new Set(contexts().map((context) => context.name));
    for (const row of crosswalk()) {
      expect(EVENT_TYPES).toContain(row.type);
      if (row.mode !== null) expect(modesOf(row.type)).toContain(row.mode);
      for (const context of row.contexts) expect(names).toContain(context);
    }
  });

  it.each([
    ["112", "ACCUSE", "allege"],
    ["1121", "ACCUSE", "allege"],
    ["1952", "ASSAULT", "drone"],
    ["163", "COERCE", "restrict"],
    ["116", "SANCTION", "convict"],
    ["190", "ASSAULT", null],
  ])("CAMEO %s is %s/%s", (code, type, mode) => expect(fromCameo(code)).toMatchObject({ type, mode }));

  it("CAMEO 01 and 02 are no events", () => {
    expect(fromCameo("010")).toBeUndefined();
    expect(fromCameo("024")).toBeUndefined();
  });

  it("repairs the manual's score of ACCUSE and puts SANCTION among material conflict", () => {
    expect(scoreOf("ACCUSE")).toBe(-3);
    expect(quadClassOf("SANCTION")).toBe(4);
    expect(scoreOf("ASSAULT", "drone")).toBe(-9.5);
  });
});

describe("predicate lexicon", () => {
  const { all } = loadPredicates();

  it("has legal types, modes and weights, and no row twice for the same actors", () => {
    const seen = new Set<string>();
    for (const sense of all) {
      const key = [
        sense.lemma,
        sense.pos,
        sense.with.join(" "),
        sense.type,
        sense.mode,
        sense.needsActor,
        sense.needsInfinitive,
      ].join("|");
      expect(seen.has(key), `line ${sense.line}: ${key} stands twice`).toBe(false);
      seen.add(key);
      expect(EVENT_TYPES, `line ${sense.line}`).toContain(sense.type);
      if (sense.mode !== "") expect(modesOf(sense.type), `line ${sense.line}`).toContain(sense.mode);
      expect(sense.weight).toBeGreaterThan(0);
      expect(sense.weight).toBeLessThanOrEqual(1);
    }
  });

  it.each([...EVENT_TYPES])("%s has at least 35 rows", (type) => {
    expect(all.filter((sense) => sense.type === type).length).toBeGreaterThanOrEqual(35);
  });

  it("has a wording for every mode", () => {
    const known = new Set(all.map((sense) => `${sense.type}/${sense.mode}`));
    const missing = eventTypes().flatMap((entry) =>
      entry.modes.map((mode) => `${entry.name}/${mode.name}`).filter((name) => !known.has(name)),
    );
    expect(missing.filter((name) => !["REJECT/change"].includes(name))).toEqual([]);
  });
});
