import { expect, it } from "vitest";
import { visitsAfter } from "./last-visit.ts";

const MINUTE = 60_000;

it("what is new counts from the last look of the visit before, however long this one lasts", () => {
  const first = visitsAfter(undefined, 0);
  expect(first.before).toBeUndefined();
  const later = visitsAfter(visitsAfter(first, 50 * MINUTE), 100 * MINUTE);
  expect(later.before).toBeUndefined();
  const next = visitsAfter(later, 200 * MINUTE);
  expect(next.before).toBe(100 * MINUTE);
  expect(visitsAfter(next, 230 * MINUTE).before).toBe(100 * MINUTE);
});
