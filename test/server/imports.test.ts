import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askFeeds } from "../../src/server/feeds/loop.ts";
import { createUploads } from "../../src/server/imports/uploads.ts";
import { createApp, deskContext } from "../../src/server/index.ts";
import { importProgressSchema } from "../../src/server/schemas/index.ts";
import { zipOf } from "../helpers/zip.ts";
import { type Desk, openDesk } from "./desk-store.ts";

const page = (title: string, words: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title>
<meta property="article:published_time" content="2026-05-05T10:00:00Z"></head><body><article><h1>${title}</h1>
<p>${words} The organisers said that they would go on until the government had answered them.</p></article></body></html>`;
const feedOf = (items: readonly string[]): string =>
  `<rss version="2.0"><channel><title>Wire</title><link>http://${address}/</link><description>d</description>${items
    .map((path) => `<item><title>${path}</title><link>http://${address}${path}</link></item>`)
    .join("")}</channel></rss>`;
const NO_RUN = {
  phase: "waiting",
  inputs: [],
  counts: { stored: 0, coded: 0, events: 0, already: 0, notCoded: 0, failed: 0, solved: 0 },
};

const PAGE = `<!doctype html><html lang="en"><head><title>Envoy expelled</title>
<meta property="article:published_time" content="2026-05-05T10:00:00Z"></head><body><article><h1>Envoy expelled</h1>
<p>Mali's government expelled the ambassador of Denmark on Monday, the foreign ministry said in a statement.</p>
<p>The ministry gave no reason for its decision and said the embassy could stay open.</p></article></body></html>`;

const PAGES: Readonly<Record<string, string>> = {
  "/envoy": PAGE,
  "/march": page("Teachers march", "Thousands of teachers marched in Quito on Monday to demand higher pay."),
  "/strike": page("Ferries stop", "Ferry crews in Piraeus walked off the job on Monday over unpaid wages."),
};
const visits = new Map<string, number>();
let feedItems: readonly string[] = ["/march"];

let desk: Desk;
let site: Server;
let address: string;
beforeAll(async () => {
  site = createServer(({ url = "" }, response) => {
    visits.set(url, (visits.get(url) ?? 0) + 1);
    const page = url === "/feed.xml" ? feedOf(feedItems) : PAGES[url];
    response.writeHead(page === undefined ? 404 : 200, {
      "content-type": url === "/feed.xml" ? "application/rss+xml" : "text/html",
    });
    response.end(page ?? "");
  }).listen(0, "127.0.0.1");
  await new Promise((resolve) => site.once("listening", resolve));
  address = `127.0.0.1:${(site.address() as AddressInfo).port}`;
  desk = await openDesk({ opened: [address], delay: 0 });
});
afterAll(async () => {
  await desk.close();
  site.close();
});

const post = (path: string, body: unknown): Promise<Response> =>
  Promise.resolve(
    desk.app.request(`/api/v1${path}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    }),
  );
const send = (files: Readonly<Record<string, string | Buffer>>): Promise<Response> => {
  const body = new FormData();
  for (const [name, content] of Object.entries(files))
    body.append("files", new File([content as string], name));
  return Promise.resolve(desk.app.request("/api/v1/imports", { method: "POST", body }));
};
/** The words of its progress, as they are sent, to the last. */
const toTheEnd = async (accepted: Response) => {
  expect(accepted.status).toBe(202);
  const { run } = importProgressSchema.parse(await accepted.json());
  const stream = await desk.get(`/imports/${run}/progress`);
  expect(stream.headers.get("content-type")).toContain("text/event-stream");
  const told = [...(await stream.text()).matchAll(/^data: (.*)$/gm)].map((match) =>
    importProgressSchema.parse(JSON.parse(match[1]!)),
  );
  return told.at(-1)!;
};
const standing = async () =>
  (
    (await (await desk.get("/failures")).json()) as {
      items: { id: number; name: string; code: string; input: string; message: string }[];
    }
  ).items;

