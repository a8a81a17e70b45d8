import { describe, expect, it } from "vitest";
import type { CellEvidence } from "./evidence.ts";
import { loadShares, type Shares, scoreOf } from "./shares.ts";

const HALF_AND_HALF: Shares = {
  of: () => 0.8,
  weights: (field, isTold) => (field === "place" ? { bias: 0, seen: isTold ? 0.5 : -0.5 } : undefined),
};

function cell(isTold: boolean, seen: number): CellEvidence {
  return { way: "own", act: "deed", isTold, seen };
}

describe("the score of a cell", () => {
  it("is its share where the network knows nothing more", () => {
    expect(scoreOf("actors", cell(true, 0.99), HALF_AND_HALF)).toBe(0.8);
    expect(scoreOf("event", cell(true, 0.1), HALF_AND_HALF, 0.3)).toBe(0.3);
  });

  it("is raised by a network that sees it there, and lowered by one that does not", () => {
    expect(scoreOf("place", cell(true, 0.5), HALF_AND_HALF)).toBeCloseTo(0.8);
    expect(scoreOf("place", cell(true, 0.9), HALF_AND_HALF)).toBeGreaterThan(0.8);
    expect(scoreOf("place", cell(true, 0), HALF_AND_HALF)).toBeLessThan(0.8);
  });

  it("of an empty cell is lowered by a network that sees something there", () => {
    expect(scoreOf("place", cell(false, 0.9), HALF_AND_HALF)).toBeLessThan(0.8);
    expect(scoreOf("place", cell(false, 0.05), HALF_AND_HALF)).toBeGreaterThan(0.8);
  });
});

describe("what was counted in our corpus", () => {
  const shares = loadShares();

  it("tells a named party from one behind a pronoun, and both from nobody", () => {
    const of = (way: string): number => shares.of("actors", { way, act: "words" });
    expect(of("named")).toBeGreaterThan(of("pronoun"));
    expect(of("pronoun")).toBeGreaterThan(of("nobody"));
  });

  it("knows that the sides of a meeting are hard to tell apart, and that a march needs nobody whom it is done to", () => {
    expect(shares.of("actors", { way: "named", act: "meeting" })).toBeLessThan(
      shares.of("actors", { way: "named", act: "deed" }),
    );
    expect(shares.of("recipients", { way: "nobody", act: "move" })).toBeGreaterThan(
      shares.of("recipients", { way: "nobody", act: "deed" }),
    );
  });

  it("is even odds for what the corpus has not", () => {
    expect(shares.of("place", { way: "by hearsay", act: "deed" })).toBe(0.5);
  });

  it("lets the network speak for what it sees and against what it misses, never the other way round", () => {
    const fields = ["event", "place", "recipients", "time", "type"] as const;
    expect(fields.filter((field) => !((shares.weights(field, true)?.seen ?? 0) > 0))).toEqual([]);
    expect(shares.weights("place", false)?.seen).toBeLessThan(0);
    expect(shares.weights("actors", true)).toBeUndefined();
  });
});
