import { expect, it } from "vitest";
import { parseSearch, writeSearch } from "../search.ts";
import { partsOf, stateOf } from "./searches.ts";

it.each([
  "?types=PROTEST&types=ASSAULT&from=2026-05-01&confidence=0.5&text=a+%22b+c%22&columns=acled&hide=iso&hide=notes",
  "?countries=MLI&order=oldest",
  "?reviewed=accepted",
  "",
])("a view is the same after it was saved: %s", (address) => {
  expect(writeSearch(stateOf(partsOf(parseSearch(address))))).toBe(address);
});

it("the filter is one that the server takes: lists, words and a number", () => {
  expect(partsOf(parseSearch("?types=PROTEST&text=Goma&confidence=0.5&order=oldest"))).toEqual({
    filter: { types: ["PROTEST"], text: "Goma", confidence: 0.5 },
    view: "order=oldest",
  });
});