describe("reports come in", () => {
  it("as pasted text, which is coded, linked and found", async () => {
    const last = await toTheEnd(
      await post("/imports", {
        text: "Police in Lima arrested two opposition politicians on Sunday.",
        title: "Two arrested",
        published: "2026-05-05",
      }),
    );
    expect(last).toMatchObject({
      phase: "done",
      counts: { stored: 1, coded: 1, failed: 0 },
      linked: { story: 1 },
    });
    expect(last.counts.events).toBeGreaterThan(0);
    const { items } = (await (await desk.get("/reports?q=Lima")).json()) as { items: { report: unknown }[] };
    expect(items.map(({ report }) => report)).toMatchObject([
      { title: "Two arrested", published: "2026-05-05" },
    ]);
  });

  it("as an address, with when it was fetched and what the server said", async () => {
    const last = await toTheEnd(await post("/imports", { url: `http://${address}/envoy` }));
    expect(last).toMatchObject({ phase: "done", counts: { coded: 1 } });
    const [hit] = (
      (await (await desk.get("/reports?q=Denmark")).json()) as { items: { report: { key: string } }[] }
    ).items;
    const report = (await (await desk.get(`/reports/${hit!.report.key}`)).json()) as { custody: unknown[] };
    expect(report.custody).toMatchObject([
      { from: `http://${address}/envoy`, headers: { "content-type": "text/html" } },
    ]);
  });

  it("as files; what fails has its reason and its own name, and the rest goes on", async () => {
    const last = await toTheEnd(
      await send({
        "../../etc/strike.txt": "Dock workers in Gdansk went on strike on Monday over pay.",
        "picture.png": Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
        "bomb.zip": zipOf({ "zeros.txt": Buffer.alloc(60_000_000) }),
      }),
    );
    expect(last).toMatchObject({ phase: "done", counts: { coded: 1, failed: 2 } });
    const failed = await standing();
    expect(failed.map(({ name, code }) => `${name.split("/")[0]} ${code}`).sort()).toEqual([
      "bomb.zip K108",
      "picture.png K103",
    ]);
    expect(JSON.stringify(failed)).not.toContain(join(desk.store.location, "..", "uploads"));
    expect(existsSync(join(desk.store.location, "..", "..", "etc"))).toBe(false);
  });

  it("once: the same file again is known", async () => {
    const last = await toTheEnd(
      await send({ "strike.txt": "Dock workers in Gdansk went on strike on Monday over pay." }),
    );
    expect(last.counts).toMatchObject({ coded: 0, already: 1 });
  });
});

it("two desks on one database leave each other's files alone; what a desk that ended left is taken away", async () => {
  const base = mkdtempSync(join(tmpdir(), "khaldun-uploads-"));
  try {
    const [one, other] = [createUploads(base), createUploads(base)];
    const [first, second] = [
      await one.keep("a.txt", Buffer.from("one")),
      await other.keep("a.txt", Buffer.from("two")),
    ];
    other.taken([second]);
    await one.sweep([]);
    expect([existsSync(first), existsSync(second)]).toEqual([true, true]);
    expect(one.shown(`${second} and ${first}/inner.txt`)).toBe("a.txt and a.txt/inner.txt");
    other.close();
    await one.sweep([`${second}/member.txt`]);
    expect(existsSync(second)).toBe(true);
    await one.sweep([]);
    expect([existsSync(first), existsSync(second)]).toEqual([true, false]);
    one.close();
  } finally {
    rmSync(base, { recursive: true });
  }
});

it("what was sent for an import to come outlasts the end of another; what came to none is taken away", async () => {
  const { imports } = desk.context;
  const words = Buffer.from("Bakers in Lyon went on strike on Monday over the price of flour.");
  const [kept, unwanted] = await Promise.all([imports.keep("a.txt", words), imports.keep("b.txt", words)]);
  await toTheEnd(await post("/imports", { text: "Nobody was arrested in Turku on Monday." }));
  expect([existsSync(kept), existsSync(unwanted)]).toEqual([true, true]);
  await imports.drop([unwanted]);
  expect(existsSync(unwanted)).toBe(false);
  const begun = await imports.add({ files: [kept], addresses: [] });
  const last = await toTheEnd(new Response(JSON.stringify(begun), { status: 202 }));
  expect(last).toMatchObject({ phase: "done", counts: { stored: 1, failed: 0 } });
});

