import { describe, expect, it } from "vitest";
import {
  acknowledge,
  comeBack,
  type Decision,
  decide,
  EMPTY_OUTBOX,
  handOver,
  nextToSend,
  type Outbox,
  pauseBefore,
  readOutbox,
  refuse,
  takeBack,
} from "./outbox.ts";

const accept = (key: string): Decision => ({
  key,
  kind: "review",
  review: { event: `e-${key}`, verdict: "accept" },
});
const boxOf = (...keys: readonly string[]): Outbox =>
  keys.reduce((box, key) => decide(box, accept(key)), EMPTY_OUTBOX);
const waiting = (box: Outbox) => box.waiting.map(({ key }) => key);

describe("decisions on their way", () => {
  it("leave in the order in which they were made, one at a time", () => {
    const box = boxOf("1", "2");
    expect(nextToSend(box)?.key).toBe("1");
    expect(nextToSend(handOver(box, "1"))).toBeUndefined();
    expect(nextToSend(acknowledge(handOver(box, "1"), "1"))?.key).toBe("2");
  });
  it("stay until the server has them", () => {
    const box = comeBack(handOver(boxOf("1", "2"), "1"));
    expect(waiting(box)).toEqual(["1", "2"]);
    expect(nextToSend(box)?.key).toBe("1");
  });
  it("are shown with the reason if the server refuses them, and the rest goes on", () => {
    const box = refuse(handOver(boxOf("1", "2"), "1"), "1", { detail: "there is no such event" });
    expect(box.refused).toEqual([{ decision: accept("1"), why: "there is no such event" }]);
    expect(nextToSend(box)?.key).toBe("2");
  });
  it("survive the closing of the page, even one that was being sent", () => {
    const kept = JSON.stringify(handOver(boxOf("1", "2"), "1"));
    expect(waiting(readOutbox(kept))).toEqual(["1", "2"]);
    expect(nextToSend(readOutbox(kept))?.key).toBe("1");
  });
  it.each([[null], ["no JSON"], ["{}"], ["null"]])("start anew from %s", (kept) => {
    expect(readOutbox(kept)).toEqual(EMPTY_OUTBOX);
  });
});

describe("taking back", () => {
  it("takes out what never left", () => {
    const { box, taken } = takeBack(boxOf("1", "2"), "u");
    expect(taken?.key).toBe("2");
    expect(waiting(box)).toEqual(["1"]);
  });
  it("sends an undo after what is on its way", () => {
    const { box, taken } = takeBack(handOver(boxOf("1"), "1"), "u");
    expect(taken).toBeUndefined();
    expect(box.waiting.at(-1)).toEqual({ key: "u", kind: "undo" });
  });
  it("goes as deep as the server remembers", () => {
    const once = takeBack(EMPTY_OUTBOX, "u1").box;
    expect(waiting(takeBack(once, "u2").box)).toEqual(["u1", "u2"]);
  });
});

it("tries wait longer each time, never longer than half a minute", () => {
  expect([1, 2, 3, 20].map(pauseBefore)).toEqual([1000, 2000, 4000, 30_000]);
});
