import { describe, expect, it } from "vitest";
import { copiesOf } from "./copies.ts";

const FIRST =
  "The army of Lindau withdrew from the northern quay on Monday after a week of talks with the harbour guild, the town council said in a short statement.";
const SECOND =
  "Guild members had held the quay since the winter to protest against higher fees, and three of them were hurt when soldiers cleared the ferry landing in March.";
const THIRD =
  "Under the deal the fees stay as they are until an inquiry has heard both sides, and the guild will open the landing to the island ferry by the end of the week.";
const OTHER =
  "Farmers of the upper valley blocked the road to the dam with tractors on Tuesday and asked the regional government to pay for the fields that the flood had taken.";
const wire = [FIRST, SECOND, THIRD].join("\n");

describe("copies of one text", () => {
  it.each([
    ["the same text in other type", wire.toUpperCase()],
    ["cut", `${FIRST}\n${SECOND}`],
    [
      "a new lead",
      ["Quay is free again, council says after long talks in the old town hall.", SECOND, THIRD].join("\n"),
    ],
    [
      "words changed",
      wire.replace("withdrew", "pulled out").replace("hurt", "injured").replace("deal", "agreement"),
    ],
    ["another credit and a teaser", `${wire}\nRead also: Farmers block dam road\nSource: agencies`],
  ])("%s", (_, text) => {
    const [origin, copy] = copiesOf([
      { id: "a", text: wire, day: "2026-05-04" },
      { id: "b", text, day: "2026-05-05" },
    ]);
    expect(origin).toBeUndefined();
    expect(copy).toMatchObject({ of: 0 });
    expect(copy!.containment).toBeGreaterThanOrEqual(0.5);
  });

  it.each([
    ["another report", OTHER],
    [
      "another report that quotes one sentence",
      [OTHER, OTHER.replace("Farmers", "Growers"), FIRST.slice(0, 60)].join("\n"),
    ],
    ["a line too short to say", "The army withdrew from the northern quay."],
  ])("%s is none", (_, text) => {
    expect(
      copiesOf([
        { id: "a", text: wire },
        { id: "b", text },
      ]),
    ).toEqual([undefined, undefined]);
  });

  it("two texts of one address are versions, not copies", () => {
    const url = "https://lindau-post.example/quay";
    expect(
      copiesOf([
        { id: "a", text: wire, url },
        { id: "b", text: `${wire}\n${OTHER}`, url },
      ])[1],
    ).toBeUndefined();
  });

  it("the earlier day is the origin, without days the longer text", () => {
    const cut = `${FIRST}\n${SECOND}`;
    const dated = [
      { id: "a", text: wire, day: "2026-05-06" },
      { id: "b", text: cut, day: "2026-05-05" },
    ];
    expect(copiesOf(dated).map((copy) => copy?.of)).toEqual([1, undefined]);
    expect(
      copiesOf([
        { id: "b", text: cut },
        { id: "a", text: wire },
      ]).map((copy) => copy?.of),
    ).toEqual([1, undefined]);
  });
});
