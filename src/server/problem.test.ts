import { expect, it } from "vitest";
import { statusOf } from "./problem.ts";

it.each(["K177", "K502", "K505", "K510", "K517"] as const)(
  "%s passes once there is room or the store is back: it is 503, so that the desk keeps a decision and sends it again",
  (code) => expect(statusOf(code)).toBe(503),
);
