import { expect, it } from "vitest";
import { stemOf } from "./stem.ts";

it.each([
  ["attack", "attacks", "attacker"],
  ["explode", "exploding", "explodes"],
  ["resign", "resignation", "resigned"],
  ["die", "death"],
  ["kill", "killing", "killer"],
  ["agreement", "agree", "agreed"],
  ["pass", "passed"],
])("%s and its family have one stem", (...family) => {
  expect(new Set(family.map(stemOf)).size).toBe(1);
});

it.each([
  ["arm", "army"],
  ["war", "warn"],
  ["party", "part"],
])("%s and %s have two", (one, other) => {
  expect(stemOf(one)).not.toBe(stemOf(other));
});
