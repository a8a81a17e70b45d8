import { describe, expect, it } from "vitest";
import { parseSearch, toggle, writeSearch } from "./search.ts";

describe("state in the address", () => {
  it.each(["", "?types=ASSAULT", "?types=ASSAULT&types=PROTEST&text=%22peace+talks%22"])(
    "%s stays what it was",
    (query) => expect(writeSearch(parseSearch(query))).toBe(query),
  );

  it("puts a value into a list and takes it out again", () => {
    const one = toggle({}, "types", "ASSAULT");
    const two = toggle(one, "types", "PROTEST");
    expect(writeSearch(two)).toBe("?types=ASSAULT&types=PROTEST");
    expect(writeSearch(toggle(toggle(two, "types", "ASSAULT"), "types", "PROTEST"))).toBe("");
  });
});
