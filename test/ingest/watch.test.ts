import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import {
  createGuard,
  createPace,
  createWatcher,
  fileState,
  memoryState,
  type WatchOptions,
  type WatchResult,
} from "../../src/ingest/watch/index.ts";

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

const SENTENCE =
  "Two boats collided in thick fog on Monday and the harbour master of Lindau closed the northern quay. ";
const page = (title: string): string =>
  `<!doctype html><html lang="en"><head><title>${title}</title><meta property="og:site_name" content="Lake Post"></head>
  <body><article><h1>${title}</h1>${`<p>${SENTENCE.repeat(2)}</p>`.repeat(4)}</article></body></html>`;

let server: Server;
let host: string;
let handlers: Record<string, Handler>;
let asked: { readonly path: string; readonly at: number; readonly headers: IncomingMessage["headers"] }[];

beforeAll(async () => {
  server = createServer((request, response) => {
    const path = request.url!;
    asked.push({ path, at: Date.now(), headers: request.headers });
    const handler = handlers[path];
    if (handler !== undefined) handler(request, response);
    else response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  handlers = {};
  asked = [];
});

const at = (path: string): string => `http://${host}${path}`;
const html =
  (body: string, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(200, { "content-type": "text/html; charset=utf-8", ...headers }).end(body);
const answering =
  (status: number, headers: Record<string, string> = {}): Handler =>
  (_, response) =>
    response.writeHead(status, headers).end();

/** One round over these addresses; loopback is open for the server of this test alone. */
async function round(
  sources: readonly string[],
  options: Partial<WatchOptions> = {},
): Promise<readonly WatchResult[]> {
  const results: WatchResult[] = [];
  const watcher = createWatcher({
    guard: createGuard([host]),
    pace: createPace(),
    limits: { timeout: 1500, mostBytes: 200_000 },
    agent: "khaldun/0 (+test@lake.example)",
    delay: 0,
    backoff: 5,
    anyLanguage: false,
    state: memoryState(),
    signal: new AbortController().signal,
    emit: async (result) => void results.push(result),
    ...options,
  });
  await watcher.round(sources);
  return results;
}

function brief(result: WatchResult): string {
  if ("report" in result) return result.report.title ?? "";
  return `${result.error.code}${result.retryAt === undefined ? "" : " again"}`;
}

const pathsAsked = (): readonly string[] =>
  asked.map(({ path }) => path).filter((path) => path !== "/robots.txt");

describe("what is fetched", () => {
  it("a page: the report as the reader gives it, with where, when, headers and the hash of its bytes", async () => {
    handlers["/a"] = html(page("Fog"), { etag: '"1"', "set-cookie": "secret=1" });
    const [result] = await round([at("/a")]);
    expect(result).toMatchObject({
      report: {
        title: "Fog",
        outlet: "Lake Post",
        url: at("/a"),
        retrieved: expect.stringMatching(/^\d{4}-/),
      },
      custody: {
        asked: at("/a"),
        url: at("/a"),
        redirects: [],
        from: "argument",
        status: 200,
        headers: { etag: '"1"' },
      },
    });
    expect(result).not.toHaveProperty("custody.headers.set-cookie");
    expect(result).toHaveProperty("custody.sha256", expect.stringMatching(/^[0-9a-f]{64}$/));
    expect(asked.at(-1)!.headers["user-agent"]).toBe("khaldun/0 (+test@lake.example)");
  });

  it("a feed and an index of sitemaps: the pages that they name, with the day that they tell", async () => {
    handlers["/feed"] = (_, response) =>
      response.end(
        `<?xml version="1.0"?><rss version="2.0"><channel><title>Lake Post</title><item><title>Fog</title><link>${at("/a")}</link><pubDate>Tue, 05 May 2026 23:30:00 -0400</pubDate></item></channel></rss>`,
      );
    handlers["/index.xml"] = (_, response) =>
      response.end(`<sitemapindex><sitemap><loc>${at("/map.xml.gz")}</loc></sitemap></sitemapindex>`);
    handlers["/map.xml.gz"] = (_, response) =>
      response.end(
        gzipSync(`<urlset><url><loc>${at("/b")}</loc></url><url><loc>${at("/a")}</loc></url></urlset>`),
      );
    handlers["/a"] = html(page("Fog"));
    handlers["/b"] = html(page("Quay"));
    const results = await round([at("/feed"), at("/index.xml")]);
    expect(results.map(brief).sort()).toEqual(["Fog", "Quay"]);
    const fog = results.find((result) => brief(result) === "Fog");
    expect(fog).toMatchObject({
      report: { published: { status: "known", from: "2026-05-05" }, publishedEvidence: "feed" },
      custody: { from: at("/feed") },
    });
  });

  it("a text in the charset that the server names, packed for the way", async () => {
    handlers["/a"] = (_, response) =>
      response
        .writeHead(200, { "content-type": "text/html; charset=iso-8859-1", "content-encoding": "gzip" })
        .end(gzipSync(Buffer.from(page("Größe"), "latin1")));
    expect((await round([at("/a")])).map(brief)).toEqual(["Größe"]);
  });

  it("nothing twice: unchanged pages are not read again, changed ones are, over runs and after a kill", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "khaldun-watch-")), "state");
    let title = "Fog";
    handlers["/a"] = (request, response) => {
      if (request.headers["if-none-match"] === `"${title}"`) response.writeHead(304).end();
      else html(page(title), { etag: `"${title}"` })(request, response);
    };
    handlers["/b"] = html(page("Plain"));
    const run = async (): Promise<readonly string[]> =>
      (await round([at("/a"), at("/b")], { state: await fileState(file) })).map(brief);
    expect(await run()).toEqual(["Fog", "Plain"]);
    expect(await run()).toEqual([]);
    title = "Fog lifts";
    writeFileSync(file, `${readFileSync(file, "utf8")}{"url":"${at("/a")}","wh`);
    expect(await run()).toEqual(["Fog lifts"]);
  });

  it("a page of a sitemap is fetched once, and again when the sitemap says that it changed", async () => {
    const state = memoryState();
    let modified = "2026-05-05";
    handlers["/map"] = (_, response) =>
      response.end(`<urlset><url><loc>${at("/a")}</loc><lastmod>${modified}</lastmod></url></urlset>`);
    handlers["/a"] = html(page("Fog"));
    await round([at("/map")], { state });
    await round([at("/map")], { state });
    expect(pathsAsked()).toEqual(["/map", "/a", "/map"]);
    modified = "2026-05-06";
    await round([at("/map")], { state });
    expect(pathsAsked().slice(3)).toEqual(["/map", "/a"]);
  });

  it("a state file that is none is refused", async () => {
    const file = join(mkdtempSync(join(tmpdir(), "khaldun-watch-")), "state");
    writeFileSync(file, "a diary\nof fog\n");
    await expect(fileState(file)).rejects.toMatchObject({ code: "K136" });
  });
});

