import { expect, it } from "vitest";
import type { ClaimCell } from "../../../../src/record/side-by-side.ts";
import { modalShare } from "./modal-share.ts";

const says = (value: string, stance: ClaimCell["stance"] = "asserts") => ({ value, stance }) as ClaimCell;

it("counts those who say what most say among those who speak of it; a denial says something else", () => {
  expect(modalShare({ cells: [says("8"), null, says("23"), says("8")] })).toEqual({ same: 2, of: 3 });
  expect(modalShare({ cells: [says("ASSAULT"), says("ASSAULT", "denies")] })).toEqual({ same: 1, of: 2 });
});

it("has nothing to count where one or nobody speaks", () => {
  expect(modalShare({ cells: [says("8"), null] })).toBeUndefined();
  expect(modalShare({ cells: [null] })).toBeUndefined();
});
