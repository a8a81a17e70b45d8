import { describe, expect, it } from "vitest";
import { grouped, once } from "./grouped.ts";

describe("grouped", () => {
  it("keeps the order, gives an item to each of its keys and to none without one", () => {
    const groups = grouped(["ant", "bee", "apple", "?"], (word) => {
      if (word === "?") return [];
      return word.length > 3 ? [word[0]!, "long"] : [word[0]!];
    });
    expect([...groups]).toEqual([
      ["a", ["ant", "apple"]],
      ["b", ["bee"]],
      ["long", ["apple"]],
    ]);
  });
});

describe("once", () => {
  it("works a thing out once for each object, also where the outcome is nothing", () => {
    let made = 0;
    const sum = once((numbers: readonly number[]) => {
      made += 1;
      return numbers.length === 0 ? undefined : numbers.reduce((total, one) => total + one, 0);
    });
    const [some, none] = [[1, 2], []];
    expect([sum(some), sum(some), sum(none), sum(none), sum([1, 2])]).toEqual([
      3,
      3,
      undefined,
      undefined,
      3,
    ]);
    expect(made).toBe(3);
  });
});