describe("servers that misbehave", () => {
  const endless: Handler = (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const more = setInterval(() => response.write("fog ".repeat(20_000)), 5);
    response.on("close", () => clearInterval(more));
  };
  const dripping: Handler = (_, response) => {
    response.writeHead(200, { "content-type": "text/html" });
    const more = setInterval(() => response.write("."), 50);
    response.on("close", () => clearInterval(more));
  };
  const breakingOff: Handler = (_, response) => {
    response.writeHead(200, { "content-type": "text/html", "content-length": "5000" });
    response.write("<html>");
    setTimeout(() => response.socket?.end(), 20);
  };
  const bomb: Handler = (_, response) =>
    response
      .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" })
      .end(gzipSync(Buffer.alloc(50_000_000)));
  const brokenGzip: Handler = (_, response) =>
    response
      .writeHead(200, { "content-type": "text/html", "content-encoding": "gzip" })
      .end("no gzip at all");

  it.each<[string, Handler, string]>([
    ["no answer", () => undefined, "K134"],
    ["drop by drop", dripping, "K134"],
    ["endless", endless, "K134"],
    [
      "a length over the limit",
      (_, response) => void response.writeHead(200, { "content-length": "999999999" }).flushHeaders(),
      "K134",
    ],
    ["small and unpacks to much", bomb, "K134"],
    ["shorter than it says", breakingOff, "K131 again"],
    ["broken gzip", brokenGzip, "K131 again"],
    ["packed as nobody asked", html("x", { "content-encoding": "zstd" }), "K131 again"],
    ["hangs up", (request) => void request.socket.destroy(), "K131 again"],
    ["gone", answering(410), "K132"],
    ["overloaded", answering(503), "K132 again"],
    ["a picture", html("x", { "content-type": "image/png" }), "K135"],
    ["a page without an article", html("<html><body><a href='/'>Home</a></body></html>"), "K107"],
    ["a redirect to nowhere", answering(302), "K132"],
  ])("%s: named with its reason, and the rest goes on", async (_, handler, expected) => {
    handlers["/bad"] = handler;
    handlers["/good"] = html(page("Fog"));
    expect((await round([at("/bad"), at("/good")])).map(brief)).toEqual([expected, "Fog"]);
  });

  it("429 with Retry-After: waits as long as asked, then has the page", async () => {
    let calls = 0;
    handlers["/a"] = (request, response) => {
      calls += 1;
      if (calls === 1) answering(429, { "retry-after": "1" })(request, response);
      else html(page("Fog"))(request, response);
    };
    expect((await round([at("/a")])).map(brief)).toEqual(["Fog"]);
    const [first, second] = asked.filter(({ path }) => path === "/a");
    expect(second!.at - first!.at).toBeGreaterThanOrEqual(950);
  });

  it("a patience of hours is left for a later round, and kept", async () => {
    const state = memoryState();
    handlers["/a"] = answering(429, { "retry-after": "7200" });
    const [result] = await round([at("/a")], { state });
    expect(result).toMatchObject({ retryAt: expect.any(String) });
    expect(Date.parse((result as { retryAt: string }).retryAt) - Date.now()).toBeGreaterThan(7_000_000);
    expect(await round([at("/a")], { state })).toEqual([]);
    expect(pathsAsked()).toEqual(["/a"]);
  });
});

