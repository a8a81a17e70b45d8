import { describe, expect, it } from "vitest";
import type { Event } from "../../../../src/record/event.ts";
import { divisionOf, type Side } from "./divide.ts";

const event = {
  type: "ASSAULT",
  actors: ["army", "police"],
  recipients: ["marchers"],
  quantities: ["4 dead", "10 arrested"],
} as unknown as Event;
const sides =
  (given: Readonly<Record<string, Side>>) =>
  (choice: string): Side =>
    given[choice] ?? "both";

describe("an event that is two", () => {
  it("leaves each side what belongs to it, and to both what nobody told apart", () => {
    const apart = sides({
      "actors-0": "first",
      "actors-1": "second",
      "quantities-0": "first",
      "quantities-1": "second",
    });
    expect(divisionOf(event, "COERCE", apart)).toEqual({
      first: [
        { field: "actors", value: ["army"] },
        { field: "quantities", value: ["4 dead"] },
      ],
      second: [
        { field: "type", value: "COERCE" },
        { field: "actors", value: ["police"] },
        { field: "quantities", value: ["10 arrested"] },
      ],
    });
  });
  it("may differ by its type alone", () => {
    expect(divisionOf(event, "COERCE", sides({}))).toEqual({
      first: [],
      second: [{ field: "type", value: "COERCE" }],
    });
  });
  it("is none if the second is what was coded", () => {
    expect(divisionOf(event, "ASSAULT", sides({}))).toBeUndefined();
    expect(divisionOf(event, "ASSAULT", sides({ "actors-0": "second" }))).toBeUndefined();
  });
});
