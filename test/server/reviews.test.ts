import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, keyOf, MARCH, openDesk, RAID } from "./desk-store.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

const RAIDED = `${keyOf(RAID)}.raid`;
const MARCHED = `${keyOf(MARCH)}.march`;
const TEXT = RAID.report.text;

async function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}) {
  const response = await desk.app.request(`/api/v1${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: (await response.json()) as never };
}
async function read<Answer>(path: string): Promise<Answer> {
  const response = await desk.get(path);
  expect([path, response.status]).toEqual([path, 200]);
  return (await response.json()) as Answer;
}
async function undoAll(...reviewers: readonly string[]): Promise<void> {
  for (const reviewer of reviewers)
    while (((await post("/reviews/undo", { reviewer })).body as { reviews: unknown[] }).reviews.length > 0);
}
interface Queue {
  readonly items: readonly {
    readonly event: { readonly id: string; readonly review: string };
    readonly blind: boolean;
  }[];
  readonly waiting: number;
}

describe("judging", () => {
  it("goes from the queue to a state, and back", async () => {
    const before = await read<Queue>("/reviews/queue?order=uncertain&reviewer=ada&types=ASSAULT");
    expect(before).toMatchObject({ items: [{ event: { id: RAIDED }, blind: false }], waiting: 1 });
    const told = { event: RAIDED, verdict: "accept", queue: "uncertain", reviewer: "ada" };
    expect(await post("/reviews", told)).toMatchObject({ status: 200, body: { reviews: [told] } });
    expect(await read("/reviews/queue?reviewer=ada&types=ASSAULT")).toMatchObject({ items: [], waiting: 0 });
    expect(await read(`/events/${RAIDED}`)).toMatchObject({ review: "accepted" });
    await undoAll("ada");
    expect(await read(`/events/${RAIDED}`)).toMatchObject({ review: "unreviewed" });
    expect(await read("/reviews/mine?reviewer=ada&size=1")).toMatchObject({
      items: [{ reason: "undone" }],
    });
  });

  it("shows in lists and tables what was corrected, as an export does, and what was coded if asked", async () => {
    const told = { event: RAIDED, reviewer: "ada", verdict: "edit", field: "type", value: "COERCE" };
    await post("/reviews", [told, { ...told, field: "modes", value: ["seize"] }]);
    const typeIn = async (query: string) =>
      (await read<{ items: { id: string; event: { type: string } }[] }>(`/events?${query}`)).items.find(
        ({ id }) => id === RAIDED,
      )?.event.type;
    expect([await typeIn("types=COERCE"), await typeIn("types=ASSAULT&values=coded")]).toEqual([
      "COERCE",
      "ASSAULT",
    ]);
    expect([await typeIn("types=ASSAULT"), await typeIn("types=COERCE&values=coded")]).toEqual([
      undefined,
      undefined,
    ]);
    const table = await read<{
      columns: { name: string }[];
      items: { stored: { id: string }; cells: unknown[] }[];
    }>("/tables/polecat?types=COERCE");
    const column = table.columns.findIndex(({ name }) => name === "Event Type");
    expect(table.items.find(({ stored }) => stored.id === RAIDED)?.cells[column]).toBe("COERCE");
    await undoAll("ada");
  });

  it("takes selected words and corrects in one go; one undo takes it back", async () => {
    const start = TEXT.indexOf("market");
    const quote = { start, end: start + 6, text: "market" };
    const by = { event: RAIDED, reviewer: "ada" };
    await post("/reviews", [
      { ...by, verdict: "edit", field: "type", value: "COERCE" },
      { ...by, verdict: "edit", field: "modes", value: ["seize"] },
      {
        ...by,
        verdict: "edit",
        field: "place",
        value: { quote, name: "Virunga market", kind: "site", country: "COD" },
      },
      { ...by, verdict: "accept" },
    ]);
    expect(await read(`/reviews?event=${RAIDED}`)).toMatchObject({
      state: "edited",
      event: { type: "COERCE", place: { name: "Virunga market", basis: "assigned", quotes: [quote] } },
      changes: [{ field: "type", was: "ASSAULT" }, { field: "modes" }, { field: "place", reviewer: "ada" }],
      codings: [{ reviewer: "ada" }],
    });
    expect((await post("/reviews/undo", { reviewer: "ada" })).body).toMatchObject({
      reviews: [{ verdict: "accept" }],
    });
    expect(await read(`/reviews?event=${RAIDED}`)).toMatchObject({ state: "unreviewed", changes: [] });
  });

  it("is done once under one name, however often it is sent", async () => {
    const told = { event: RAIDED, verdict: "comment", reason: "who?", reviewer: "ada" };
    const first = await post("/reviews", told, { "idempotency-key": "k1" });
    expect(await post("/reviews", told, { "idempotency-key": "k1" })).toEqual(first);
    await undoAll("ada");
  });

  it.each([
    ["no reason of the list", { verdict: "reject", reason: "boring" }, 422, "K163"],
    ["a value of another field", { verdict: "edit", field: "time", value: "Sunday" }, 422, "K162"],
    ["a mode of another type", { verdict: "edit", field: "modes", value: ["demo"] }, 422, "K162"],
    ["an edit of nothing", { verdict: "edit", value: 1 }, 422, "K162"],
    [
      "words that stand elsewhere",
      { verdict: "edit", field: "actors", value: [{ quote: { start: 0, end: 3, text: "Army" } }] },
      422,
      "K161",
    ],
    ["a field that is none", { verdict: "accept", field: "weather" }, 400, "K140"],
    ["an event that is none", { event: "x.y", verdict: "accept" }, 404, "K509"],
  ])("refuses %s", async (_, review, status, code) => {
    const answered = await post("/reviews", { event: RAIDED, reviewer: "ada", ...review });
    expect(answered).toMatchObject({ status, body: { code } });
  });

  it("lists the reasons for a rejection", async () => {
    const { reasons } = await read<{ reasons: { code: string }[] }>("/reviews/reasons");
    expect(reasons.map(({ code }) => code)).toContain("duplicate");
  });
});

describe("a second coder", () => {
  it("does not see what the first one said, until both are settled by a third", async () => {
    await post("/reviews", { event: RAIDED, verdict: "accept", reviewer: "ada" });
    const second = await read<Queue>("/reviews/queue?order=second&reviewer=bo");
    expect(second.items).toMatchObject([{ event: { id: RAIDED, review: "unreviewed" }, blind: true }]);
    expect(await read(`/reviews?event=${RAIDED}&reviewer=bo&blind=true`)).toMatchObject({
      reviews: [],
      codings: [],
      state: "unreviewed",
    });
    await post("/reviews", {
      event: RAIDED,
      verdict: "edit",
      field: "type",
      value: "COERCE",
      reviewer: "ada",
    });
    // A filter would tell it as well.
    const filtered = async (filter: string) =>
      (await read<Queue>(`/reviews/queue?order=second&reviewer=bo&${filter}`)).items.length;
    expect(await Promise.all(["types=ASSAULT", "types=COERCE"].map(filtered))).toEqual([1, 0]);
    expect(await Promise.all(["reviewed=unreviewed", "reviewed=edited"].map(filtered))).toEqual([1, 0]);
    await post("/reviews/undo", { reviewer: "ada" });
    await post("/reviews", { event: RAIDED, verdict: "reject", reason: "metaphor", reviewer: "bo" });
    expect(await read(`/reviews?event=${RAIDED}&reviewer=bo&blind=true`)).toMatchObject({
      codings: [{}, {}],
    });

    expect(await read("/reviews/queue?order=disagreement&reviewer=cy")).toMatchObject({
      items: [{ codings: [{ reviewer: "ada" }, { reviewer: "bo" }], differences: [{ name: "event" }] }],
    });
    const settled = await post("/reviews/adjudicate", { event: RAIDED, take: "bo", reviewer: "cy" });
    expect(settled.body).toMatchObject({
      reviews: [{ adjudicates: true, reviewer: "cy", reason: "metaphor" }],
    });
    expect(await read(`/events/${RAIDED}`)).toMatchObject({ review: "rejected" });
    expect(await read("/reviews/queue?order=disagreement&reviewer=cy")).toMatchObject({ items: [] });
    await undoAll("cy", "bo", "ada");
  });

  it("cannot be adjudicated alone", async () => {
    await post("/reviews", { event: RAIDED, verdict: "accept", reviewer: "ada" });
    const answered = await post("/reviews/adjudicate", { event: RAIDED, take: "ada" });
    expect(answered).toMatchObject({ status: 409, body: { code: "K164" } });
    await undoAll("ada");
  });
});

describe("what reviews are good for", () => {
  beforeAll(async () => {
    for (const reviewer of ["ada", "bo"]) {
      await post("/reviews", { event: RAIDED, verdict: "accept", reviewer, queue: "random" });
      const verdict = reviewer === "ada" ? { verdict: "accept" } : { verdict: "reject", reason: "duplicate" };
      await post("/reviews", { event: MARCHED, ...verdict, reviewer });
    }
  });
  afterAll(() => undoAll("ada", "bo"));

  it("agreement by field and pair, with how many events", async () => {
    const found = await read<{ fields: { field: string }[] }>("/reviews/agreement");
    expect(found).toMatchObject({
      events: 2,
      coders: [
        { coder: "ada", events: 2 },
        { coder: "bo", events: 2 },
      ],
      pairs: [{ coders: ["ada", "bo"], events: 2 }],
      seed: 1,
    });
    // Yes and yes, yes and no: 2 of 4 pairs differ, and 2 x 3 x 1 / 3 = 2 would by chance.
    expect(found.fields[0]).toMatchObject({
      field: "event",
      alpha: expect.closeTo(0, 10),
      units: 2,
      same: 1,
    });
    expect(found.fields.find(({ field }) => field === "type")).not.toHaveProperty("alpha");
  });

  it("an evaluation whose shares say of what, of all reviews or of the random sample", async () => {
    const all = await read<{ outcomes: unknown[] }>("/reviews/evaluation");
    expect(all).toMatchObject({
      events: 2,
      rejections: [{ reason: "duplicate", share: { count: 1, of: 1 } }],
    });
    expect(all.outcomes[0]).toMatchObject({ field: "event", by: "all", accepted: { count: 1, of: 2 } });
    expect(await read("/reviews/evaluation?queue=random")).toMatchObject({ events: 1, queue: "random" });
  });

  it("training data, a line a report, without texts and names of reviewers", async () => {
    const response = await desk.get("/reviews/export");
    expect(response.headers.get("content-type")).toContain("x-ndjson");
    const body = await response.text();
    const lines = body
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as { events: unknown[]; rejected: unknown[] });
    expect(lines.map(({ events, rejected }) => [events.length, rejected.length]).sort()).toEqual([
      [0, 1],
      [1, 0],
    ]);
    expect(body).not.toMatch(/"(?:ada|bo)"/);
    expect(lines.every((line) => !("text" in line))).toBe(true);
    expect(await (await desk.get("/reviews/export?texts=true")).text()).toContain("Rebels raided a market");
  });
});

describe("merging and splitting", () => {
  it("moves events between happenings of a story, with a reason, and back", async () => {
    const siege = `${keyOf(RAID)}.siege`;
    const merged = await post("/reviews/relink", {
      verdict: "merge",
      events: [siege],
      to: "h-raid",
      reason: "one operation",
      reviewer: "ada",
    });
    expect(merged).toMatchObject({ status: 200, body: { reviews: [{ verdict: "merge", event: siege }] } });
    expect(await read(`/events/${siege}`)).toMatchObject({ happening: "h-raid" });
    await undoAll("ada");
    expect(await read(`/events/${siege}`)).not.toHaveProperty("happening");
  });

  it("refuses what would tear a happening over two stories", async () => {
    const change = { verdict: "merge", events: [MARCHED], to: "h-raid", reason: "?" };
    expect(await post("/reviews/relink", change)).toMatchObject({ status: 409, body: { code: "K164" } });
  });
});

it("who may only read may not judge", async () => {
  const { createApp } = await import("../../src/server/index.ts");
  const app = createApp({ ...desk.context, mayDo: (_, action) => action === "read" });
  for (const [path, body] of [
    ["/reviews", { event: RAIDED, verdict: "accept" }],
    ["/reviews/undo", {}],
    ["/reviews/adjudicate", { event: RAIDED }],
    ["/reviews/relink", { verdict: "split", events: [RAIDED], reason: "?" }],
  ] as const) {
    const response = await app.request(`/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    expect([path, response.status]).toEqual([path, 403]);
  }
});
