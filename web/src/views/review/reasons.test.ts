import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { keyOfReason, REASONS, reasonOfKey } from "./reasons.ts";

it("the reasons of the desk are those of the program, in its order", () => {
  const rows = readFileSync("src/review/data/rejections.tsv", "utf8")
    .split("\n")
    .filter((line) => line !== "" && !line.startsWith("#"));
  expect(rows.slice(1).map((row) => row.split("\t")[0])).toEqual(REASONS);
});

it("every reason has a key of its own", () => {
  const keys = REASONS.map((_, index) => keyOfReason(index));
  expect(new Set(keys).size).toBe(REASONS.length);
  expect(keys.map(reasonOfKey)).toEqual(REASONS);
});
