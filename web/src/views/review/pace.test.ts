import { expect, it } from "vitest";
import { countItem, secondsAnItem } from "./pace.ts";

it("the mean of a day leaves breaks out and starts anew the next day", () => {
  const two = countItem(countItem(undefined, "2026-05-04", 8000), "2026-05-04", 9000);
  expect(secondsAnItem(two, "2026-05-04")).toBe(8.5);
  expect(secondsAnItem(countItem(two, "2026-05-04", 3_600_000), "2026-05-04")).toBe(8.5);
  expect(secondsAnItem(two, "2026-05-05")).toBeUndefined();
  expect(secondsAnItem(countItem(two, "2026-05-05", 4000), "2026-05-05")).toBe(4);
});