describe("redirects", () => {
  it("are followed and written down", async () => {
    handlers["/old"] = answering(301, { location: "/a" });
    handlers["/a"] = html(page("Fog"));
    expect((await round([at("/old")]))[0]).toMatchObject({
      custody: { asked: at("/old"), url: at("/a"), redirects: [at("/old")] },
    });
  });

  it.each([
    ["a loop", { "/a": "/b", "/b": "/a" }, "K134"],
    [
      "a chain without end",
      Object.fromEntries(Array.from({ length: 9 }, (_, at) => [at === 0 ? "/a" : `/${at}`, `/${at + 1}`])),
      "K134",
    ],
    ["to the cloud's metadata", { "/a": "http://169.254.169.254/latest/meta-data/" }, "K130"],
    ["to another port of this machine", { "/a": "http://127.0.0.1:1/" }, "K130"],
    ["to this machine by name", { "/a": "http://localhost:1/" }, "K130"],
    ["to a file", { "/a": "file:///etc/passwd" }, "K130"],
    ["to no address", { "/a": "http://" }, "K130"],
  ] as const)("%s: refused", async (_, hops, expected) => {
    for (const [path, location] of Object.entries(hops)) handlers[path] = answering(302, { location });
    expect((await round([at("/a")])).map(brief)).toEqual([expected]);
  });
});

describe("robots.txt", () => {
  const robots =
    (text: string): Handler =>
    (_, response) =>
      response.end(text);

  it("what it forbids is not asked for, also behind a redirect; it is read once", async () => {
    handlers["/robots.txt"] = robots("User-agent: *\nDisallow: /closed\n");
    handlers["/open"] = answering(302, { location: "/closed/a" });
    expect((await round([at("/closed/b"), at("/open")])).map(brief)).toEqual(["K133", "K133"]);
    expect(asked.map(({ path }) => path)).toEqual(["/robots.txt", "/open"]);
  });

  it("rules for us by name go before those for all", async () => {
    handlers["/robots.txt"] = robots("User-agent: *\nDisallow: /\n\nUser-agent: khaldun\nAllow: /\n");
    handlers["/a"] = html(page("Fog"));
    expect((await round([at("/a")])).map(brief)).toEqual(["Fog"]);
  });

  it("its crawl delay is kept where it is longer than ours", async () => {
    handlers["/robots.txt"] = robots("User-agent: *\nCrawl-delay: 1\n");
    handlers["/a"] = html(page("Fog"));
    handlers["/b"] = html(page("Quay"));
    await round([at("/a"), at("/b")]);
    const [a, b] = asked.filter(({ path }) => path !== "/robots.txt");
    expect(b!.at - a!.at).toBeGreaterThanOrEqual(950);
  });

  it("a server that fails to tell forbids all for now (RFC 9309)", async () => {
    handlers["/robots.txt"] = answering(500);
    handlers["/a"] = html(page("Fog"));
    expect((await round([at("/a")])).map(brief)).toEqual(["K137 again"]);
    expect(pathsAsked()).toEqual([]);
  });
});

describe("manners and limits", () => {
  it("requests to one host are apart, those to two hosts are not held up by each other", async () => {
    const pace = createPace();
    const signal = new AbortController().signal;
    const start = Date.now();
    await Promise.all([
      pace.turn("a", 200, signal),
      pace.turn("a", 200, signal),
      pace.turn("b", 200, signal),
    ]);
    expect(Date.now() - start).toBeGreaterThanOrEqual(190);
    expect(Date.now() - start).toBeLessThan(390);
  });

  it("a stop ends the waits; nothing new is asked for", async () => {
    const stop = new AbortController();
    handlers["/a"] = (request, response) => {
      stop.abort();
      html(page("Fog"))(request, response);
    };
    handlers["/b"] = html(page("Quay"));
    expect((await round([at("/a"), at("/b")], { signal: stop.signal })).map(brief)).toEqual(["Fog"]);
  });
});
