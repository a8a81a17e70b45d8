import { describe, expect, it } from "vitest";
import { graphOf, placeOnSpiral } from "./graph.ts";
import { filterValueOf, labelOf, matrixOf, shadeOf } from "./matrix.ts";

const dyad = (actor: string, recipient: string, events: number) => ({
  actor: { name: actor },
  recipient: { name: recipient },
  events,
});

describe("the matrix of who acts on whom", () => {
  it("has a row for each who acts, a column for each who receives, the busiest first", () => {
    const matrix = matrixOf([dyad("A", "B", 1), dyad("C", "B", 5), dyad("C", "D", 2)], 10);
    expect(matrix.rows).toEqual(["C", "A"]);
    expect(matrix.columns).toEqual(["B", "D"]);
    expect(matrix.counts).toEqual([
      [5, 2],
      [1, 0],
    ]);
    expect(matrix.most).toBe(5);
  });
  it("says how many it leaves out", () => {
    expect(matrixOf([dyad("A", "B", 1), dyad("C", "D", 5)], 1)).toMatchObject({
      rows: ["C"],
      columns: ["D"],
      left: 2,
    });
  });
  it("adds up parties of one name", () => {
    expect(matrixOf([dyad("A", "B", 1), dyad("A", "B", 2)], 5).counts).toEqual([[3]]);
  });
  it("leaves out a side that the reports do not name", () => {
    expect(matrixOf([{ actor: {}, recipient: { name: "B" }, events: 3 }], 5).rows).toEqual([]);
  });
});

describe("the words for a party", () => {
  it("are its name, else country and sector", () => {
    expect([
      labelOf({ name: "NATO", sector: "IGO" }),
      labelOf({ country: "MLI", sector: "MIL" }),
      labelOf({}),
    ]).toEqual(["NATO", "MLI MIL", undefined]);
  });
  it("narrow events by its id if it has one", () => {
    expect([filterValueOf({ actorId: "x:1", name: "N" }), filterValueOf({ country: "MLI" })]).toEqual([
      "x:1",
      "MLI",
    ]);
  });
});

it("shades go from nothing to the most", () => {
  expect([shadeOf(0, 9), shadeOf(1, 100), shadeOf(100, 100)]).toEqual([0, 1, 5]);
});

describe("the network of who acts on whom", () => {
  it("has one edge for each direction, with all its events", () => {
    const { nodes, edges } = graphOf([
      dyad("A", "B", 1),
      dyad("A", "B", 2),
      dyad("B", "A", 4),
      dyad("A", "A", 9),
    ]);
    expect(edges).toEqual([
      { from: "A", to: "B", events: 3 },
      { from: "B", to: "A", events: 4 },
    ]);
    expect(nodes).toEqual([
      { name: "A", events: 7 },
      { name: "B", events: 7 },
    ]);
  });
  it("begins at places that differ and are always the same", () => {
    const places = Array.from({ length: 50 }, (_, index) => JSON.stringify(placeOnSpiral(index)));
    expect(new Set(places).size).toBe(50);
  });
});
