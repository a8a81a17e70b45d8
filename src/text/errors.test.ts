import { describe, expect, it } from "vitest";
import { CATALOGUE } from "./error-catalogue.ts";
import { describe as describeError, type ErrorCode, fail } from "./errors.ts";

describe("error catalogue", () => {
  it.each(Object.keys(CATALOGUE) as ErrorCode[])("%s has a message and a cure", (code) => {
    expect(code).toMatch(/^K\d{3}$/);
    expect(CATALOGUE[code].message.length).toBeGreaterThan(10);
    expect(CATALOGUE[code].cure.length).toBeGreaterThan(10);
  });

  it("fills in what was seen", () => {
    expect(describeError(fail("K102", { file: "a.txt" }))).toBe(
      "[K102] a.txt is empty - give a file with the text of a report",
    );
  });

  it("keeps the cause", () => {
    const cause = new Error("disk");
    expect(fail("K101", { file: "a", reason: "disk" }, cause).cause).toBe(cause);
  });
});