describe("what failed", () => {
  it("is read again from what was kept, and stands if it fails again", async () => {
    const before = await standing();
    const last = await toTheEnd(await post("/failures/retry", {}));
    expect(last.counts).toMatchObject({ failed: 2, solved: 0 });
    expect((await standing()).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
  });

  it("is an address of a private network", async () => {
    await toTheEnd(await post("/imports", { url: "http://169.254.169.254/latest/meta-data" }));
    expect(await standing()).toContainEqual(expect.objectContaining({ code: "K130" }));
  });
});

describe("a feed that is watched", () => {
  const asked = async (response: Response): Promise<number> => {
    expect(response.status).toBe(201);
    return ((await response.json()) as { readonly id: number }).id;
  };
  const feeds = async () =>
    ((await (await desk.get("/feeds")).json()) as { items: readonly { id: number; run: number }[] }).items;

  it("is asked for at once; what it named is fetched once, and what is new in it the next time", async () => {
    const id = await asked(await post("/feeds", { url: `http://${address}/feed.xml`, minutes: 5 }));
    const [feed] = await feeds();
    const first = await toTheEnd(
      new Response(JSON.stringify({ ...NO_RUN, run: feed!.run }), { status: 202 }),
    );
    expect(first).toMatchObject({ phase: "done", counts: { coded: 1, failed: 0 } });
    const before = visits.get("/march");

    feedItems = ["/march", "/strike"];
    expect(await toTheEnd(await post(`/feeds/${id}/ask`, {}))).toMatchObject({
      counts: { coded: 1, already: 0, failed: 0 },
    });
    expect([before, visits.get("/march"), visits.get("/strike")]).toEqual([1, 1, 1]);
  });

  it("is asked for again when its pause is over, and not before", async () => {
    expect(await askFeeds(desk.context)).toBe(0);
    await desk.store.statement("update feeds set asked = now() - interval '6 minutes'", []);
    expect(await askFeeds(desk.context)).toBe(1);
    expect(await askFeeds(desk.context)).toBe(0);
  });

  it("is watched once, and never at a private address; removed, it is gone", async () => {
    const again = await post("/feeds", { url: `http://${address}/feed.xml` });
    expect([again.status, await again.json()]).toMatchObject([409, { code: "K165" }]);
    const inner = await post("/feeds", { url: "http://169.254.169.254/feed" });
    expect(await inner.json()).toMatchObject({ code: "K130" });
    const { id } = (await feeds())[0]!;
    const remove = () => desk.app.request(`/api/v1/feeds/${id}`, { method: "DELETE" });
    expect([(await remove()).status, (await remove()).status]).toEqual([204, 404]);
    expect(await feeds()).toEqual([]);
  });
});

describe("an import that was broken off", () => {
  const sent = async (imports: Desk["context"]["imports"], town: string): Promise<string> =>
    imports.keep("a.txt", Buffer.from(`Police in ${town} arrested four opposition politicians on Sunday.`));

  it("is kept with what was sent, said by the next desk, and gone on with or given up", async () => {
    const first = await openDesk();
    const { imports } = first.context;
    const files = [await sent(imports, "Oslo"), await sent(imports, "Riga")];
    const [reading, waiting] = [
      await imports.add({ files: [files[0]!], addresses: [] }),
      await imports.add({ files: [files[1]!], addresses: [] }),
    ];
    await imports.close();

    const uploads = join(first.store.location, "..", "uploads");
    const options = { version: "1", isExample: false, user: "ada", opened: [], uploads };
    const context = deskContext(first.store, options);
    const app = createApp(context);
    const list = async () => {
      const { items } = (await (await app.request("/api/v1/imports")).json()) as {
        items: { run: number; phase: string; error?: { code: string } }[];
      };
      return Object.fromEntries(items.map(({ run, phase, error }) => [run, `${phase} ${error?.code ?? ""}`]));
    };
    try {
      expect(await list()).toMatchObject({ [reading.run]: "failed K178", [waiting.run]: "failed K178" });
      const other = await context.imports.add({
        files: [await sent(context.imports, "Bern")],
        addresses: [],
      });
      await expect.poll(async () => (await list())[other.run], { timeout: 60_000 }).toBe("done ");
      expect(files.map((file) => existsSync(file))).toEqual([true, true]);

      const again = await app.request(`/api/v1/imports/${waiting.run}/retry`, { method: "POST" });
      const { run } = (await again.json()) as { readonly run: number };
      await expect.poll(async () => (await list())[run], { timeout: 60_000 }).toBe("done ");
      await app.request(`/api/v1/imports/${reading.run}/stop`, { method: "POST" });
      expect(await list()).toMatchObject({ [reading.run]: "stopped ", [waiting.run]: "stopped " });
      const found = (await (await app.request("/api/v1/reports?q=Riga")).json()) as { items: unknown[] };
      expect(found.items).toHaveLength(1);
    } finally {
      await context.imports.close();
      await first.close();
    }
  }, 120_000);
});

it("a page that keeps a parser busy is given up; the desk answers meanwhile and reads the rest", async () => {
  const busy = await openDesk({ readingLimit: 4000 });
  try {
    const body = new FormData();
    body.append("files", new File(["<html><body>", "<".repeat(2_000_000)], "busy.html"));
    body.append("files", new File(["Bakers in Lyon went on strike on Monday over pay."], "plain.txt"));
    await busy.app.request("/api/v1/imports", { method: "POST", body });
    let slowest = 0;
    let phase = "";
    while (!["done", "failed"].includes(phase)) {
      const asked = performance.now();
      const { items } = (await (await busy.get("/imports")).json()) as { items: { phase: string }[] };
      slowest = Math.max(slowest, performance.now() - asked);
      phase = items[0]!.phase;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    const { items } = (await (await busy.get("/failures")).json()) as { items: object[] };
    expect(items).toMatchObject([{ code: "K176", name: "busy.html" }]);
    expect((await busy.store.reports({})).items.length).toBeGreaterThan(0);
    expect(slowest).toBeLessThan(3000);
  } finally {
    await busy.close();
  }
}, 60_000);

describe("while twenty imports wait", () => {
  it("the next is told to come again, and a feed is watched all the same", async () => {
    const busy = await openDesk();
    const ask = (path: string, body: unknown) =>
      busy.app.request(`/api/v1${path}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    try {
      const wish = { files: [], addresses: ["http://10.0.0.1/"] };
      await Promise.all(
        Array.from({ length: 21 }, () => busy.context.imports.add(wish).catch(() => undefined)),
      );
      const refused = await ask("/imports", { text: "Words." });
      expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "30"]);
      expect((await ask("/feeds", { url: "https://wire.example/feed.xml" })).status).toBe(201);
      expect(await busy.store.feeds.list()).toMatchObject([{ url: "https://wire.example/feed.xml" }]);
    } finally {
      await busy.close();
    }
  });
});

describe("what is no import is refused", () => {
  it.each([
    [{}, "K140"],
    [{ text: "" }, "K140"],
    [{ text: "Words.", published: "yesterday" }, "K140"],
    [{ text: "Words.", colour: "red" }, "K140"],
    // Else it would fail, and be read as a file of the server when it is tried again.
    [{ url: "/etc/passwd" }, "K140"],
    [{ url: "file:///etc/passwd" }, "K140"],
  ])("%o: %s", async (body, code) => {
    const response = await post("/imports", body);
    expect([response.status, ((await response.json()) as { code: string }).code]).toEqual([400, code]);
  });

  it("what the disk has no room for: the cure, no folder, and nothing half-written", async () => {
    const folder = mkdtempSync(join(tmpdir(), "khaldun-full-"));
    // A file where the folder should be, as root may write where nobody else may.
    writeFileSync(join(folder, "uploads"), "");
    const full = await openDesk({ uploads: join(folder, "uploads") });
    try {
      const response = await full.app.request("/api/v1/imports", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ text: "Words." }),
      });
      const problem = await response.json();
      expect(problem).toMatchObject({
        status: 503,
        code: "K177",
        detail: expect.stringMatching(/not a directory$/),
      });
      expect(JSON.stringify(problem)).not.toContain(folder);
      expect((await full.store.runs()).length).toBe(0);
    } finally {
      await full.close();
      rmSync(folder, { recursive: true });
    }
  });

  it("a body of another kind", async () => {
    const response = await desk.app.request("/api/v1/imports", { method: "POST", body: "words" });
    expect(await response.json()).toMatchObject({ status: 415, code: "K242" });
  });

  it("more than the limit, before it is read", async () => {
    const response = await post("/failures/retry", {
      failures: Array.from({ length: 400_000 }, () => 100_000),
    });
    expect(await response.json()).toMatchObject({ status: 413, code: "K142" });
  });

  it("progress of a run that never was", async () =>
    expect(await (await desk.get("/imports/999/progress")).json()).toMatchObject({ code: "K141" }));
});

it("the list of imports has them all, the newest first", async () => {
  const { items } = (await (await desk.get("/imports")).json()) as {
    items: { run: number; phase: string }[];
  };
  expect(items.length).toBeGreaterThan(4);
  expect(items.map(({ run }) => run)).toEqual(items.map(({ run }) => run).sort((a, b) => b - a));
  expect(new Set(items.map(({ phase }) => phase))).toEqual(new Set(["done"]));
});
