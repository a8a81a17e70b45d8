import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { chromium } from "playwright-core";
import { expect } from "vitest";
import { deskContext, startServer } from "../../src/server/index.ts";
import { openStore } from "../../src/store/index.ts";
import { folderPlace } from "../helpers/stores.ts";
import { fill } from "./reports.ts";

/** How long a page may take on a machine that does other things. */
const PATIENCE_MS = 60_000;

export const CHROMIUM_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage"];

/** A page of the desk with everything that went wrong on it and everything it asked for. */
export interface Watched {
  readonly page: Page;
  /** Messages of the console that are errors, and exceptions. */
  readonly complaints: readonly string[];
  /** Addresses asked for, but those of this server. */
  readonly strangers: readonly string[];
  readonly close: () => Promise<void>;
}

/** The real program: a server on a store with reports, and one browser. */
export interface Desk {
  readonly url: string;
  readonly browser: Browser;
  readonly open: (path: string, options?: DeskOptions) => Promise<Watched>;
  /** Puts a page up at a site from which the desk may read, and gives its address. */
  readonly publish: (path: string, page: string) => string;
  readonly close: () => Promise<void>;
}

export interface DeskOptions {
  readonly language?: string;
  readonly theme?: string;
  readonly width?: number;
  readonly height?: number;
}

export async function openDesk(executablePath: string): Promise<Desk> {
  const place = await folderPlace();
  const [store, browser] = await Promise.all([
    openStore(place.location),
    chromium.launch({ executablePath, args: CHROMIUM_FLAGS }),
  ]);
  await fill(store);
  const site = await openSite();
  const context = deskContext(store, {
    version: "1",
    isExample: true,
    user: "ada",
    opened: [site.host],
    delay: 0,
    uploads: join(place.location, "..", "uploads"),
  });
  const running = await startServer(context, { host: "127.0.0.1", port: 0 });
  const url = running.url.replace(/\/$/, "");
  return {
    url,
    browser,
    open: (path, options = {}) => openPage(browser, url, path, options),
    publish: site.publish,
    close: async () => {
      await browser.close();
      site.close();
      await running.close();
      await context.imports.close();
      await store.close();
      await place.remove();
    },
  };
}

/** Published instead of a page: whoever asks for it waits. */
export const WAITS = "waits";

/** A site of our own: what was not published is not found. */
async function openSite() {
  const pages = new Map<string, string>();
  const server = createServer(({ url = "/" }, response) => {
    const page = pages.get(url);
    if (page === WAITS) return;
    const type = page?.startsWith("<rss") ? "application/rss+xml" : "text/html";
    response.writeHead(page === undefined ? 404 : 200, { "content-type": type }).end(page ?? "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    host,
    publish: (path: string, page: string): string => {
      pages.set(path, page);
      return `http://${host}${path}`;
    },
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
}

/** A page of a desk with a browser profile of its own. */
export async function openPage(
  browser: Browser,
  url: string,
  path: string,
  options: DeskOptions = {},
): Promise<Watched> {
  const { language = "en", theme = "light", width = 1400, height = 900 } = options;
  const settings: BrowserContextOptions = {
    viewport: { width, height },
    locale: language,
    reducedMotion: "reduce",
  };
  const context = await browser.newContext(settings);
  context.setDefaultTimeout(PATIENCE_MS);
  // The desk's own place for settings, as a person's browser would have it from the last visit.
  const kept = JSON.stringify({ language, theme });
  await context.addInitScript(`localStorage.setItem("khaldun.settings", ${JSON.stringify(kept)})`);
  const page = await context.newPage();
  const complaints: string[] = [];
  const strangers: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") complaints.push(message.text());
  });
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("request", (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) strangers.push(request.url());
  });
  await page.goto(url + path);
  await page.getByRole("heading", { level: 1 }).first().waitFor();
  return { page, complaints, strangers, close: () => context.close() };
}

/** Times in a row that nothing was loading: between two requests it looks as if all were there. */
const CALM = 3;

/** Waits until nothing is loading any more. */
export async function settled(page: Page): Promise<void> {
  let calm = 0;
  await expect
    .poll(async () => {
      await page.waitForLoadState("networkidle");
      // By its selector: a function in the page would be evaluated from a string, which the policy forbids.
      const loading = await page.locator("main .state[role=status]").count();
      calm = loading === 0 ? calm + 1 : 0;
      return calm;
    })
    .toBeGreaterThanOrEqual(CALM);
}
