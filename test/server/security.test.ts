import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createApp, type Running, startServer } from "../../src/server/index.ts";
import { invented } from "../helpers/invented.ts";
import { type Desk, openDesk } from "./desk-store.ts";

const SCRIPT = '<img src=x onerror=alert(1)><script>alert("stored")</script>';

let desk: Desk;
let running: Running;
let folder: string;

beforeAll(async () => {
  desk = await openDesk();
  folder = mkdtempSync(join(tmpdir(), "khaldun-desk-"));
  const built = join(folder, "web");
  mkdirSync(join(built, "assets"), { recursive: true });
  writeFileSync(join(built, "index.html"), "<!doctype html><title>Khaldun</title>");
  writeFileSync(join(built, "assets", "app.js"), "export const app = 1;");
  writeFileSync(join(built, ".secret.txt"), "TOP SECRET");
  writeFileSync(join(folder, "secret.txt"), "TOP SECRET");
  await desk.store.addCoding(
    invented({
      text: `Gunmen raided a market. ${SCRIPT}`,
      title: SCRIPT,
      outlet: SCRIPT,
      url: "javascript:alert(1)",
      events: [
        {
          id: "script",
          actor: { name: SCRIPT },
          source: { name: SCRIPT },
          place: { name: SCRIPT, country: "COD" },
        },
      ],
    }),
  );
  running = await startServer({ ...desk.context, desk: built }, { host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await running.close();
  await desk.close();
  rmSync(folder, { recursive: true, force: true });
});

describe("a script that a report holds", () => {
  it.each([
    "/events",
    "/events?format=geojson",
    "/events?format=csv",
    "/facets",
    "/places",
    "/network",
    "/names?q=script",
    "/reports?q=market",
    "/stories",
    "/changes",
    "/exports?format=jsonl&profile=internal",
    "/exports?format=w3c&profile=internal",
    `/events/${encodeURIComponent(SCRIPT)}`,
    `/events?types=${encodeURIComponent(SCRIPT)}`,
    `/${encodeURIComponent(SCRIPT)}`,
  ])("is data in %s, never a page", async (path) => {
    const answer = await desk.get(path);
    const type = answer.headers.get("content-type") ?? "";
    expect(type).not.toMatch(/html|xml|javascript/);
    expect(type).not.toBe("");
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect(answer.headers.get("content-security-policy")).toMatch(/script-src 'self'/);
    await answer.arrayBuffer();
  });

  it("is not in the pages that we do serve", async () => {
    for (const path of ["/", "/reports/x", "/api/v1/docs"]) {
      const answer = await fetch(new URL(path, running.url));
      expect(await answer.text()).not.toContain("onerror");
      expect(answer.headers.get("content-security-policy")).not.toContain("unsafe");
    }
  });
});

describe("files outside of the desk's folder", () => {
  it.each([
    "/../secret.txt",
    "/..%2fsecret.txt",
    "/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "/assets/..%5c..%5csecret.txt",
    "/%252e%252e/secret.txt",
    "/.secret.txt",
    "/assets/../.secret.txt",
    "/secret.txt%00.js",
    "//secret.txt",
    "/assets/app.js/../../../secret.txt",
  ])("%s is not given", async (path) => {
    // As it stands: fetch would tidy the dots away before it asks.
    const { request } = await import("node:http");
    const { port } = new URL(running.url);
    const text = await new Promise<string>((resolve, reject) => {
      request({ host: "127.0.0.1", port, path }, async (answer) => {
        let body = "";
        for await (const chunk of answer) body += String(chunk);
        resolve(body);
      })
        .on("error", reject)
        .end();
    });
    expect(text).not.toContain("TOP SECRET");
  });

  it("its own files are", async () => {
    const answer = await fetch(new URL("/assets/app.js", running.url));
    expect([answer.headers.get("content-type"), await answer.text()]).toEqual([
      "text/javascript; charset=utf-8",
      "export const app = 1;",
    ]);
  });
});

describe("SQL in a filter finds nothing and breaks nothing", () => {
  const INJECTIONS = [
    "'; drop table events; --",
    "x' or '1'='1",
    "COD') or true --",
    "\\'; select 1; --",
    "%",
    "_",
  ];
  const FIELDS = [
    "modes",
    "countries",
    "admin1",
    "actors",
    "recipients",
    "sources",
    "outlets",
    "stories",
    "happenings",
    "reports",
  ];

  it.each(INJECTIONS)("%s", async (words) => {
    for (const field of FIELDS) {
      const answer = await desk.get(`/events/count?${field}=${encodeURIComponent(words)}`);
      expect([field, await answer.json()]).toEqual([field, { events: 0 }]);
    }
    for (const path of ["/events?text=", "/reports?q=", "/names?q=", "/actors?q=", "/stories/", "/reports/"])
      expect((await desk.get(path + encodeURIComponent(words))).status).toBeLessThan(500);
    expect(await desk.store.count()).toBe(5);
  });
});

describe("a desk without login", () => {
  it.each<[string, Readonly<Record<string, string>>]>([
    ["a page that had its name stand for 127.0.0.1", { host: "evil.example" }],
    ["a proxy", { "x-forwarded-for": "203.0.113.9" }],
  ])("answers nothing to %s", async (_, headers) => {
    const app = createApp(desk.context);
    const answer = await app.request("/api/v1/events", { headers });
    expect([answer.status, await answer.json()]).toMatchObject([403, { code: "K156" }]);
  });

  it("lets no other site write", async () => {
    const answer = await desk.app.request("/api/v1/searches", {
      method: "POST",
      headers: { "content-type": "text/plain", origin: "https://evil.example" },
      body: JSON.stringify({ name: "x", filter: {} }),
    });
    expect(answer.status).toBe(403);
    expect(await desk.store.searches.list()).toEqual([]);
  });
});
