import { expect, it } from "vitest";
import { loadCountries } from "./countries.ts";
import { knownNames } from "./known-names.ts";

it.each([
  ["US", "state"],
  ["North Korea", "state"],
  ["Israelis", "origin"],
  ["French", undefined],
  ["us", undefined],
  ["Samsung", undefined],
])("%s is known as %s", (name, kind) => {
  expect(knownNames(loadCountries())(name)).toBe(kind);
});
