import { describe, expect, it } from "vitest";
import { invented } from "../../../../test/helpers/invented.ts";
import { digitsIn, setFigure, setNothing, setParty, setPlace, setSource, setTime } from "./edits.ts";

const TEXT = "Rebels raided the post, the army said.";
const [event] = invented({ text: TEXT, events: [{ id: "e", source: { name: "the army" } }] }).events;
const quote = { start: 0, end: 6, text: "Rebels" };

describe("words that were selected", () => {
  it("become the only party of their side", () => {
    expect(setParty("r.e", "actors", quote)).toEqual({
      event: "r.e",
      verdict: "edit",
      field: "actors",
      value: [{ quote }],
    });
  });
  it("become the source and leave what it does", () => {
    const [value] = setSource("r.e", event!, quote).value as readonly Record<string, unknown>[];
    expect(value).toMatchObject({ source: { quote }, stance: event!.attributions[0]!.stance });
  });
  it("take the place of a figure of the same kind only", () => {
    const figures = [
      { kind: "dead", min: 1, max: 1, approximate: false, quote },
      { kind: "injured", min: 3, max: 3, approximate: false, quote },
    ] as const;
    const { value } = setFigure(
      "r.e",
      { ...event!, quantities: figures },
      { kind: "dead", min: 8, max: null },
      quote,
    );
    expect(value).toEqual([figures[1], { kind: "dead", min: 8, max: null, quote }]);
  });
});

describe("a form", () => {
  it("takes one day as from and to", () => {
    const { value } = setTime("r.e", { from: "2026-05-04", to: "", precision: "day" }, undefined);
    expect(value).toEqual({ from: "2026-05-04", to: "2026-05-04", precision: "day" });
  });
  it("leaves out a country that is not known", () => {
    expect(setPlace("r.e", { name: "Menaka", kind: "town", country: "" }, quote).value).toEqual({
      name: "Menaka",
      kind: "town",
      quote,
    });
  });
});

it("nothing said is an empty list, or no place and no time", () => {
  expect([setNothing("e", "actors").value, setNothing("e", "time").value]).toEqual([[], null]);
});
it.each([
  ["at least 1,200 people", 1200],
  ["1 500", 1500],
  ["12 to 15", 12],
  ["dozens", undefined],
])("the digits in “%s” are %s", (words, expected) => {
  expect(digitsIn(words)).toBe(expected);
});
