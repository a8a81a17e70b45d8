import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Desk, openDesk } from "./desk-store.ts";

let desk: Desk;
beforeAll(async () => {
  desk = await openDesk();
});
afterAll(() => desk.close());

interface Listed {
  readonly items: readonly { readonly id: string; readonly event: { readonly type: string } }[];
  readonly next?: string;
}
const typesOf = async (path: string): Promise<readonly string[]> =>
  ((await (await desk.get(path)).json()) as Listed).items.map(({ event }) => event.type);

describe("GET /events", () => {
  it.each([
    ["", ["ASSAULT", "PROTEST", "COERCE", "REJECT"]],
    ["?types=ASSAULT,PROTEST", ["ASSAULT", "PROTEST"]],
    ["?types=ASSAULT&types=COERCE", ["ASSAULT", "COERCE"]],
    ["?actors=COD%20REB&from=2026-05-01", ["ASSAULT"]],
    ["?outlets=Hill%20Post", ["REJECT"]],
    ["?voices=one-party", ["ASSAULT"]],
    ["?confidence=0.85", ["ASSAULT"]],
    ["?text=market%20-denied", ["ASSAULT", "COERCE"]],
  ])("%s", async (query, types) => expect(await typesOf(`/events${query}`)).toEqual(types));

  it("goes on where the page before ended, to the last", async () => {
    const seen: string[] = [];
    let after = "";
    do {
      const page = (await (await desk.get(`/events?size=1&order=oldest${after}`)).json()) as Listed;
      seen.push(...page.items.map(({ event }) => event.type));
      after = page.next === undefined ? "" : `&after=${page.next}`;
    } while (after !== "");
    expect(seen).toEqual(["REJECT", "COERCE", "PROTEST", "ASSAULT"]);
  });

  it("counts all that fit beside a page if it is asked to", async () => {
    const page = (await (await desk.get("/events?size=1&with_total=true")).json()) as Listed;
    expect([page.items.length, page]).toMatchObject([1, { total: 4 }]);
    expect(await (await desk.get("/events?size=1")).json()).not.toHaveProperty("total");
  });

  it("counts what it lists", async () =>
    expect(await (await desk.get("/events/count?countries=COD")).json()).toEqual({ events: 2 }));

  it("gives one with its report, and 404 for none", async () => {
    const [first] = ((await (await desk.get("/events?size=1")).json()) as Listed).items;
    const whole = (await (await desk.get(`/events/${first!.id}`)).json()) as { whole: { text: string } };
    expect(whole.whole.text).toContain("raided a market");
    const none = await desk.get("/events/nobody.1");
    expect([none.status, await none.json()]).toMatchObject([404, { code: "K141" }]);
  });
});

describe("what does not fit is a problem that lists what would", () => {
  it.each([
    ["?types=WAR", "types", "ASSAULT"],
    ["?size=0", "size", "1 or more"],
    ["?colour=red", "colour", "types"],
    ["?from=May", "from", "a day as YYYY-MM-DD"],
    ["?order=best", "order", "newest"],
  ])("%s", async (query, where, allowed) => {
    const response = await desk.get(`/events${query}`);
    expect(response.status).toBe(400);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
    const problem = (await response.json()) as {
      code: string;
      allowed: string[];
      errors: { where: string }[];
    };
    expect(problem.code).toBe("K140");
    expect(problem.errors[0]!.where.split(".")[0]).toBe(where);
    expect(problem.allowed).toContain(allowed);
  });

  it("says what was seen, of a value among others too", async () => {
    const detail = async (path: string) =>
      ((await (await desk.get(path)).json()) as { detail: string }).detail;
    expect(await detail("/events?types=AID,WAR")).toContain('types.1 is "AID,WAR"; allowed: AGREE');
    expect(await detail("/events?outlets=Hill%20Post&outlets=")).toContain("no value may be blank");
    expect(await detail("/tables/xml")).toContain('format is "xml"; allowed: csv');
    expect(await detail("/events?as_of=May")).toContain("an instant as 2026-05-06T12:00:00Z");
  });

  it("a cursor of nobody's", async () =>
    expect(await (await desk.get("/events?after=x")).json()).toMatchObject({ status: 422, code: "K508" }));

  it("an address that is none", async () =>
    expect(await (await desk.get("/weather")).json()).toMatchObject({ status: 404, code: "K148" }));
});

describe("an answer that did not change is not sent again", () => {
  it("304 for its own ETag, 200 for another", async () => {
    const first = await desk.get("/events");
    const tag = first.headers.get("etag")!;
    const again = await desk.get("/events", { "if-none-match": `"other", W/${tag}` });
    expect([again.status, await again.text(), again.headers.get("etag")]).toEqual([304, "", tag]);
    expect((await desk.get("/events?size=1", { "if-none-match": tag })).status).toBe(200);
    expect((await desk.get("/events", { "if-none-match": "*" })).status).toBe(304);
  });
});

it("every answer forbids scripts from elsewhere and inline", async () => {
  for (const path of ["/events", "/events?size=0", "/nowhere"]) {
    const policy = (await desk.get(path)).headers.get("content-security-policy")!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
  }
});
