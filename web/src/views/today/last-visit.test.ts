import { expect, it } from "vitest";
import { visitsAfter } from "./last-visit.ts";

it("what is new counts from the last day on which somebody looked", () => {
  const first = visitsAfter(undefined, "2026-05-04");
  expect(first.before).toBeUndefined();
  expect(visitsAfter(first, "2026-05-04").before).toBeUndefined();
  expect(visitsAfter(first, "2026-05-06").before).toBe("2026-05-04");
});
