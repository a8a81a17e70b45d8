import { describe, expect, it } from "vitest";
import { reconcile } from "./reconcile.ts";

/** Members are letters; "ab" is a cluster of two. */
const named = (clusters: string, old: Readonly<Record<string, string>>, wide: readonly string[] = []) => {
  const before = new Map(
    Object.entries(old).flatMap(([name, letters]) => [...letters].map((one) => [one, name] as const)),
  );
  const parts = clusters.split(" ").map((letters) => [...letters]);
  const { nameOf, merged, split } = reconcile(parts, before, {
    wide: new Set(wide),
    fresh: ([first]) => `new-${first}`,
  });
  const renamed = (list: typeof merged) => list.map(({ from, to }) => `${from}>${to}`);
  return {
    names: parts.map(([first]) => nameOf.get(first!)),
    merged: renamed(merged),
    split: renamed(split),
  };
};

describe("names that last", () => {
  it.each([
    ["new clusters get new names", "ab c", {}, ["new-a", "new-c"], [], []],
    ["a cluster that grows keeps its name", "abc", { one: "ab" }, ["one"], [], []],
    [
      "of two that become one the larger gives the name",
      "abc",
      { one: "a", two: "bc" },
      ["two"],
      ["one>two"],
      [],
    ],
    ["the smaller name decides ties", "ab", { two: "a", one: "b" }, ["one"], ["two>one"], []],
    [
      "of one that falls apart the larger part keeps the name",
      "a bc",
      { one: "abc" },
      ["new-a", "one"],
      [],
      ["one>new-a"],
    ],
    ["a member that changes sides merges nothing", "a bcd", { one: "ab", two: "cd" }, ["one", "two"], [], []],
    [
      "two become one while a third takes a member",
      "abc d",
      { one: "ab", two: "c", three: "d" },
      ["one", "three"],
      ["two>one"],
      [],
    ],
  ])("%s", (_, clusters, old, names, merged, split) => {
    expect(named(clusters, old)).toEqual({ names, merged, split });
  });

  it("what hangs together through members out of sight is not torn apart, nor carried off by one of them", () => {
    expect(named("a b", { one: "ab" }, ["one"])).toEqual({ names: ["one", "one"], merged: [], split: [] });
    expect(named("abc", { one: "a", two: "bc" }, ["one"]).merged).toEqual([]);
  });
});
