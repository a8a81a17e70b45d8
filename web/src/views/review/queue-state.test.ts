import { describe, expect, it } from "vitest";
import type { QueueItem } from "../../api/reviews.ts";
import { correctionsOf, OPENED, queueStep } from "./queue-state.ts";

const accept = { event: "a", verdict: "accept" } as const;
const edit = (value: unknown) => ({ event: "a", verdict: "edit", field: "type", value }) as const;

describe("going through a queue", () => {
  it("a verdict on the whole goes on, a correction stays", () => {
    expect(queueStep(OPENED, { kind: "decided", verdict: accept, goOn: true }).at).toBe(1);
    expect(queueStep(OPENED, { kind: "decided", verdict: edit("AID"), goOn: false }).at).toBe(0);
  });
  it("later and back stay within the queue and its end", () => {
    const end = queueStep({ ...OPENED, at: 2 }, { kind: "moved", by: 1, length: 2 });
    expect(end.at).toBe(2);
    expect(queueStep(OPENED, { kind: "moved", by: -1, length: 2 }).at).toBe(0);
  });
  it("taking back leads to the event and forgets the newest verdict only", () => {
    const corrected = queueStep(OPENED, { kind: "decided", verdict: edit("AID"), goOn: false });
    const accepted = queueStep(corrected, { kind: "decided", verdict: accept, goOn: true });
    const back = queueStep(accepted, { kind: "taken-back", event: "a", at: 0 });
    expect(back).toMatchObject({ at: 0, done: { a: [edit("AID")] } });
    expect(queueStep(back, { kind: "taken-back", event: "a", at: 0 }).done).toEqual({});
  });
  it("an event from before comes first", () => {
    const item = { event: { id: "old" }, blind: false } as QueueItem;
    expect(queueStep({ ...OPENED, at: 4 }, { kind: "recalled", item })).toMatchObject({
      at: 0,
      recalled: [item],
    });
  });
});

it("the newest value of a field counts", () => {
  expect([...correctionsOf([edit("AID"), accept, edit("AGREE")])]).toEqual([["type", "AGREE"]]);
});
