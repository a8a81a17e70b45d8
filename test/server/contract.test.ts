import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ApiDocument, operationsOf } from "../../src/server/house-answers.ts";
import { accountGate, createApp, openApiOf } from "../../src/server/index.ts";
import { contractOf } from "./contract.ts";
import { type Desk, openDesk } from "./desk-store.ts";

let desk: Desk;
let document: ApiDocument;
beforeAll(async () => {
  desk = await openDesk();
  document = openApiOf(desk.app, "1");
});
afterAll(() => desk.close());

/** Every method of every address, with a name that is nobody's in the address. */
const operations = () =>
  Object.entries(document.paths ?? {}).flatMap(([template, item]) =>
    operationsOf(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: template
        .replace("{format}", "csv")
        .replace("{version}", "live")
        .replace(/\{\w+\}/g, "0"),
      operation,
    })),
  );

describe("every address takes what the OpenAPI document says, and nothing else", () => {
  it("no parameter that it does not name", async () => {
    for (const { method, path } of operations()) {
      const answer = await desk.app.request(`${path}?nobodys=1`, {
        method,
        ...(method === "POST" || method === "PUT"
          ? { headers: { "content-type": "application/json" }, body: "{}" }
          : {}),
      });
      expect([method, path, answer.status]).toEqual([method, path, 400]);
    }
  });

  it("no other method, and says which it takes", async () => {
    for (const { path } of operations()) {
      const answer = await desk.app.request(path, { method: "PATCH" });
      expect([path, answer.status]).toEqual([path, 405]);
      const allowed = answer.headers.get("allow")!.split(", ");
      const known = operations().filter((one) => one.path === path);
      expect(allowed.filter((method) => method !== "HEAD").sort()).toEqual(
        [...new Set(known.map(({ method }) => method))].sort(),
      );
    }
  });

  it("no body of another kind, and none only where none is due", async () => {
    const withBody = operations().filter(({ operation }) => operation.requestBody !== undefined);
    expect(withBody.length).toBeGreaterThan(10);
    for (const { method, path, operation } of withBody) {
      expect(operation.requestBody).toMatchObject({ required: true });
      for (const sent of [{ body: "words" }, {}]) {
        const answer = await desk.app.request(path, { method, ...sent });
        expect([method, path, answer.status]).toEqual([method, path, 415]);
      }
    }
  });
});

describe("the document", () => {
  it("tells how to show who one is where one has to log in, and only there", async () => {
    const app = createApp({ ...desk.context, ...accountGate(desk.store) });
    const closed = await (await app.request("/api/v1/openapi.json")).json();
    expect(closed).toMatchObject({
      security: [{ token: [] }, { session: [] }, { ucdpToken: [] }],
      paths: { "/api/v1/session": { get: { security: [] } } },
    });
    expect(await (await desk.get("/openapi.json")).json()).not.toHaveProperty("security");
  });

  it("has no hole where a schema should be, and refers to none that is not there", () => {
    const text = JSON.stringify(document);
    const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map((match) => match[1]!);
    expect(names.length).toBeGreaterThan(100);
    expect(names.filter((name) => !(name in (document.components?.schemas ?? {})))).toEqual([]);
  });
});

describe("the contract can fail", () => {
  const json = (value: unknown, status = 200) => Response.json(value, { status });
  it.each<[string, () => Response]>([
    ["a status that is not there", () => json({ events: 1 }, 418)],
    [
      "a kind that is not there",
      () => new Response("<p>1</p>", { headers: { "content-type": "text/html" } }),
    ],
    ["a field that is not there", () => json({ events: 1, secret: true })],
    ["a value of another kind", () => json({ events: "one" })],
    ["a field that is missing", () => json({})],
  ])("by %s", async (_, answer) => {
    const check = contractOf(document);
    await check("GET", "/api/v1/events/count", json({ events: 1 }));
    await expect(check("GET", "/api/v1/events/count", answer())).rejects.toThrow("/api/v1/events/count");
  });
});
