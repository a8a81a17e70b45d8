import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DENIAL, type Desk, keyOf, openDesk, RAID } from "./desk-store.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

async function post(path: string, body: unknown) {
  const response = await desk.app.request(`/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as { readonly reviews: unknown[] } };
}
const read = async (path: string) => (await desk.get(path)).json();
const reportsIn = async (story: string): Promise<readonly string[]> =>
  ((await read(`/stories/${story}`)) as { reports: { key: string }[] }).reports.map(({ key }) => key);

describe("one event that is two", () => {
  const raid = `${keyOf(RAID)}.raid`;

  it("is divided, listed as two and made one again", async () => {
    const told = {
      event: raid,
      first: [{ field: "phase", value: "ongoing" }],
      second: [
        { field: "type", value: "PROTEST" },
        { field: "modes", value: ["demo"] },
      ],
      reason: "a raid, and a march after it",
      reviewer: "ada",
    };
    const { body } = await post("/reviews/divide", told);
    expect(body).toMatchObject({ made: `${raid}-2` });
    const shown = (await read(`/events?reports=${keyOf(RAID)}&types=PROTEST`)) as { items: unknown[] };
    expect(shown.items).toMatchObject([{ id: `${raid}-2`, review: "edited", event: { type: "PROTEST" } }]);
    expect(await read("/events/count?types=PROTEST&values=coded")).toEqual({ events: 1 });
    expect(await read("/events/count?phases=ongoing")).toEqual({ events: 2 });
    await post("/reviews/undo", { reviewer: "ada" });
    expect((await desk.get(`/events/${raid}-2`)).status).toBe(404);
    expect(await read("/events/count?phases=ongoing")).toEqual({ events: 1 });
  });

  it("is refused with a value that does not fit, and nothing is written", async () => {
    const second = [{ field: "modes", value: ["demo"] }];
    const { body } = await post("/reviews/divide", { event: raid, second, reason: "?", reviewer: "ada" });
    expect(body).toMatchObject({ code: "K162" });
    expect((await desk.get(`/events/${raid}-2`)).status).toBe(404);
  });
});

describe("stories by hand", () => {
  const by = { reason: "one matter", reviewer: "ada" };

  it("two stories become one and two again, each with who, when and why", async () => {
    const told = { verdict: "join", story: "s-march", to: "s-raid", ...by };
    const { status, body } = await post("/reviews/stories", told);
    expect([status, body.reviews.length]).toEqual([200, 1]);
    expect(await reportsIn("s-march")).toHaveLength(3);
    expect(await read("/stories/s-raid/decisions")).toMatchObject({
      reviews: [{ verdict: "join", reviewer: "ada", reason: "one matter", value: { from: "s-march" } }],
    });
    const log = await desk.store.audit.list({}, "POST /api/v1/reviews/stories");
    expect(log.items).toMatchObject([{ who: "ada", subject: "s-raid", details: { verdict: "join" } }]);
    await post("/reviews/undo", { reviewer: "ada" });
    expect(await reportsIn("s-march")).toHaveLength(1);
    expect(await read("/stories/s-raid/decisions")).toMatchObject({ reviews: [{}, { reason: "undone" }] });
  });

  it("a report leaves its story for one of its own", async () => {
    const { body } = await post("/reviews/stories", { verdict: "leave", reports: [keyOf(DENIAL)], ...by });
    expect(body).toMatchObject({ reviews: [{ event: keyOf(DENIAL), verdict: "leave" }] });
    expect(await reportsIn("s-raid")).toEqual([keyOf(RAID)]);
    await post("/reviews/undo", { reviewer: "ada" });
    expect(await reportsIn("s-raid")).toHaveLength(2);
  });

  it.each([
    ["nothing left behind", { verdict: "leave", reports: [keyOf(RAID), keyOf(DENIAL)] }, "K164"],
    ["a report of no story", { verdict: "leave", reports: ["nowhere"] }, "K166"],
    ["no story to go to", { verdict: "join", reports: [keyOf(RAID)] }, "K140"],
  ])("refuses %s", async (_, change, code) => {
    const { status, body } = await post("/reviews/stories", { ...change, ...by });
    expect([status, body]).toMatchObject([expect.any(Number), { code }]);
    expect(status).toBeLessThan(500);
  });
});
