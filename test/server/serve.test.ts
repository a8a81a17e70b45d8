import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { accountGate, isLocal } from "../../src/server/access/gate.ts";
import { dataFolder } from "../../src/server/folders.ts";
import { createDoor, type Running, startDesk, startServer } from "../../src/server/index.ts";
import { fail } from "../../src/text/errors.ts";
import { type Desk, openDesk } from "./desk-store.ts";

let desk: Desk;
let running: Running;
const folder = mkdtempSync(join(tmpdir(), "khaldun-desk-"));
const LONG = "export const words = 1;\n".repeat(500);
beforeAll(async () => {
  writeFileSync(join(folder, "index.html"), "<!doctype html><title>desk</title>");
  writeFileSync(join(folder, "app.js"), LONG);
  desk = await openDesk();
  running = await startServer({ ...desk.context, desk: folder }, { host: "127.0.0.1", port: 0 });
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

describe("the server", () => {
  it("answers on the address that it says", async () => {
    expect(running.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect(await (await fetch(running.url)).text()).toContain("<title>desk</title>");
    expect(await (await fetch(`${running.url}api/v1/events/count`)).json()).toEqual({ events: 4 });
  });

  it("packs what is long, and knows it again", async () => {
    const first = await fetch(`${running.url}app.js`, { headers: { "accept-encoding": "gzip" } });
    expect([first.headers.get("content-encoding"), await first.text()]).toEqual(["gzip", LONG]);
    const tag = first.headers.get("etag")!;
    expect((await fetch(`${running.url}app.js`, { headers: { "if-none-match": tag } })).status).toBe(304);
  });

  it("does not follow a path out of its folder", async () => {
    const { hostname, port } = new URL(running.url);
    // A browser would tidy the path before it sends it.
    const { request } = await import("node:http");
    const status = await new Promise((resolve) =>
      request({ hostname, port, path: "/../../../../etc/hosts.txt" }, (answer) => {
        answer.resume();
        resolve(answer.statusCode);
      }).end(),
    );
    expect(status).toBe(404);
  });

  it("takes a request without a body from its own page", async () => {
    const headers = { origin: new URL(running.url).origin };
    const remove = await fetch(`${running.url}api/v1/searches/none`, { method: "DELETE", headers });
    expect(remove.status).toBe(404);
    const stop = await fetch(`${running.url}api/v1/imports/1/stop`, { method: "POST", headers });
    expect(stop.status).toBe(404);
  });

  it("says that a port is taken", async () => {
    const port = Number(new URL(running.url).port);
    await expect(startServer(desk.context, { host: "127.0.0.1", port })).rejects.toMatchObject({
      code: "K143",
    });
  });

  it("ends though somebody still listens", async () => {
    const { run } = await desk.context.imports.add({ files: [], addresses: ["http://10.0.0.1/"] });
    const stream = await fetch(`${running.url}api/v1/imports/${run}/progress`);
    await running.close();
    await stream.text().catch(() => undefined);
    await expect(fetch(running.url)).rejects.toThrow();
  });
});

describe("a store in trouble", () => {
  const WHERE = "/home/ada/newsroom";
  const THROUGH: readonly Readonly<Record<string, string>>[] = [
    { "x-forwarded-for": "203.0.113.9" },
    { "x-forwarded-proto": "https" },
    { "x-real-ip": "203.0.113.9" },
  ];

  it("says where it lies to who sits at this machine, and to nobody behind a proxy", async () => {
    const away = fail("K505", { location: WHERE, reason: "no such database" });
    const door = createDoor({
      location: WHERE,
      isLocal: true,
      migrating: "ask",
      open: () => Promise.reject(away),
    });
    const waiting = await startDesk(door, { host: "127.0.0.1", port: 0 });
    try {
      await door.tried;
      const address = `${waiting.url}api/v1/events`;
      expect(await (await fetch(address)).json()).toMatchObject({ code: "K505", detail: away.message });
      for (const headers of THROUGH) {
        const answer = await fetch(address, { headers });
        const words = await answer.text();
        expect([answer.status, JSON.parse(words)]).toMatchObject([503, { code: "K171" }]);
        expect(words).not.toContain(WHERE);
      }
    } finally {
      await waiting.close();
    }
  });

  it("that was open a moment ago neither", async () => {
    const broken = await openDesk({}, accountGate);
    const { location } = broken.store;
    await broken.close();
    const ask = (remoteAddress: string, headers = {}) =>
      broken.app.request(
        "/api/v1/session",
        { headers: { authorization: "Bearer khaldun_x", ...headers } },
        { incoming: { socket: { remoteAddress } } },
      );
    expect(await (await ask("127.0.0.1")).text()).toContain(location);
    for (const answer of [await ask("127.0.0.1", THROUGH[0]), await ask("203.0.113.9")]) {
      const words = await answer.text();
      expect([answer.status, JSON.parse(words)]).toMatchObject([503, { code: "K171" }]);
      expect(words).not.toContain(location);
    }
  });
});

it.each([
  ["127.0.0.1", true],
  ["127.3.2.1", true],
  ["localhost", true],
  ["::1", true],
  ["0.0.0.0", false],
  ["192.168.1.4", false],
  ["127.0.0.1.example.org", false],
])("%s is this machine's alone: %s", (host, own) => expect(isLocal(host)).toBe(own));

it.each([
  [{ KHALDUN_HOME: "/k" }, "linux", "/k"],
  [{ XDG_DATA_HOME: "/d" }, "linux", "/d/khaldun"],
] as const)("the data folder of %o", (env, platform, wanted) =>
  expect(dataFolder(env, platform)).toBe(wanted),
);
